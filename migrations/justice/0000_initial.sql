-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "register_info" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "institution" TEXT NOT NULL,
  "office" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "training" INTEGER NOT NULL,
  "created_at" TEXT NOT NULL,
  "header_generation" INTEGER NOT NULL,
  "header_mac" BLOB,
  "rehearsed_at" TEXT
);
CREATE TABLE "setting" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "value" TEXT NOT NULL
);
CREATE TABLE "account" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "login" TEXT NOT NULL,
  "display_name" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  "active" INTEGER NOT NULL,
  "created_at" TEXT NOT NULL,
  "last_sign_in" TEXT,
  "recipient" TEXT NOT NULL
);
CREATE UNIQUE INDEX "account_login" ON "account" ("login");
CREATE TABLE "audit_entry" (
  "number" INTEGER PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "account_id" TEXT,
  "name" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "mark" BLOB NOT NULL
);
CREATE INDEX "audit_entry_name" ON "audit_entry" ("name");
CREATE TABLE "change" (
  "number" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "entity" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "at" TEXT NOT NULL
);
CREATE TABLE "history" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "record_id" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "row_id" TEXT,
  "field" TEXT,
  "event" TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  "reason" TEXT,
  "sealed" BLOB
);
CREATE INDEX "history_record" ON "history" ("record_id", "revision");
CREATE TABLE "reference_entry" (
  "list" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "names" TEXT NOT NULL,
  "type" TEXT,
  "country" TEXT,
  "municipality" TEXT,
  "active_from" TEXT,
  "active_to" TEXT,
  "number" INTEGER,
  "successor" TEXT,
  "least_months" INTEGER,
  "most_months" INTEGER,
  "life" INTEGER,
  PRIMARY KEY ("list", "code")
);
CREATE UNIQUE INDEX "reference_entry_number" ON "reference_entry" ("list", "number");
CREATE TABLE "backup_log" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "verified" INTEGER NOT NULL,
  "digest" TEXT NOT NULL
);
CREATE TABLE "notice" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "code" TEXT NOT NULL,
  "at" TEXT NOT NULL
);
CREATE TABLE "rule_confirmation" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "record_id" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "rule" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "at" TEXT NOT NULL
);
CREATE INDEX "rule_confirmation_record" ON "rule_confirmation" ("record_id");
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
CREATE TABLE "number_series" (
  "entity" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "last" INTEGER NOT NULL,
  PRIMARY KEY ("entity", "year")
);
CREATE TABLE "import_batch" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "records" INTEGER NOT NULL,
  "visible_at" TEXT
);
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
CREATE TABLE "column_segment" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "change_number" INTEGER NOT NULL,
  "content" BLOB NOT NULL
);
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
CREATE TABLE "case" (
  "seq" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL,
  "number" INTEGER,
  "code" TEXT,
  "state" TEXT NOT NULL,
  "archived" INTEGER NOT NULL,
  "revision" INTEGER NOT NULL,
  "dictionary_version" TEXT NOT NULL,
  "entered_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "saved_at" TEXT NOT NULL,
  "completed_revision" INTEGER,
  "completed_by" TEXT,
  "binned_at" TEXT,
  "import_batch" TEXT,
  "handed_to" TEXT,
  "carried" TEXT,
  "registry_no" TEXT,
  "registry_no_missing" TEXT,
  "prosecutor_office" TEXT,
  "prosecutor_office_missing" TEXT,
  "report_date" TEXT,
  "report_date_missing" TEXT,
  "case_source" TEXT,
  "case_source_missing" TEXT,
  "reporting_body" TEXT,
  "reporting_body_missing" TEXT,
  "case_status" TEXT,
  "case_closed_on" TEXT,
  "stage_since" TEXT,
  "open_defendants" INTEGER,
  "scope" TEXT,
  "scope_missing" TEXT,
  "countries_involved_missing" TEXT,
  "origin_country" TEXT,
  "origin_country_missing" TEXT,
  "destination_country" TEXT,
  "destination_country_missing" TEXT,
  "place_of_offence" TEXT,
  "place_of_offence_missing" TEXT,
  "offence_start" TEXT,
  "offence_start_missing" TEXT,
  "offence_end" TEXT,
  "offence_end_missing" TEXT,
  "exploitation_forms_missing" TEXT,
  "acts_missing" TEXT,
  "means_missing" TEXT,
  "organised_group" TEXT,
  "organised_group_missing" TEXT,
  "joined_to_case" INTEGER,
  "joined_to_case_missing" TEXT,
  "investigation_type_missing" TEXT,
  "lead_authority" TEXT,
  "lead_authority_missing" TEXT,
  "special_measures_missing" TEXT,
  "financial_investigation" TEXT,
  "financial_investigation_missing" TEXT,
  "victims_total" INTEGER,
  "victims_testified" INTEGER,
  "victims_testified_missing" TEXT,
  "victims_protected" INTEGER,
  "victims_protected_missing" TEXT,
  "protection_used_missing" TEXT,
  "child_interviews_assisted" INTEGER,
  "child_interviews_assisted_missing" TEXT
);
CREATE UNIQUE INDEX "case_id" ON "case" ("id");
CREATE UNIQUE INDEX "case_number" ON "case" ("number");
CREATE INDEX "case_code" ON "case" ("code");
CREATE INDEX "case_entered_by" ON "case" ("entered_by");
CREATE INDEX "case_import_batch" ON "case" ("import_batch");
CREATE INDEX "case_state" ON "case" ("state");
CREATE INDEX "case_binned_at_archived_state_import_batch" ON "case" ("binned_at", "archived", "state", "import_batch");
CREATE INDEX "case_created_at" ON "case" ("created_at");
CREATE INDEX "case_case_closed_on" ON "case" ("case_closed_on");
CREATE INDEX "case_prosecutor_office_id" ON "case" ("prosecutor_office", "id");
CREATE INDEX "case_reporting_body_id" ON "case" ("reporting_body", "id");
CREATE INDEX "case_place_of_offence_id" ON "case" ("place_of_offence", "id");
CREATE INDEX "case_lead_authority_id" ON "case" ("lead_authority", "id");
CREATE TABLE "case__countries_involved" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "case__exploitation_forms" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "case__acts" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "case__means" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "case__investigation_type" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "case__special_measures" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "case__protection_used" (
  "owner_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "defendant" (
  "seq" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "defendant_id" INTEGER,
  "defendant_id_missing" TEXT,
  "person_code" TEXT,
  "person_code_missing" TEXT,
  "person_type" TEXT,
  "person_type_missing" TEXT,
  "def_sex" TEXT,
  "def_sex_missing" TEXT,
  "def_birth_year" INTEGER,
  "def_birth_year_missing" TEXT,
  "def_age_at_offence" INTEGER,
  "def_age_at_offence_missing" TEXT,
  "def_age_group" TEXT,
  "def_age_group_missing" TEXT,
  "def_citizenship_missing" TEXT,
  "def_residence_country" TEXT,
  "def_residence_country_missing" TEXT,
  "def_education" TEXT,
  "def_education_missing" TEXT,
  "def_occupation" TEXT,
  "def_occupation_missing" TEXT,
  "def_marital" TEXT,
  "def_marital_missing" TEXT,
  "public_official" TEXT,
  "public_official_missing" TEXT,
  "prior_convictions" TEXT,
  "prior_convictions_missing" TEXT,
  "def_role_missing" TEXT,
  "relation_to_victim_missing" TEXT,
  "was_victim_before" TEXT,
  "was_victim_before_missing" TEXT,
  "def_status" TEXT
);
CREATE UNIQUE INDEX "defendant_id" ON "defendant" ("id");
CREATE INDEX "defendant_record_id" ON "defendant" ("record_id", "position");
CREATE INDEX "defendant_person_code" ON "defendant" ("person_code");
CREATE TABLE "defendant__def_citizenship" (
  "owner_id" TEXT NOT NULL REFERENCES "defendant"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "defendant__def_role" (
  "owner_id" TEXT NOT NULL REFERENCES "defendant"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "defendant__relation_to_victim" (
  "owner_id" TEXT NOT NULL REFERENCES "defendant"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "investigation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "investigation_start" TEXT,
  "investigation_start_missing" TEXT,
  "investigation_end" TEXT,
  "investigation_end_missing" TEXT,
  "investigation_outcome" TEXT,
  "investigation_outcome_missing" TEXT,
  "discontinued_reason" TEXT,
  "discontinued_reason_missing" TEXT
);
CREATE INDEX "investigation_record_id" ON "investigation" ("record_id", "position");
CREATE INDEX "investigation_within" ON "investigation" ("within");
CREATE TABLE "custody" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "arrest_date" TEXT,
  "arrest_date_missing" TEXT,
  "custody_measure_missing" TEXT,
  "custody_days" INTEGER,
  "custody_days_missing" TEXT
);
CREATE INDEX "custody_record_id" ON "custody" ("record_id", "position");
CREATE INDEX "custody_within" ON "custody" ("within");
CREATE TABLE "custody__custody_measure" (
  "owner_id" TEXT NOT NULL REFERENCES "custody"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "indictment" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "indictment_date" TEXT,
  "indictment_date_missing" TEXT,
  "indictment_confirmed" TEXT,
  "indictment_confirmed_missing" TEXT
);
CREATE INDEX "indictment_record_id" ON "indictment" ("record_id", "position");
CREATE INDEX "indictment_within" ON "indictment" ("within");
CREATE TABLE "charge" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "charge_no" INTEGER,
  "charge_no_missing" TEXT,
  "charge_offence" TEXT,
  "charge_offence_missing" TEXT,
  "completion" TEXT,
  "completion_missing" TEXT,
  "participation" TEXT,
  "participation_missing" TEXT,
  "legal_article" TEXT,
  "legal_article_missing" TEXT,
  "iccs_code" TEXT,
  "charge_form" TEXT,
  "charge_form_missing" TEXT,
  "charge_min_months" INTEGER,
  "charge_min_months_missing" TEXT,
  "charge_max_months" INTEGER
);
CREATE INDEX "charge_record_id" ON "charge" ("record_id", "position");
CREATE INDEX "charge_within" ON "charge" ("within");
CREATE INDEX "charge_legal_article_record_id" ON "charge" ("legal_article", "record_id");
CREATE TABLE "verdict" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "charge"("id"),
  "verdict_date" TEXT,
  "verdict_date_missing" TEXT,
  "verdict" TEXT,
  "verdict_missing" TEXT,
  "verdict_instance" TEXT,
  "verdict_instance_missing" TEXT,
  "convicted_offence" TEXT,
  "convicted_offence_missing" TEXT,
  "final_date" TEXT,
  "final_date_missing" TEXT,
  "final_verdict" TEXT,
  "final_verdict_missing" TEXT
);
CREATE INDEX "verdict_record_id" ON "verdict" ("record_id", "position");
CREATE INDEX "verdict_within" ON "verdict" ("within");
CREATE TABLE "sentence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "verdict"("id"),
  "sentence_type" TEXT,
  "sentence_type_missing" TEXT,
  "sentence_months" INTEGER,
  "sentence_months_missing" TEXT,
  "suspended_months" INTEGER,
  "suspended_months_missing" TEXT,
  "fine_eur" INTEGER,
  "fine_eur_missing" TEXT,
  "aggravating_missing" TEXT,
  "mitigating_missing" TEXT,
  "final_sentence_months" INTEGER,
  "final_sentence_months_missing" TEXT,
  "sentence_served_from" TEXT,
  "sentence_served_from_missing" TEXT
);
CREATE INDEX "sentence_record_id" ON "sentence" ("record_id", "position");
CREATE INDEX "sentence_within" ON "sentence" ("within");
CREATE TABLE "sentence__aggravating" (
  "owner_id" TEXT NOT NULL REFERENCES "sentence"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "sentence__mitigating" (
  "owner_id" TEXT NOT NULL REFERENCES "sentence"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "trial" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "court" TEXT,
  "court_missing" TEXT,
  "court_level" TEXT,
  "court_level_missing" TEXT,
  "trial_instance" TEXT,
  "trial_instance_missing" TEXT,
  "trial_start" TEXT,
  "trial_start_missing" TEXT,
  "hearings_count" INTEGER,
  "hearings_count_missing" TEXT,
  "hearings_postponed" INTEGER,
  "hearings_postponed_missing" TEXT,
  "plea" TEXT,
  "plea_missing" TEXT,
  "tried_in_absentia" TEXT,
  "tried_in_absentia_missing" TEXT
);
CREATE INDEX "trial_record_id" ON "trial" ("record_id", "position");
CREATE INDEX "trial_within" ON "trial" ("within");
CREATE INDEX "trial_court_record_id" ON "trial" ("court", "record_id");
CREATE TABLE "judgment_sentence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "judgment_date" TEXT,
  "judgment_date_missing" TEXT,
  "judgment_instance" TEXT,
  "judgment_instance_missing" TEXT,
  "aggregate_type" TEXT,
  "aggregate_type_missing" TEXT,
  "aggregate_days" INTEGER,
  "aggregate_days_missing" TEXT,
  "aggregate_suspended_days" INTEGER,
  "aggregate_suspended_days_missing" TEXT,
  "probation_months" INTEGER,
  "probation_months_missing" TEXT,
  "aggregate_final" TEXT,
  "aggregate_final_missing" TEXT
);
CREATE INDEX "judgment_sentence_record_id" ON "judgment_sentence" ("record_id", "position");
CREATE INDEX "judgment_sentence_within" ON "judgment_sentence" ("within");
CREATE TABLE "appeal" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "defendant"("id"),
  "appeal_no" INTEGER,
  "appeal_no_missing" TEXT,
  "appeal_kind" TEXT,
  "appeal_kind_missing" TEXT,
  "appeal_by" TEXT,
  "appeal_by_missing" TEXT,
  "appeal_date" TEXT,
  "appeal_date_missing" TEXT,
  "appeal_court" TEXT,
  "appeal_court_missing" TEXT,
  "appeal_decision_date" TEXT,
  "appeal_decision_date_missing" TEXT,
  "appeal_outcome" TEXT,
  "appeal_outcome_missing" TEXT
);
CREATE INDEX "appeal_record_id" ON "appeal" ("record_id", "position");
CREATE INDEX "appeal_within" ON "appeal" ("within");
CREATE INDEX "appeal_appeal_court_record_id" ON "appeal" ("appeal_court", "record_id");
CREATE TABLE "asset" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "asset_no" INTEGER,
  "asset_no_missing" TEXT,
  "asset_type" TEXT,
  "asset_type_missing" TEXT,
  "asset_value_eur" INTEGER,
  "asset_value_eur_missing" TEXT
);
CREATE INDEX "asset_record_id" ON "asset" ("record_id", "position");
CREATE TABLE "asset_decision" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "within" TEXT NOT NULL REFERENCES "asset"("id"),
  "asset_stage" TEXT,
  "asset_stage_missing" TEXT,
  "asset_decision_value_eur" INTEGER,
  "asset_decision_value_eur_missing" TEXT,
  "asset_date" TEXT,
  "asset_date_missing" TEXT,
  "asset_use" INTEGER,
  "asset_use_missing" TEXT
);
CREATE INDEX "asset_decision_record_id" ON "asset_decision" ("record_id", "position");
CREATE INDEX "asset_decision_within" ON "asset_decision" ("within");
CREATE TABLE "claim" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "claim_no" INTEGER,
  "claim_no_missing" TEXT,
  "claim_kind_missing" TEXT,
  "claim_amount_eur" INTEGER,
  "claim_amount_eur_missing" TEXT,
  "claim_decision" TEXT,
  "claim_decision_missing" TEXT,
  "awarded_eur" INTEGER,
  "awarded_eur_missing" TEXT,
  "paid_eur" INTEGER,
  "paid_eur_missing" TEXT,
  "paid_by" TEXT,
  "paid_by_missing" TEXT
);
CREATE INDEX "claim_record_id" ON "claim" ("record_id", "position");
CREATE TABLE "claim__claim_kind" (
  "owner_id" TEXT NOT NULL REFERENCES "claim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim_group" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "vgroup_no" INTEGER,
  "vgroup_no_missing" TEXT,
  "vgroup_sex" TEXT,
  "vgroup_sex_missing" TEXT,
  "vgroup_age" TEXT,
  "vgroup_age_missing" TEXT,
  "vgroup_citizenship" TEXT,
  "vgroup_citizenship_missing" TEXT,
  "vgroup_form" TEXT,
  "vgroup_form_missing" TEXT,
  "vgroup_count" INTEGER,
  "vgroup_count_missing" TEXT
);
CREATE INDEX "victim_group_record_id" ON "victim_group" ("record_id", "position");
CREATE TABLE "cooperation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "case"("id"),
  "position" INTEGER NOT NULL,
  "coop_type" TEXT,
  "coop_type_missing" TEXT,
  "coop_country" TEXT,
  "coop_country_missing" TEXT,
  "coop_requested" TEXT,
  "coop_requested_missing" TEXT,
  "coop_answered" TEXT,
  "coop_answered_missing" TEXT,
  "extradition_result" TEXT,
  "extradition_result_missing" TEXT
);
CREATE INDEX "cooperation_record_id" ON "cooperation" ("record_id", "position");
CREATE TABLE "defendant_identity" (
  "record_id" TEXT PRIMARY KEY NOT NULL REFERENCES "case"("id"),
  "revision" INTEGER NOT NULL,
  "sealed" BLOB NOT NULL,
  "match_key" TEXT,
  "birth_key" TEXT
);
CREATE INDEX "defendant_identity_match_key" ON "defendant_identity" ("match_key");
CREATE INDEX "defendant_identity_birth_key" ON "defendant_identity" ("birth_key");
CREATE VIRTUAL TABLE "case__text" USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3');
