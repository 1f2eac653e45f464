/** Columns taken up from what is stored of them, against reading the same bytes; and how that grows with the register. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerInfo } from '#electron/database/fixed-tables.ts';
import { migrate } from '#electron/database/migrate.ts';
import { migrationsOf } from '#electron/database/migrations.ts';
import { openDatabase } from '#electron/database/open-database.ts';
import { tablesOf } from '#electron/database/registers.ts';
import { storeColumnSegment } from '#electron/database/repositories/column-segments.ts';
import { segmentRows } from '#electron/database/repositories/segments.ts';
import { recountVictims } from '#electron/services/check/recount.ts';
import { createLiveStore } from '#electron/services/statistics/counted-records.ts';
import { fingerprintOf, writeSegment } from '#electron/services/statistics/segment-format.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { usualYear } from '#shared/statistics/period.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { type Comparison, compare, type Spread, spread, timed } from './compare.ts';
import { segmentsOfVictims } from './many-victims.ts';
import type { BenchProgram } from './program.ts';
import { countYear } from './tables.ts';

const format = { version: 'bench', registerId: 'bench' } as const;
const entity = 'victim';

/** The first table that somebody asks for after sign-in, through every gate, its small cells hidden. */
export async function compareFirstTable(program: BenchProgram, rounds: number): Promise<Comparison[]> {
  // Whatever the parts before changed is stored, so that every round finds segments.
  await program.signInAgain();
  const usual = usualYear(new Date());
  const recount = (year: number): unknown =>
    recountVictims(program.session.register.database, `${year}-01-01`, `${year}-12-31`);
  const line = (what: string, view: 'internal' | 'public', yearOf: (round: number) => number): Promise<Comparison> =>
    compare(
      {
        name: `first table after sign-in, asked once the thread is ready: K9, ${view}, ${what}`,
        reference: 'K9, T15, T16 in SQL',
        rounds,
      },
      async (round) => {
        await program.signInAgain();
        // As the page asks.
        const marks = view === 'internal' ? 'later' : undefined;
        return timed(1, () =>
          program.call('statistics.table', { id: 'K9', period: String(yearOf(round)), view, marks }),
        );
      },
      (round) => timed(1, () => recount(yearOf(round))),
    );
  return [
    await line('the year that the page opens with', 'internal', () => usual),
    await line('the year that the page opens with', 'public', () => usual),
    await line('any other year, marks later', 'internal', (round) => usual - 1 - (round % 7)),
    await line('any other year', 'public', (round) => usual - 1 - (round % 7)),
  ];
}

export interface ColumnGrowth {
  readonly records: number;
  /** From a connection just opened to columns that can be counted from, against every stored byte of them selected. */
  readonly loading: Comparison;
  /** The same by the time that processors worked for it, in any thread: other programs on the machine are not in it. */
  readonly processor: { readonly ours: Spread; readonly theirs: Spread; readonly ratio: number };
  readonly storedBytes: number;
  /** As the store says. */
  readonly heldBytes: number;
  /** By which the memory of the process grew, garbage collected where it can be. */
  readonly grownBytes: number;
  /** K9, T15 and T16 of a year, counted anew. */
  readonly counts: Spread;
}

/** Registers of these sizes, each of them stored in an encrypted file of its own. */
export async function growthOfColumns(
  sizes: readonly number[],
  seed: number,
  rounds: number,
  say: (what: string) => void,
): Promise<ColumnGrowth[]> {
  const found: ColumnGrowth[] = [];
  for (const size of sizes) {
    say(`  ${size} records`);
    const folder = mkdtempSync(join(tmpdir(), 'kriter-columns-'));
    try {
      const key = randomBytes(32);
      const file = join(folder, 'register.db');
      const storedBytes = storeAll(file, Buffer.from(key), size, segmentsOfVictims(size, seed, segmentRows));
      say(`    stored`);
      const measured = await measureSize({ file, key, records: size, storedBytes }, rounds);
      // The largest sizes take long, and what is found so far is not to wait for them.
      say(`    ${JSON.stringify(measured)}`);
      found.push(measured);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return found;
}

function storeAll(file: string, key: Buffer, records: number, segments: Iterable<ColumnStore>): number {
  const root = tablesOf('victims').roots.find((each) => each.entity.id === entity);
  if (!root) throw new Error(`${entity} is no record type`);
  const database = openDatabase({ file, key, mode: 'create' });
  const now = new Date();
  migrate(database, migrationsOf('victims'), now);
  const words = { id: format.registerId, institution: 'Bench', office: '', country: 'XKX', language: 'en' } as const;
  const facts = {
    training: true,
    createdAt: now.toISOString(),
    headerGeneration: 1,
    headerMac: null,
    rehearsedAt: null,
  };
  database.orm
    .insert(registerInfo)
    .values({ kind: 'victims', ...words, ...facts })
    .run();
  // Loading looks only for the newest key.
  const row = {
    seq: records - 1,
    id: 'newest',
    state: 'draft',
    archived: 0,
    revision: 1,
    dictionary_version: '1',
  };
  const entered = { entered_by: 'bench', created_at: now.toISOString(), saved_at: now.toISOString() };
  database.write(() => {
    const columns = Object.entries({ ...row, ...entered });
    database
      .prepare(
        `INSERT INTO "${root.table}" (${columns.map(([name]) => `"${name}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
      )
      .run(...columns.map(([, value]) => value));
  });
  let bytes = 0;
  let segment = 0;
  for (const store of segments) {
    const fingerprint = fingerprintOf(format, registerOf('victims'), store);
    const place = { segment, changeNumber: 0, first: segment * segmentRows, end: (segment + 1) * segmentRows };
    const content = writeSegment(store, fingerprint, place);
    if (content === null) throw new Error('a segment cannot be made');
    bytes += content.length;
    storeColumnSegment(database, root, { entity, segment, changeNumber: 0, content });
    segment += 1;
  }
  database.close();
  return bytes;
}

const grown = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

interface Stored {
  readonly file: string;
  readonly key: Buffer;
  readonly records: number;
  readonly storedBytes: number;
}

async function measureSize({ file, key, records, storedBytes }: Stored, rounds: number): Promise<ColumnGrowth> {
  const open = () => openDatabase({ file, key: Buffer.from(key), mode: 'read' });
  const worked = { ours: [] as number[], theirs: [] as number[] };
  /** Opening the connection is left out on both sides. */
  const withConnection = async (
    side: keyof typeof worked,
    act: (database: ReturnType<typeof open>) => unknown,
  ): Promise<number> => {
    const database = open();
    try {
      const before = process.cpuUsage();
      const ms = await timed(1, () => act(database));
      const { user, system } = process.cpuUsage(before);
      worked[side].push((user + system) / 1_000);
      return ms;
    } finally {
      database.close();
    }
  };
  const load = (database: ReturnType<typeof open>): ColumnStore => {
    const live = createLiveStore(database, 'victims', entity, { version: format.version });
    live.catchUp();
    if (live.store.recordCount !== records) throw new Error('the columns hold other records');
    return live.store;
  };
  const loading = await compare(
    { name: `columns of ${records} records taken up`, reference: 'their bytes selected', rounds },
    () => withConnection('ours', load),
    () =>
      withConnection('theirs', (database) => {
        let bytes = 0;
        for (const row of database.sql.prepare('SELECT "content" FROM "column_segment"').iterate()) {
          bytes += (row as { content: Buffer }).content.length;
        }
        if (bytes < storedBytes) throw new Error('something is missing');
      }),
  );
  // The first round does not count.
  const [ours, theirs] = [spread(worked.ours.slice(1)), spread(worked.theirs.slice(1))];
  const processor = { ours, theirs, ratio: ours.median / theirs.median };
  const before = grown();
  const database = open();
  const store = load(database);
  database.close();
  const grownBytes = grown() - before;
  const counts: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ms = await timed(1, () => countYear(store, '2025'));
    if (round > 0) counts.push(ms);
  }
  return { records, loading, processor, storedBytes, heldBytes: store.bytes(), grownBytes, counts: spread(counts) };
}
