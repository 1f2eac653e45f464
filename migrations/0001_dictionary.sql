-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "erasure" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "number" INTEGER,
  "code" TEXT,
  "institution" TEXT,
  "scope" TEXT NOT NULL,
  "cause" TEXT NOT NULL,
  "due_on" TEXT,
  "reason" TEXT NOT NULL,
  "record_revision" INTEGER NOT NULL,
  "record_created_at" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "proposed_by" TEXT NOT NULL,
  "proposed_by_name" TEXT NOT NULL,
  "proposed_at" TEXT NOT NULL,
  "office_of_one" INTEGER NOT NULL,
  "decided_by" TEXT,
  "decided_by_name" TEXT,
  "decided_at" TEXT,
  "decision_reason" TEXT,
  "law_basis" TEXT,
  "backup_months" INTEGER,
  "counts" TEXT,
  "swept_at" TEXT,
  "carried_at" TEXT
);
CREATE INDEX "erasure_record" ON "erasure" ("record_id");
CREATE INDEX "erasure_state" ON "erasure" ("state", "decided_at");
CREATE INDEX "victim_created_at" ON "victim" ("created_at");
CREATE INDEX "victim_closure_date" ON "victim" ("closure_date");
CREATE INDEX "prevented_case_created_at" ON "prevented_case" ("created_at");
