-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "record_finding" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "record_id" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "part" TEXT,
  "level" TEXT NOT NULL,
  "entity" TEXT,
  "row_id" TEXT,
  "field" TEXT,
  "confirmed" INTEGER NOT NULL
);
CREATE INDEX "record_finding_record" ON "record_finding" ("record_id");
CREATE INDEX "record_finding_rule" ON "record_finding" ("rule", "confirmed", "record_id");
