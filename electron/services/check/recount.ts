/**
 * K9, T15 and T16 counted again in plain SQL over what is stored, sharing no code with the catalogue.
 * Definitions: statistical outputs, head and K9, T15, T16; docs/definitions.md for traffickings of one person.
 */
import type { RegisterDatabase } from '../../database/register-database.ts';

/** Count of persons by table, row and column, as `K9 child identified`. */
export type Recount = ReadonlyMap<string, number>;

/** Registrations that count: completed at least once, not in the bin, not of an import still being written. */
const registrations = `
  SELECT v.id, coalesce(v.code, v.id) AS person, v.episode_no, v.registration_date, v.episode_relation AS relation,
         CASE WHEN v.sex_missing IS NULL THEN v.sex END AS sex,
         CASE WHEN v.age_group_missing IS NULL THEN v.age_group END AS age,
         CASE WHEN v.exploitation_main_form_missing IS NULL THEN v.exploitation_main_form END AS form,
         v.exploitation_stage AS stage
  FROM victim v
  WHERE v.completed_revision IS NOT NULL AND v.binned_at IS NULL
    AND (v.import_batch IS NULL OR v.import_batch IN (SELECT id FROM import_batch WHERE visible_at IS NOT NULL))`;

/** One row per person and calendar year: the registration that carries the first decision of a trafficking. */
const counted = (status: string): string => `
  WITH registration AS (${registrations}),
  trafficking AS (
    SELECT *, row_number() OVER w AS place,
           sum(CASE WHEN relation = 'same_trafficking' THEN 0 ELSE 1 END) OVER w
             + (CASE WHEN first_value(relation) OVER w = 'same_trafficking' THEN 1 ELSE 0 END) AS trafficking
    FROM registration
    WINDOW w AS (PARTITION BY person ORDER BY episode_no, registration_date, id)),
  decided AS (
    SELECT t.*, (SELECT min(d.status_date) FROM status_decision d
                 WHERE d.record_id = t.id AND d.status = '${status}') AS day
    FROM trafficking t),
  first AS (
    SELECT *, row_number() OVER (PARTITION BY person, trafficking ORDER BY day, place) AS nth
    FROM decided WHERE day IS NOT NULL),
  yearly AS (
    SELECT *, row_number() OVER (PARTITION BY person, substr(day, 1, 4) ORDER BY day, place) AS nth_of_year
    FROM first WHERE nth = 1)
  SELECT * FROM yearly WHERE nth_of_year = 1 AND day BETWEEN ? AND ?`;

const childBands = ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'];
const adultBands = ['a18_24', 'a25_34', 'a35_49', 'a50_plus', 'adult_age_unknown'];

interface Person {
  readonly id: string;
  readonly sex: string | null;
  readonly age: string | null;
  readonly form: string | null;
  readonly stage: string | null;
}

const classOf = (age: string | null): 'child' | 'adult' | 'unknown' =>
  childBands.includes(age ?? '') ? 'child' : adultBands.includes(age ?? '') ? 'adult' : 'unknown';

function ageAndSex({ age, sex }: Person): string {
  const group = classOf(age);
  if (group === 'unknown' || sex === null) return 'unknown';
  if (sex === 'female') return group === 'child' ? 'girls' : 'women';
  if (sex === 'male') return group === 'child' ? 'boys' : 'men';
  return 'otherSex';
}

/** Recounts one calendar year (or any period, inclusive). */
export function recountVictims(database: RegisterDatabase, from: string, to: string): Recount {
  const found = new Map<string, number>();
  const add = (table: string, row: string, column: string): void => {
    for (const key of [`${table} ${row} ${column}`, `${table} total ${column}`])
      found.set(key, (found.get(key) ?? 0) + 1);
  };
  const persons = (status: string) => database.prepare(counted(status)).all(from, to) as unknown as Person[];
  const everyForm = database.prepare(`
    SELECT DISTINCT f.code FROM exploitation e JOIN exploitation__exploitation_forms f ON f.owner_id = e.id
    WHERE e.record_id = ?`);
  const intended = database.prepare('SELECT code FROM victim__intended_forms WHERE owner_id = ?');

  for (const person of persons('presumed')) add('K9', classOf(person.age), 'presumed');
  for (const person of persons('formally_identified')) {
    add('K9', classOf(person.age), 'identified');
    const sex = person.sex ?? 'unknown';
    const group = classOf(person.age);
    const band = group === 'unknown' ? 'unknown' : (person.age ?? 'unknown');
    for (const column of new Set([band, group, 'total'])) add('T15', sex, column);
    for (const column of [ageAndSex(person), 'total']) {
      add('T16/main', person.form ?? 'unknown', column);
      const forms = (person.stage === 'not_yet_exploited' ? intended : everyForm).all(person.id) as { code: string }[];
      for (const row of forms.length === 0 ? ['unknown'] : forms.map(({ code }) => code)) {
        found.set(`T16/every ${row} ${column}`, (found.get(`T16/every ${row} ${column}`) ?? 0) + 1);
      }
      found.set(`T16/every total ${column}`, (found.get(`T16/every total ${column}`) ?? 0) + 1);
    }
  }
  return found;
}
