/** The search box through every gate, audited, against a prefix query and one audit row in plain SQLite. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { storeOf } from '#electron/services/records/record-store.ts';
import { identityOf } from '#electron/services/records/rule-context.ts';
import { fold } from '#shared/locale/fold.ts';
import { type Comparison, compare, timed } from './compare.ts';
import type { BenchProgram } from './program.ts';

const repeat = 10;
/** As many as the window asks for. */
const hits = 6;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One line; the register's names are read from its vault. */
export async function compareSearch(program: BenchProgram, rounds: number): Promise<Comparison[]> {
  const { session, call, folder } = program;
  const { database, kind } = session.register;
  const store = storeOf(database, kind).of('victim');
  const plain = new Sqlite(join(folder, 'plain-names.db'));
  plain.pragma('journal_mode = WAL');
  plain.pragma('synchronous = FULL');
  plain.exec('CREATE TABLE person (id TEXT PRIMARY KEY, folded TEXT, code TEXT, state TEXT, saved_at TEXT)');
  plain.exec('CREATE TABLE audit (number INTEGER PRIMARY KEY, at TEXT, name TEXT, detail TEXT)');
  const insert = plain.prepare('INSERT INTO person VALUES (?, ?, ?, ?, ?)');
  const names: string[] = [];
  plain.exec('BEGIN');
  for (const { meta } of store.reader.iterate({ groups: false })) {
    const { first_name, last_name } = identityOf(session, store, meta.id) ?? {};
    const name = `${textOf(last_name)} ${textOf(first_name)}`.trim();
    if (name === '') continue;
    names.push(name);
    insert.run(meta.id, fold(name), meta.code, meta.state, meta.savedAt);
  }
  plain.exec('CREATE INDEX person_folded ON person (folded); COMMIT');
  const find = plain.prepare(`SELECT * FROM person WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT ${hits + 1}`);
  const note = plain.prepare(`INSERT INTO audit (at, name, detail) VALUES (?, 'search.find', '{}')`);
  const typed = (round: number, at: number): string =>
    (names[(round * 7919 + at * 104_729) % names.length] ?? '').slice(0, 6);
  const search = (round: number) => {
    let at = 0;
    return () => call('search.find', { text: typed(round, at++), limit: hits });
  };
  for (let waiting = true; waiting; ) {
    const { names: found } = await call('search.find', { text: typed(0, 0), limit: hits });
    waiting = found.index.state === 'building';
    if (!waiting && found.hits.length === 0) throw new Error('a name is not found');
  }
  const line = await compare(
    {
      name: `search box: six letters of a name, codes and texts too, ${hits} identities opened`,
      reference: 'prefix query, one audit row written, plain SQLite',
      rounds,
    },
    (round) => timed(repeat, search(round)),
    (round) => {
      let at = 0;
      return timed(repeat, () => {
        const folded = fold(typed(round, at++));
        plain.exec('BEGIN');
        find.all(folded, `${folded}~`);
        note.run(new Date().toISOString());
        plain.exec('COMMIT');
      });
    },
  );
  plain.close();
  return [line];
}
