/**
 * Answers that a table may stumble over, written into a training register: markers of every kind, days on borders and
 * the wrong way round, dates known in part, rows that are missing, several registrations of one person.
 */
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { randomFrom } from '../../statistics/invented-victims.ts';
import { entangle } from '../entangle.ts';

type Cell = string | number | null;

/** No answer, and why; an unknown one oftener than the others, which not every field has. */
const markers = ['unknown', 'unknown', 'not_asked', 'refused', 'withheld', null];

/** Fields that need not apply, by the dictionary. */
const mayNotApply = [
  'recruitment_date',
  'recruiter_relationship',
  'exploitation_end',
  'exploitation_subtype',
  'identification_date',
  'identifying_institution',
  'guardian_appointed',
  'guardian_date',
  'social_worker_present',
  'residence_permit',
  'assistance_accepted',
  'return_type',
  'return_date',
  'return_country',
  'closure_reason',
  'reintegration_status',
  'compensation_claimed',
  'compensation_awarded',
  'compensation_received',
];

/** Fields in which something always stands. */
const always = ['reporting_institution', 'service_type', 'service_start', 'reintegration_date', 'prevented_date'];

/** Fields of one answer that the tables ask for, with codes that the training register seldom has. */
const single: Readonly<Record<string, Readonly<Record<string, readonly Cell[]>>>> = {
  victim: {
    re_trafficked: ['yes', 'no'],
    trafficking_scope: ['internal', 'cross_border', 'not_yet'],
    recruitment_country: ['XKX', 'ALB', 'BGR', 'DEU', 'UKR', 'STATELESS'],
    recruitment_date: ['2023', '2023-11', '2024-01-01', '2025-12-31'],
    first_detected_by: ['labour_inspection', 'teacher', 'client', 'foreign_authority', 'other', 'self_report'],
    first_contact_date: ['2024-02-29', '2023-12-31', '2024-06-30'],
    identification_date: ['2024-03-03', '2024-07-01'],
    identifying_institution: [],
    guardian_appointed: ['yes', 'no'],
    guardian_date: ['2024-03-03', '2024-03-04', '2024-01-01'],
    social_worker_present: ['yes', 'no'],
    reflection_period: ['granted', 'refused', 'not_requested', 'not_applicable_national'],
    residence_permit: ['student_work_family', 'subsidiary', 'refused', 'pending', 'none_requested', 'asylum_refugee'],
    assistance_offered: ['yes', 'no'],
    assistance_accepted: ['yes', 'partly', 'no'],
    return_type: ['deported_expelled', 'third_country_resettlement', 'not_applicable_domestic', 'stays_in_country'],
    return_date: ['2024-02-29', '2023-12-31', '2024-07-01'],
    return_country: ['XKX', 'MKD', 'DEU', 'UKR'],
    closure_reason: ['reintegrated', 'lost_contact'],
    exploitation_stage: ['exploited'],
    compensation_information: ['yes', 'no'],
    compensation_claimed: ['yes', 'no'],
  },
  recruiter: { recruiter_relationship: ['official', 'agency', 'stranger'] },
  journey_leg: { leg_from_country: ['XKX', 'ALB', 'DEU'], leg_to_country: ['XKX', 'SRB', 'ITA', 'UKR'] },
  exploitation: {
    exploitation_country: ['XKX', 'DEU', 'UKR', 'HRV'],
    exploitation_start: ['2022', '2023', '2023-02', '2024-01-31', '2021-05-15'],
    exploitation_end: ['2023', '2023-01', '2024-02-28', '2024-02-29', '2022-05-14'],
  },
  service: {
    service_type: ['reintegration_grant', 'child_specific_care', 'return_assistance'],
    service_start: ['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01'],
    service_outcome: ['completed', 'not_provided', 'ongoing'],
  },
  reintegration_entry: {
    reintegration_status: ['re_trafficked', 'own_business', 'in_shelter', 'deceased', 'employed'],
    reintegration_date: ['2024-02-29', '2024-07-01', '2026-02-28', '2026-03-01'],
  },
  compensation_claim: { compensation_awarded: [0, 10_000, 250_050], compensation_received: [0, 5_025, 10_000] },
  prevented_case: {
    prevented_date: ['2023-12-31', '2024-01-01', '2024-06-30', '2025-12-31'],
    prevented_stage: ['online_contact_stage', 'during_transport'],
    prevented_adults: [0, 3],
    prevented_children: [0, 1],
  },
};

/** Fields of several answers, by their record type or group. */
const several: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  victim: {
    citizenship: ['XKX', 'MDA', 'FRA', 'STATELESS', 'NGA', 'SRB'],
    recruitment_method: ['online_advert', 'newspaper_tv_advert', 'at_school_institution', 'abduction'],
    means: ['abduction', 'fraud', 'none_needed_child', 'abuse_of_power'],
  },
  exploitation: {
    exploitation_forms: ['servitude', 'domestic_servitude', 'organ_removal', 'other', 'sexual_exploitation'],
    exploitation_subtype: ['other', 'pornography', 'mining', 'street_selling', 'massage_parlour', 'fraud_scam'],
    venue: ['brothel', 'online', 'vehicle', 'institution'],
    control_methods: ['restricts_medical_care', 'uses_children', 'threat_of_law_enforcement', 'other'],
  },
};

/** Rewrites the register; nothing of it may have been counted before. */
export function unsettle(database: RegisterDatabase, seed: number): void {
  entangle(database, seed);
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const idsOf = (table: string): string[] =>
    database
      .prepare(`SELECT "id" FROM "${table}" ORDER BY rowid`)
      .all()
      .map(({ id }) => String(id));
  const markerOf = (field: string) => one(mayNotApply.includes(field) ? [...markers, 'not_applicable'] : markers);
  const isSometimes = (share: number): boolean => random() < share;

  database.write(() => {
    for (const [table, fields] of Object.entries(single)) {
      for (const id of idsOf(table)) {
        for (const [field, values] of Object.entries(fields)) {
          if (!isSometimes(0.15)) continue;
          const isAnswered = values.length > 0 && (always.includes(field) || isSometimes(0.65));
          const value = isAnswered ? one(values) : null;
          database
            .prepare(`UPDATE "${table}" SET "${field}" = ?, "${field}_missing" = ? WHERE "id" = ?`)
            .run(value, value === null ? markerOf(field) : null, id);
        }
      }
    }
    for (const [table, fields] of Object.entries(several)) {
      for (const id of idsOf(table)) {
        for (const [field, values] of Object.entries(fields)) {
          if (!isSometimes(0.15)) continue;
          const answers = isSometimes(0.65) ? new Set([one(values), one(values), one(values)]) : new Set<string>();
          database.prepare(`DELETE FROM "${table}__${field}" WHERE "owner_id" = ?`).run(id);
          database
            .prepare(`UPDATE "${table}" SET "${field}_missing" = ? WHERE "id" = ?`)
            .run(answers.size === 0 ? markerOf(field) : null, id);
          for (const [position, code] of [...answers].entries()) {
            database
              .prepare(`INSERT INTO "${table}__${field}" ("owner_id", "position", "code") VALUES (?, ?, ?)`)
              .run(id, position, code);
          }
        }
      }
    }
    for (const table of ['recruiter', 'service', 'compensation_claim', 'reintegration_entry']) {
      for (const id of idsOf(table)) {
        if (isSometimes(0.05)) database.prepare(`DELETE FROM "${table}" WHERE "id" = ?`).run(id);
      }
    }
  });
}

/** Leaves nothing known but that there are registrations and when somebody decided on them. */
export function forget(database: RegisterDatabase): void {
  const clear = (table: string, field: string) =>
    database.prepare(`UPDATE "${table}" SET "${field}" = NULL, "${field}_missing" = 'unknown'`).run();
  database.write(() => {
    for (const [table, fields] of Object.entries(single)) {
      for (const field of Object.keys(fields).filter((each) => !always.includes(each))) clear(table, field);
    }
    for (const [table, fields] of Object.entries(several)) {
      for (const field of Object.keys(fields)) {
        database.prepare(`DELETE FROM "${table}__${field}"`).run();
        database.prepare(`UPDATE "${table}" SET "${field}_missing" = 'unknown'`).run();
      }
    }
    for (const field of ['sex', 'birth_year', 'age_at_identification', 'age_basis', 'exploitation_main_form']) {
      clear('victim', field);
    }
    database.prepare(`UPDATE "victim" SET "age_group" = 'unknown'`).run();
  });
}
