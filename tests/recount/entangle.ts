/** Makes a training register hard to count: long chains of registrations, days on borders and ties, missing answers. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';

type Cell = string | number | null;

/** Numbers from 0 to below 1, the same ones for one seed. Source: Mulberry32. */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Days that touch a year, a half-year or each other. */
const borderDays = ['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01', '2024-07-01', '2024-12-31', '2025-01-01'];

/** Rewrites the register in one transaction; nothing of it may have been counted before. */
export function entangle(database: RegisterDatabase, seed: number): void {
  const next = numbersOf(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const set = (table: string, id: string, values: Readonly<Record<string, Cell>>): void => {
    const names = Object.keys(values).map((name) => `"${name}" = ?`);
    database.prepare(`UPDATE "${table}" SET ${names.join(', ')} WHERE "id" = ?`).run(...Object.values(values), id);
  };
  const idsOf = (table: string, where: string): string[] =>
    database
      .prepare(`SELECT "id" FROM "${table}" WHERE ${where} ORDER BY rowid`)
      .all()
      .map(({ id }) => String(id));

  database.write(() => {
    const ids = idsOf('victim', '"binned_at" IS NULL');
    chain(
      ids.toSorted(() => next() - 0.5),
      below,
      (id, values) => set('victim', id, values),
    );
    for (const id of ids) {
      if (next() < 0.25) set('victim', id, one(awkwardSexes));
      if (next() < 0.25) set('victim', id, one(awkwardAges));
      if (next() < 0.1)
        set('victim', id, { exploitation_main_form: null, exploitation_main_form_missing: one(['unknown', null]) });
    }
    for (const id of idsOf('status_decision', "\"status\" IN ('presumed', 'formally_identified')")) {
      if (next() < 0.4) set('status_decision', id, { status_date: one(borderDays) });
    }
    for (const id of idsOf('exploitation', 'true')) {
      if (next() > 0.2) continue;
      database.prepare('DELETE FROM "exploitation__exploitation_forms" WHERE "owner_id" = ?').run(id);
      set('exploitation', id, { exploitation_forms_missing: one(['unknown', null]) });
    }
    for (const id of idsOf('victim', '"exploitation_stage" = \'not_yet_exploited\'')) {
      // Behind those that stand there: answers are numbered without a gap.
      database
        .prepare(
          `INSERT INTO "victim__intended_forms" ("owner_id", "position", "code")
            SELECT ?, count(*), ? FROM "victim__intended_forms" WHERE "owner_id" = ?`,
        )
        .run(id, one(['servitude', 'organ_removal', 'other']), id);
    }
  });
}

const awkwardSexes: readonly Readonly<Record<string, Cell>>[] = [
  { sex: null, sex_missing: 'unknown' },
  { sex: null, sex_missing: 'withheld' },
  { sex: 'other_or_non_binary', sex_missing: null },
];

const noAge = {
  birth_year: null,
  birth_year_missing: 'unknown',
  age_at_identification: null,
  age_at_identification_missing: 'unknown',
};

const awkwardAges: readonly Readonly<Record<string, Cell>>[] = [
  { ...noAge, age_basis: null, age_basis_missing: 'unknown', age_group: 'unknown' },
  { ...noAge, age_basis: 'presumed_child', age_basis_missing: null, age_group: 'child_age_unknown' },
  { ...noAge, age_basis: 'stated', age_basis_missing: null, age_group: 'adult_age_unknown' },
];

/** Up to five registrations each become one person, of one or several traffickings. */
function chain(
  ids: readonly string[],
  below: (limit: number) => number,
  set: (id: string, values: Readonly<Record<string, Cell>>) => void,
): void {
  let from = 0;
  while (from < ids.length) {
    const links = ids.slice(from, from + 1 + below(5));
    for (const [position, id] of links.entries()) {
      const relation = position === 0 ? 'first_registration' : below(2) === 0 ? 'same_trafficking' : 'new_trafficking';
      // A code of our own: no other registration has it, so the numbers of the episodes are in order.
      set(id, { code: `V-CHAIN-${from}`, episode_no: position + 1, episode_relation: relation });
    }
    from += links.length;
  }
}
