-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "draft" (
  "record_id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "content" TEXT,
  "unread" TEXT,
  "sealed" BLOB,
  PRIMARY KEY ("record_id", "account_id")
);
CREATE INDEX "draft_account" ON "draft" ("account_id", "at");
ALTER TABLE "victim" ADD COLUMN "handed_to" TEXT;
ALTER TABLE "prevented_case" ADD COLUMN "handed_to" TEXT;
