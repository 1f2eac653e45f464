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
CREATE TABLE "field_note" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "row_id" TEXT,
  "field" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "sealed" BLOB NOT NULL
);
CREATE INDEX "field_note_record" ON "field_note" ("record_id");
CREATE TABLE "name_segment" (
  "entity" TEXT NOT NULL,
  "segment" INTEGER NOT NULL,
  "change_number" INTEGER NOT NULL,
  "content" BLOB NOT NULL,
  PRIMARY KEY ("entity", "segment")
);
ALTER TABLE "victim" ADD COLUMN "handed_to" TEXT;
CREATE INDEX "victim_state_saved_at" ON "victim" ("state", "saved_at");
CREATE INDEX "victim_punished_for_acts" ON "victim" ("punished_for_acts");
ALTER TABLE "prevented_case" ADD COLUMN "handed_to" TEXT;
CREATE INDEX "prevented_case_state_saved_at" ON "prevented_case" ("state", "saved_at");
