/** Designed tables over a million records in memory against DuckDB, over the same records in the same process. */
import { loadRegister, registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Values } from '#shared/records/record.ts';
import { type CountedCube, createCubeCounter } from '#shared/statistics/design/count-cube.ts';
import { placesOf } from '#shared/statistics/design/cube.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { generateVictims } from '#shared/training/generate.ts';
import { standInInstitutions } from '#shared/training/stand-in-institutions.ts';
import { type Comparison, compare, timed } from '../compare.ts';
import { designs, nameOfDesign } from './designs.ts';
import { loadReference, type Reference, sqlOf } from './duckdb.ts';

export interface CrossMeasured {
  readonly records: number;
  readonly columns: number;
  readonly reference: string;
  readonly comparisons: readonly Comparison[];
  /** All tables together: the medians added up. */
  readonly total: { readonly ours: number; readonly theirs: number; readonly ratio: number };
}

/** Everything that is asked lies in it. */
const period = parsePeriod('2000-01-01..2030-12-31');
const inventedRecords = 4_000;

/** Counts each design in turns with DuckDB; refuses to compare speeds where the figures differ. */
export async function compareCross(
  options: { readonly crossRecords: number; readonly rounds: number; readonly seed: number },
  say: (what: string) => void,
): Promise<CrossMeasured> {
  await loadRegister('victims');
  const register = registerOf('victims');
  say(`cross: ${options.crossRecords} records in columns`);
  const store = fill(register, options.crossRecords, options.seed);
  say('cross: the same in DuckDB');
  const reference = await loadReference(register, store);
  try {
    const comparisons: Comparison[] = [];
    // One counter as in the program: it keeps which rows a period has and the classes of dates and numbers, no counts.
    const counter = createCubeCounter(register, store);
    for (const design of designs) {
      const count = (): CountedCube => counter({ design, period, threshold: null, most: 1_000_000 });
      const sql = sqlOf(register, design);
      await mustAgree(count(), reference, sql);
      const found = await compare(
        { name: nameOfDesign(design), reference: 'DuckDB', rounds: options.rounds },
        () => timed(1, count),
        () => timed(1, () => reference.connection.run(sql)),
      );
      say(`  ${found.name}: ${found.ratio}`);
      comparisons.push(found);
    }
    const sum = (side: 'ours' | 'theirs'): number => comparisons.reduce((all, each) => all + each[side].median, 0);
    const total = { ours: sum('ours'), theirs: sum('theirs'), ratio: sum('ours') / sum('theirs') };
    return {
      records: store.recordCount,
      columns: reference.columns,
      reference: `DuckDB ${reference.version}`,
      comparisons,
      total,
    };
  } finally {
    reference.close();
  }
}

/** Invented records, mixed among each other until there are enough of them. */
function fill(register: RegisterDeclaration, records: number, seed: number): ColumnStore {
  const invented: Values[] = [];
  const plan = {
    records: inventedRecords * 2,
    seed,
    today: '2026-11-22',
    country: 'XKX',
    reference: { INST: standInInstitutions('XKX') },
  };
  for (const { entity, content } of generateVictims(plan)) {
    if (entity === 'victim') invented.push(content.values);
    if (invented.length === inventedRecords) break;
  }
  const store = new ColumnStore(register, 'victim', 'XKX');
  const entry = { enteredBy: 'bench', enteredOn: '2026-11-22', findings: [] };
  const of = (record: number, factor: number): Values => invented[(record * factor + record) % invented.length] ?? {};
  const mixed = ['sex', 'recruitment_country', 'registration_date', 'means', 'trafficking_scope'] as const;
  for (let record = 0; record < records; record++) {
    const values: Record<string, Values[string]> = { ...of(record, 0), victim_code: `B-${record}` };
    for (const [at, field] of mixed.entries()) values[field] = of(record, 7 + 13 * at)[field] ?? null;
    store.apply({ id: String(record), content: { values, groups: {} }, isDraft: false, entry });
  }
  return store;
}

/** Every combination of answers, on both sides. */
async function mustAgree(cube: CountedCube, { connection }: Reference, sql: string): Promise<void> {
  const theirs = new Map<string, number>();
  for (const row of (await connection.runAndReadAll(sql)).getRowsJS()) {
    const figure = row.at(-1);
    const keys = row.slice(0, -1);
    if (keys.includes(null) || figure === null) continue;
    theirs.set(keys.map(String).join(' '), Number(figure));
  }
  const { dimensions, counts, figures } = cube;
  const values = figures?.values[0] ?? counts;
  let [cell, found] = [0, 0];
  for (const place of placesOf(dimensions)) {
    const lines = dimensions.map(({ lines: of, answers }, at) =>
      (place[at] as number) < answers ? of[place[at] as number] : undefined,
    );
    const value = values[cell++] as number;
    if (lines.includes(undefined) || Number.isNaN(value) || (!figures && value === 0)) continue;
    const key = lines.map((line) => line?.key).join(' ');
    if (Math.abs((theirs.get(key) ?? Number.NaN) - value) < 1e-6) found += 1;
    else throw new Error(`${key} is ${value} here and ${theirs.get(key)} in DuckDB: ${sql}`);
  }
  if (found !== theirs.size || found === 0) throw new Error(`${found} figures here, ${theirs.size} in DuckDB: ${sql}`);
}
