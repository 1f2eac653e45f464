/** Search by name and likely same persons over an index of its own, against the bare indexed query in plain SQLite. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { segmentOf } from '#electron/database/repositories/segments.ts';
import { openSegment, type SegmentPlace, sealSegment } from '#electron/services/names/segment-cipher.ts';
import { fold } from '#shared/locale/fold.ts';
import { likelyPersons } from '#shared/names/likely-persons.ts';
import type { NameEntry } from '#shared/names/name-entry.ts';
import { NameLevel } from '#shared/names/name-level.ts';
import { PersonCollector } from '#shared/names/person-columns.ts';
import { searchTyped } from '#shared/names/typed-search.ts';
import { createRandom } from '#shared/training/random.ts';
import { type Comparison, compare, timed } from './compare.ts';
import { entryOf, type InventedPerson, inventPersons } from './invented-names.ts';

export interface NamesMeasured {
  readonly index: {
    readonly persons: number;
    readonly words: number;
    /** In memory. */
    readonly indexBytes: number;
    readonly sealedBytes: number;
  };
  readonly comparisons: readonly Comparison[];
}

/** Different names asked for in one round: one alone would time how common it is. */
const asked = 100;
const hits = 10;
/** Reading everything is long: fewer rounds. */
const loadRounds = 3;

const place = (segment: number): SegmentPlace => ({ registerId: 'bench', entity: 'victim', segment, changeNumber: 1 });

/** Measures an index of so many persons with invented names; no register is needed. */
export async function compareNames(count: number, rounds: number, seed: number): Promise<NamesMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'kriter-bench-names-'));
  const plain = new Sqlite(join(folder, 'plain.db'));
  try {
    const key = randomBytes(32);
    const some = createRandom(seed + 1);
    const samples: InventedPerson[] = [];
    const sealed = fill(plain, key, count, seed, (person) => {
      if (some.next() < (20 * asked) / count) samples.push(person);
    });
    const level = load(key, sealed);
    const comparisons = await compareQuestions(level, plain, samples, rounds, count);
    const loading = await compare(
      {
        name: `index of ${count} names read from its sealed segments`,
        reference: 'its rows read from plain SQLite',
        rounds: loadRounds,
      },
      () => timed(1, () => load(key, sealed)),
      () => timed(1, () => plain.prepare('SELECT * FROM person').all()),
    );
    return {
      index: {
        persons: count,
        words: level.dictionary.size,
        indexBytes: level.bytes,
        sealedBytes: sealed.reduce((sum, { length }) => sum + length, 0),
      },
      comparisons: [...comparisons, loading],
    };
  } finally {
    plain.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same persons in sealed segments and in a table with an index on the folded name. */
function fill(
  plain: Sqlite.Database,
  key: Buffer,
  count: number,
  seed: number,
  see: (person: InventedPerson) => void,
): Buffer[] {
  plain.pragma('journal_mode = WAL');
  plain.pragma('cache_size = -65536');
  plain.exec(
    'CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, folded TEXT, swapped TEXT, birth TEXT, sex TEXT, code TEXT)',
  );
  const insert = plain.prepare('INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)');
  const sealed: Buffer[] = [];
  let entries: NameEntry[] = [];
  const seal = (): void => {
    if (entries.length > 0) sealed.push(sealSegment(key, place(sealed.length), entries));
    entries = [];
  };
  plain.exec('BEGIN');
  let seq = 0;
  for (const person of inventPersons(count, seed)) {
    const { given, family, birth, sex } = person;
    insert.run(
      seq,
      `${given} ${family}`,
      fold(`${family} ${given}`),
      fold(`${given} ${family}`),
      birth,
      sex,
      `V-2026-${seq}`,
    );
    if (segmentOf(seq) > sealed.length) seal();
    entries.push(entryOf(person, seq));
    see(person);
    seq += 1;
  }
  seal();
  plain.exec('CREATE INDEX person_folded ON person (folded); CREATE INDEX person_swapped ON person (swapped)');
  plain.exec('COMMIT');
  plain.exec('ANALYZE');
  return sealed;
}

function load(key: Buffer, sealed: readonly Buffer[]): NameLevel {
  const collector = new PersonCollector();
  for (const [segment, content] of sealed.entries()) {
    const entries = openSegment(key, place(segment), content);
    if (entries === null) throw new Error('a segment does not open');
    for (const entry of entries) collector.add(entry);
  }
  return new NameLevel(collector);
}

const nothing = { birth: null, sex: null, citizenships: [], number: null };

async function compareQuestions(
  level: NameLevel,
  plain: Sqlite.Database,
  samples: readonly InventedPerson[],
  rounds: number,
  count: number,
): Promise<Comparison[]> {
  // Nobody knows which name stands first: each question is one for both orders.
  const prefix = (column: string, end: string): string =>
    `SELECT * FROM (SELECT * FROM person WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column} ${end})`;
  const either = (end: string) => plain.prepare(`${prefix('folded', end)} UNION ALL ${prefix('swapped', end)} ${end}`);
  const [first, all] = [either(`LIMIT ${hits + 1}`), either('')];
  const ask = (statement: typeof first, beginning: string): unknown[] => {
    const end = `${beginning}\u{10ffff}`;
    return statement.all(beginning, end, beginning, end);
  };
  const search = (text: string) => searchTyped([level], { text, limit: hits, owner: null });
  const likely = ({ given, family }: InventedPerson) =>
    likelyPersons([level], { ...nothing, given, family }, { most: hits, except: new Set() });
  const letters = (text: string, most: number): string => Array.from(text).slice(0, most).join('');
  const sampled = (round: number): readonly InventedPerson[] =>
    Array.from({ length: asked }, (_, at) => samples[(round * asked + at) % samples.length] as InventedPerson);
  for (const person of sampled(0)) {
    if (search(`${person.given} ${person.family}`).hits.length === 0) throw new Error('a name is not found');
    if (likely(person).length === 0) throw new Error('nobody is likely');
  }
  const line = (
    name: string,
    reference: string,
    ours: (person: InventedPerson) => unknown,
    theirs: (person: InventedPerson) => unknown,
  ): Promise<Comparison> => {
    const each = (act: (person: InventedPerson) => unknown) => async (round: number) => {
      const persons = sampled(round);
      return (await timed(1, () => persons.map(act).length)) / persons.length;
    };
    return compare({ name: `${name}, ${count} names`, reference, rounds }, each(ours), each(theirs));
  };
  return [
    await line(
      'search as you type: four letters of the family name',
      'first rows of the prefix in the indexes on the folded name',
      ({ family }) => search(letters(family, 4)),
      ({ family }) => ask(first, fold(letters(family, 4))),
    ),
    await line(
      'search as you type: family name and three letters of the given name',
      'first rows of the prefix in the indexes on the folded name',
      ({ given, family }) => search(`${family} ${letters(given, 3)}`),
      ({ given, family }) => ask(first, fold(`${family} ${letters(given, 3)}`)),
    ),
    await line(
      'likely same persons of a full name',
      'every row of the prefix in the indexes on the folded name',
      likely,
      ({ given, family }) => ask(all, fold(`${family} ${given}`)),
    ),
  ];
}
