-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "attachment" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL,
  "sealed" BLOB NOT NULL,
  "bytes" INTEGER NOT NULL,
  "parts" INTEGER NOT NULL,
  "account_id" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "visible_at" TEXT,
  "removed_at" TEXT,
  "removed_by" TEXT
);
CREATE INDEX "attachment_record" ON "attachment" ("record_id");
CREATE TABLE "attachment_part" (
  "attachment_id" TEXT NOT NULL,
  "part" INTEGER NOT NULL,
  "sealed" BLOB NOT NULL,
  PRIMARY KEY ("attachment_id", "part")
);
