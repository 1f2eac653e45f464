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
  PRIMARY KEY ("list", "code")
);
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
CREATE TABLE "column_segment" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "change_number" INTEGER NOT NULL,
  "content" BLOB NOT NULL
);
CREATE TABLE "victim" (
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
  "carried" TEXT,
  "episode_no" INTEGER,
  "episode_no_missing" TEXT,
  "episode_relation" TEXT,
  "episode_relation_missing" TEXT,
  "registration_date" TEXT,
  "registration_date_missing" TEXT,
  "reporting_institution" TEXT,
  "reporting_institution_missing" TEXT,
  "data_source_missing" TEXT,
  "trafficking_status" TEXT,
  "consent_given" TEXT,
  "consent_given_missing" TEXT,
  "consent_by" TEXT,
  "consent_by_missing" TEXT,
  "legal_basis" TEXT,
  "legal_basis_missing" TEXT,
  "consent_withdrawn_on" TEXT,
  "consent_withdrawn_on_missing" TEXT,
  "justice_case_ref" TEXT,
  "justice_case_ref_missing" TEXT,
  "sex" TEXT,
  "sex_missing" TEXT,
  "birth_year" INTEGER,
  "birth_year_missing" TEXT,
  "age_at_identification" INTEGER,
  "age_at_identification_missing" TEXT,
  "age_basis" TEXT,
  "age_basis_missing" TEXT,
  "age_group" TEXT,
  "age_group_missing" TEXT,
  "citizenship_missing" TEXT,
  "country_of_birth" TEXT,
  "country_of_birth_missing" TEXT,
  "country_of_residence" TEXT,
  "country_of_residence_missing" TEXT,
  "municipality_of_origin" TEXT,
  "municipality_of_origin_missing" TEXT,
  "settlement_type" TEXT,
  "settlement_type_missing" TEXT,
  "ethnicity" TEXT,
  "ethnicity_missing" TEXT,
  "languages_missing" TEXT,
  "interpreter_needed" TEXT,
  "interpreter_needed_missing" TEXT,
  "marital_status" TEXT,
  "marital_status_missing" TEXT,
  "children_count" INTEGER,
  "children_count_missing" TEXT,
  "education_level" TEXT,
  "education_level_missing" TEXT,
  "employment_before" TEXT,
  "employment_before_missing" TEXT,
  "economic_situation" TEXT,
  "economic_situation_missing" TEXT,
  "lived_with" TEXT,
  "lived_with_missing" TEXT,
  "vulnerability_factors_missing" TEXT,
  "disability" TEXT,
  "disability_missing" TEXT,
  "migration_status_at_id" TEXT,
  "migration_status_at_id_missing" TEXT,
  "recruitment_date" TEXT,
  "recruitment_date_missing" TEXT,
  "age_at_recruitment" INTEGER,
  "age_at_recruitment_missing" TEXT,
  "child_when_trafficked" TEXT,
  "child_when_trafficked_missing" TEXT,
  "recruitment_country" TEXT,
  "recruitment_country_missing" TEXT,
  "recruitment_municipality" TEXT,
  "recruitment_municipality_missing" TEXT,
  "reason_for_leaving_missing" TEXT,
  "recruitment_method_missing" TEXT,
  "online_platform_missing" TEXT,
  "promised_activity_missing" TEXT,
  "promised_destination" TEXT,
  "promised_destination_missing" TEXT,
  "acts_missing" TEXT,
  "means_missing" TEXT,
  "debt_amount" INTEGER,
  "debt_amount_missing" TEXT,
  "sold_times" INTEGER,
  "sold_times_missing" TEXT,
  "trafficking_scope" TEXT,
  "trafficking_scope_missing" TEXT,
  "exploitation_stage" TEXT,
  "exploitation_stage_missing" TEXT,
  "intended_forms_missing" TEXT,
  "exploitation_main_form" TEXT,
  "exploitation_main_form_missing" TEXT,
  "exit_mode" TEXT,
  "exit_mode_missing" TEXT,
  "first_detected_by" TEXT,
  "first_detected_by_missing" TEXT,
  "first_contact_date" TEXT,
  "first_contact_date_missing" TEXT,
  "identification_date" TEXT,
  "identification_date_missing" TEXT,
  "identifying_institution" TEXT,
  "identifying_institution_missing" TEXT,
  "identification_country" TEXT,
  "identification_country_missing" TEXT,
  "guardian_appointed" TEXT,
  "guardian_appointed_missing" TEXT,
  "guardian_date" TEXT,
  "guardian_date_missing" TEXT,
  "risk_assessment_done" TEXT,
  "risk_assessment_done_missing" TEXT,
  "reflection_period" TEXT,
  "reflection_period_missing" TEXT,
  "reflection_days" INTEGER,
  "reflection_days_missing" TEXT,
  "residence_permit" TEXT,
  "residence_permit_missing" TEXT,
  "assistance_offered" TEXT,
  "assistance_offered_missing" TEXT,
  "assistance_accepted" TEXT,
  "assistance_accepted_missing" TEXT,
  "decline_reason_missing" TEXT,
  "return_type" TEXT,
  "return_type_missing" TEXT,
  "return_date" TEXT,
  "return_date_missing" TEXT,
  "return_country" TEXT,
  "return_country_missing" TEXT,
  "return_risk_assessed" TEXT,
  "return_risk_assessed_missing" TEXT,
  "reintegration_plan" TEXT,
  "reintegration_plan_missing" TEXT,
  "re_trafficked" TEXT,
  "re_trafficked_missing" TEXT,
  "times_trafficked" INTEGER,
  "times_trafficked_missing" TEXT,
  "closure_date" TEXT,
  "closure_date_missing" TEXT,
  "closure_reason" TEXT,
  "closure_reason_missing" TEXT,
  "cooperates" TEXT,
  "cooperates_missing" TEXT,
  "role_in_proceedings_missing" TEXT,
  "protection_measures_missing" TEXT,
  "social_worker_present" TEXT,
  "social_worker_present_missing" TEXT,
  "legal_aid" TEXT,
  "legal_aid_missing" TEXT,
  "punished_for_acts" TEXT,
  "punished_for_acts_missing" TEXT,
  "compensation_information" TEXT,
  "compensation_information_missing" TEXT,
  "compensation_claimed" TEXT,
  "compensation_claimed_missing" TEXT
);
CREATE UNIQUE INDEX "victim_id" ON "victim" ("id");
CREATE UNIQUE INDEX "victim_number" ON "victim" ("number");
CREATE INDEX "victim_code" ON "victim" ("code");
CREATE INDEX "victim_saved_at_id" ON "victim" ("saved_at", "id");
CREATE INDEX "victim_entered_by" ON "victim" ("entered_by");
CREATE INDEX "victim_import_batch" ON "victim" ("import_batch");
CREATE INDEX "victim_binned_at_archived_state_import_batch" ON "victim" ("binned_at", "archived", "state", "import_batch");
CREATE INDEX "victim_registration_date_id" ON "victim" ("registration_date", "id");
CREATE TABLE "victim__data_source" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__citizenship" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__languages" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__vulnerability_factors" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__reason_for_leaving" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__recruitment_method" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__online_platform" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__promised_activity" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__acts" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__means" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__intended_forms" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__decline_reason" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__role_in_proceedings" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "victim__protection_measures" (
  "owner_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "status_decision" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "status" TEXT,
  "status_missing" TEXT,
  "status_date" TEXT,
  "status_date_missing" TEXT,
  "status_institution" TEXT,
  "status_institution_missing" TEXT,
  "status_ground" TEXT,
  "status_ground_missing" TEXT
);
CREATE INDEX "status_decision_record_id" ON "status_decision" ("record_id", "position");
CREATE TABLE "recruiter" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "recruiter_relationship" TEXT,
  "recruiter_relationship_missing" TEXT,
  "recruiter_sex" TEXT,
  "recruiter_sex_missing" TEXT,
  "recruiter_citizenship" TEXT,
  "recruiter_citizenship_missing" TEXT
);
CREATE INDEX "recruiter_record_id" ON "recruiter" ("record_id", "position");
CREATE TABLE "journey_leg" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "leg_no" INTEGER,
  "leg_no_missing" TEXT,
  "leg_from_country" TEXT,
  "leg_from_country_missing" TEXT,
  "leg_to_country" TEXT,
  "leg_to_country_missing" TEXT,
  "leg_date" TEXT,
  "leg_date_missing" TEXT,
  "transport_mode_missing" TEXT,
  "border_crossing" TEXT,
  "border_crossing_missing" TEXT,
  "border_point" TEXT,
  "border_point_missing" TEXT,
  "travel_document" TEXT,
  "travel_document_missing" TEXT,
  "document_status" TEXT,
  "document_status_missing" TEXT,
  "accompanied_by_missing" TEXT
);
CREATE INDEX "journey_leg_record_id" ON "journey_leg" ("record_id", "position");
CREATE TABLE "journey_leg__transport_mode" (
  "owner_id" TEXT NOT NULL REFERENCES "journey_leg"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "journey_leg__accompanied_by" (
  "owner_id" TEXT NOT NULL REFERENCES "journey_leg"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "exploitation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "expl_no" INTEGER,
  "expl_no_missing" TEXT,
  "exploitation_country" TEXT,
  "exploitation_country_missing" TEXT,
  "exploitation_municipality" TEXT,
  "exploitation_municipality_missing" TEXT,
  "exploitation_start" TEXT,
  "exploitation_start_missing" TEXT,
  "exploitation_end" TEXT,
  "exploitation_end_missing" TEXT,
  "exploitation_forms_missing" TEXT,
  "exploitation_subtype_missing" TEXT,
  "venue_missing" TEXT,
  "control_methods_missing" TEXT,
  "freedom_of_movement" TEXT,
  "freedom_of_movement_missing" TEXT,
  "hours_per_week" INTEGER,
  "hours_per_week_missing" TEXT,
  "earnings_kept" TEXT,
  "earnings_kept_missing" TEXT,
  "exploiter_relationship" TEXT,
  "exploiter_relationship_missing" TEXT
);
CREATE INDEX "exploitation_record_id" ON "exploitation" ("record_id", "position");
CREATE TABLE "exploitation__exploitation_forms" (
  "owner_id" TEXT NOT NULL REFERENCES "exploitation"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "exploitation__exploitation_subtype" (
  "owner_id" TEXT NOT NULL REFERENCES "exploitation"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "exploitation__venue" (
  "owner_id" TEXT NOT NULL REFERENCES "exploitation"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "exploitation__control_methods" (
  "owner_id" TEXT NOT NULL REFERENCES "exploitation"("id"),
  "position" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("owner_id", "position")
) WITHOUT ROWID;
CREATE TABLE "referral" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "referral_from" TEXT,
  "referral_from_missing" TEXT,
  "referral_to" TEXT,
  "referral_to_missing" TEXT,
  "referral_date" TEXT,
  "referral_date_missing" TEXT
);
CREATE INDEX "referral_record_id" ON "referral" ("record_id", "position");
CREATE TABLE "service" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "service_type" TEXT,
  "service_type_missing" TEXT,
  "service_provider" TEXT,
  "service_provider_missing" TEXT,
  "service_start" TEXT,
  "service_start_missing" TEXT,
  "service_end" TEXT,
  "service_end_missing" TEXT,
  "service_outcome" TEXT,
  "service_outcome_missing" TEXT,
  "shelter_type" TEXT,
  "shelter_type_missing" TEXT
);
CREATE INDEX "service_record_id" ON "service" ("record_id", "position");
CREATE TABLE "reintegration_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "reintegration_status" TEXT,
  "reintegration_status_missing" TEXT,
  "reintegration_date" TEXT,
  "reintegration_date_missing" TEXT
);
CREATE INDEX "reintegration_entry_record_id" ON "reintegration_entry" ("record_id", "position");
CREATE TABLE "compensation_claim" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "record_id" TEXT NOT NULL REFERENCES "victim"("id"),
  "position" INTEGER NOT NULL,
  "compensation_forum" TEXT,
  "compensation_forum_missing" TEXT,
  "compensation_awarded" INTEGER,
  "compensation_awarded_missing" TEXT,
  "compensation_received" INTEGER,
  "compensation_received_missing" TEXT,
  "compensation_received_date" TEXT,
  "compensation_received_date_missing" TEXT
);
CREATE INDEX "compensation_claim_record_id" ON "compensation_claim" ("record_id", "position");
CREATE TABLE "victim_identity" (
  "record_id" TEXT PRIMARY KEY NOT NULL REFERENCES "victim"("id"),
  "revision" INTEGER NOT NULL,
  "sealed" BLOB NOT NULL,
  "match_key" TEXT,
  "birth_key" TEXT
);
CREATE INDEX "victim_identity_match_key" ON "victim_identity" ("match_key");
CREATE INDEX "victim_identity_birth_key" ON "victim_identity" ("birth_key");
CREATE TABLE "prevented_case" (
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
  "carried" TEXT,
  "prevented_registration_date" TEXT,
  "prevented_registration_date_missing" TEXT,
  "prevented_reporting_institution" TEXT,
  "prevented_reporting_institution_missing" TEXT,
  "prevented_date" TEXT,
  "prevented_date_missing" TEXT,
  "prevented_stage" TEXT,
  "prevented_stage_missing" TEXT,
  "prevented_institution" TEXT,
  "prevented_institution_missing" TEXT,
  "prevented_adults" INTEGER,
  "prevented_adults_missing" TEXT,
  "prevented_children" INTEGER,
  "prevented_children_missing" TEXT,
  "prevented_intended_form" TEXT,
  "prevented_intended_form_missing" TEXT
);
CREATE UNIQUE INDEX "prevented_case_id" ON "prevented_case" ("id");
CREATE UNIQUE INDEX "prevented_case_number" ON "prevented_case" ("number");
CREATE INDEX "prevented_case_code" ON "prevented_case" ("code");
CREATE INDEX "prevented_case_saved_at_id" ON "prevented_case" ("saved_at", "id");
CREATE INDEX "prevented_case_entered_by" ON "prevented_case" ("entered_by");
CREATE INDEX "prevented_case_import_batch" ON "prevented_case" ("import_batch");
CREATE INDEX "prevented_case_binned_at_archived_state_import_batch" ON "prevented_case" ("binned_at", "archived", "state", "import_batch");
CREATE INDEX "prevented_case_prevented_registration_date_id" ON "prevented_case" ("prevented_registration_date", "id");
CREATE VIRTUAL TABLE "victim__text" USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3');
CREATE VIRTUAL TABLE "prevented_case__text" USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3');
