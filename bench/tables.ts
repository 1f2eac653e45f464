/** Standard tables from columns in memory against the same counts in SQL, and how their time grows. */
import '../tests/load-dictionaries.ts';
import { compareRecount } from '#electron/services/check/compare-recount.ts';
import { recountVictims } from '#electron/services/check/recount.ts';
import { createLiveStore } from '#electron/services/statistics/counted-records.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { createTableCounter, type TableCounter } from '#shared/statistics/count-table.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { generateVictims } from '#shared/training/generate.ts';
import { standInInstitutions } from '#shared/training/stand-in-institutions.ts';
import { type Comparison, compare, type Spread, spread, timed } from './compare.ts';
import { openFinding } from './many-victims.ts';
import type { BenchProgram } from './program.ts';

const wanted = ['K9', 'T15', 'T16'] as const;
type Tables = ReturnType<typeof createTables>;

/** The counts alone, as the recount in SQL makes them. */
function countAll(counter: TableCounter, kind: RegisterKind, year: string): void {
  const period = parsePeriod(year);
  for (const id of wanted) {
    for (const part of findStatistic(kind, id).parts) counter.count(part, period);
  }
}

/** The same over columns, everything counted anew. */
export const countYear = (store: ColumnStore, year: string): void =>
  countAll(createTableCounter(store), 'victims', year);

/** The public view, as a reader gets it: with the search for cells to hide, over all tables that could tell them. */
const askAll = (tables: Tables, period: string): void => {
  for (const id of wanted) tables({ id, period, view: 'public', threshold: 5 });
};

/** Refuses to compare speeds where the figures differ. */
export async function compareTables({ session }: BenchProgram, rounds: number): Promise<Comparison[]> {
  const { database, kind } = session.register;
  const checked = compareRecount(database, kind);
  if (!checked.sound) throw new Error(`${checked.different} of ${checked.cells} cells differ from the recount`);

  const live = createLiveStore(database, kind, 'victim');
  live.catchUp();
  const yearOf = (round: number): number => 2018 + (round % 8);
  const against = (name: string, ours: (year: string) => unknown): Promise<Comparison> =>
    compare(
      { name: `K9, T15, T16 of a year: ${name}`, reference: 'the same counts in SQL, same file', rounds },
      (round) => timed(1, () => ours(String(yearOf(round)))),
      (round) => timed(1, () => recountVictims(database, `${yearOf(round)}-01-01`, `${yearOf(round)}-12-31`)),
    );
  const kept = createTableCounter(live.store);
  countAll(kept, kind, '2017');
  return [
    await against('counts', (year) => countAll(kept, kind, year)),
    await against('counts just after a record changed', (year) => countAll(createTableCounter(live.store), kind, year)),
    await against('all tables of the year counted, small cells hidden', (year) =>
      askAll(createTables(kind, live.store), year),
    ),
    await against('the first ones after sign-in, the whole register read', (year) => {
      const fresh = createLiveStore(database, kind, 'victim');
      fresh.catchUp();
      askAll(createTables(kind, fresh.store), year);
    }),
  ];
}

export interface Growth {
  readonly records: number;
  /** The counts alone, and all tables of the year with small cells hidden. */
  readonly counts: Spread;
  readonly tables: Spread;
}

/** K9, T15 and T16 of one year over ever more records, none of them read from a file. */
export async function growthOfTables(sizes: readonly number[], seed: number, rounds: number): Promise<Growth[]> {
  const store = new ColumnStore(registerOf('victims'), 'victim');
  const plan = {
    records: (sizes.at(-1) ?? 0) * 2,
    seed,
    today: '2026-11-22',
    country: 'XKX',
    reference: { INST: standInInstitutions('XKX') },
  };
  const codes = new Map<string, string>();
  const found: Growth[] = [];
  for (const record of generateVictims(plan)) {
    const size = sizes[found.length];
    if (size === undefined) break;
    if (record.entity !== 'victim' || record.binned) continue;
    const code = codes.get(record.sameCodeAs ?? '') ?? record.id;
    codes.set(record.id, code);
    const { id, content, state } = record;
    const isDraft = state === 'draft';
    const values = { ...content.values, victim_code: code };
    const entry = { enteredBy: 'bench', enteredOn: record.enteredOn, findings: record.findings.map(openFinding) };
    store.apply({ id, content: isDraft ? null : { ...content, values }, isDraft, entry });
    if (store.recordCount < size) continue;
    const times = { counts: [] as number[], tables: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const counts = await timed(1, () => countAll(createTableCounter(store), 'victims', '2025'));
      const tables = await timed(1, () => askAll(createTables('victims', store), '2025'));
      if (round === 0) continue;
      times.counts.push(counts);
      times.tables.push(tables);
    }
    found.push({ records: store.recordCount, counts: spread(times.counts), tables: spread(times.tables) });
  }
  return found;
}
