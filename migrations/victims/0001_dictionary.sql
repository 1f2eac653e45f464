-- Written by `npm run generate` from the declared tables; never edited after release.
ALTER TABLE "reference_entry" ADD COLUMN "number" INTEGER;
ALTER TABLE "reference_entry" ADD COLUMN "successor" TEXT;
ALTER TABLE "reference_entry" ADD COLUMN "least_months" INTEGER;
ALTER TABLE "reference_entry" ADD COLUMN "most_months" INTEGER;
ALTER TABLE "reference_entry" ADD COLUMN "life" INTEGER;
CREATE UNIQUE INDEX "reference_entry_number" ON "reference_entry" ("list", "number");
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
CREATE TABLE "draft" (
  "record_id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "window" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "content" TEXT,
  "unread" TEXT,
  "sealed" BLOB,
  PRIMARY KEY ("record_id", "account_id", "window")
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
CREATE TABLE "merged_record" (
  "merge_id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "revision_before" INTEGER NOT NULL,
  "revision_after" INTEGER NOT NULL,
  "copied" TEXT,
  "account_id" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "undone_at" TEXT,
  PRIMARY KEY ("merge_id", "record_id")
);
CREATE INDEX "merged_record_record" ON "merged_record" ("record_id");
CREATE TABLE "preference" (
  "account_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("account_id", "name")
);
CREATE TABLE "saved_view" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "account_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "shared" INTEGER NOT NULL,
  "view" TEXT NOT NULL
);
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" ("account_id", "entity", "name");
CREATE TABLE "reference_change" (
  "number" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "list" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "change" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  "reason" TEXT
);
CREATE INDEX "reference_change_entry" ON "reference_change" ("list", "code");
CREATE TABLE "saved_design" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "account_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "shared" INTEGER NOT NULL,
  "in_report" INTEGER NOT NULL,
  "design" TEXT NOT NULL
);
CREATE UNIQUE INDEX "saved_design_name" ON "saved_design" ("account_id", "name");
CREATE TABLE "population" (
  "year" INTEGER NOT NULL,
  "sex" TEXT NOT NULL,
  "age" TEXT NOT NULL,
  "persons" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  PRIMARY KEY ("year", "sex", "age")
);
CREATE TABLE "publication" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "way" TEXT NOT NULL,
  "statistic" TEXT,
  "period_from" TEXT NOT NULL,
  "period_to" TEXT NOT NULL,
  "period_text" TEXT NOT NULL,
  "threshold" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "figures_behind" TEXT NOT NULL,
  "designs" TEXT NOT NULL,
  "withdrawn_at" TEXT,
  "withdrawn_by" TEXT,
  "withdrawn_reason" TEXT
);
CREATE TABLE "publication_table" (
  "publication_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "statistic" TEXT NOT NULL,
  "part" TEXT,
  "digest" TEXT NOT NULL,
  PRIMARY KEY ("publication_id", "position")
);
CREATE INDEX "publication_table_digest" ON "publication_table" ("digest");
ALTER TABLE "victim" ADD COLUMN "handed_to" TEXT;
CREATE INDEX "victim_state" ON "victim" ("state");
CREATE INDEX "victim_punished_for_acts" ON "victim" ("punished_for_acts");
CREATE INDEX "victim_created_at" ON "victim" ("created_at");
CREATE INDEX "victim_closure_date" ON "victim" ("closure_date");
CREATE INDEX "victim_reporting_institution_id" ON "victim" ("reporting_institution", "id");
CREATE INDEX "victim_municipality_of_origin_id" ON "victim" ("municipality_of_origin", "id");
CREATE INDEX "victim_ethnicity_id" ON "victim" ("ethnicity", "id");
CREATE INDEX "victim_recruitment_municipality_id" ON "victim" ("recruitment_municipality", "id");
CREATE INDEX "victim_identifying_institution_id" ON "victim" ("identifying_institution", "id");
DROP INDEX "victim_registration_date_id";
DROP INDEX "victim_saved_at_id";
CREATE INDEX "victim__languages_code" ON "victim__languages" ("code", "owner_id");
CREATE INDEX "status_decision_status_institution_record_id" ON "status_decision" ("status_institution", "record_id");
CREATE INDEX "exploitation_exploitation_municipality_record_id" ON "exploitation" ("exploitation_municipality", "record_id");
CREATE INDEX "referral_referral_from_record_id" ON "referral" ("referral_from", "record_id");
CREATE INDEX "referral_referral_to_record_id" ON "referral" ("referral_to", "record_id");
CREATE INDEX "service_service_provider_record_id" ON "service" ("service_provider", "record_id");
ALTER TABLE "prevented_case" ADD COLUMN "handed_to" TEXT;
CREATE INDEX "prevented_case_state" ON "prevented_case" ("state");
CREATE INDEX "prevented_case_created_at" ON "prevented_case" ("created_at");
CREATE INDEX "prevented_case_prevented_reporting_institution_id" ON "prevented_case" ("prevented_reporting_institution", "id");
CREATE INDEX "prevented_case_prevented_institution_id" ON "prevented_case" ("prevented_institution", "id");
DROP INDEX "prevented_case_prevented_registration_date_id";
DROP INDEX "prevented_case_saved_at_id";
