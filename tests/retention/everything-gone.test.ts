/** What was erased is nowhere: in no table, no search index, no free page, no gap of a page and no journal. */

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseFile } from '#electron/security/header.ts';
import { fold } from '#shared/locale/fold.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { addAccount, databaseOf, eraseByTwo, propose, signIn } from './people.ts';
import { countHits, readPages } from './raw-pages.ts';

const letters = 'abdegiklmnoprstuvz';

/** A word like no other: neighbours in the search index share beginnings, and the rest of each word stands there. */
const marked = (record: number, place: string): string =>
  [...createHash('sha256').update(`${record} ${place}`).digest().subarray(0, 16)]
    .map((byte) => letters[byte % letters.length])
    .join('');

const places = ['a', 'b', 'c'].flatMap((round) => ['ref', 'leg', 'why'].map((place) => `${place}${round}`));

/** What is typed and not saved is in no word index. */
const typed = 'typed';

const recordsMade = 6;
const erased = [1, 4];

async function makeRecord(program: Program, n: number): Promise<string> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const id = meta.id;
  const row = `019a0000-0000-7000-8000-0000000${String(n).padStart(5, '0')}`;
  let revision = meta.revision;
  // Several saves, so that the history holds old values too.
  for (const round of ['a', 'b', 'c']) {
    const saved = await program.call('record.save', {
      id,
      revision,
      content: {
        values: {
          ...content.values,
          consent_given: 'yes',
          data_source: ['interview_with_person'],
          justice_case_ref: marked(n, `ref${round}`),
        },
        groups: { journey_leg: [{ id: row, values: { border_point: marked(n, `leg${round}`) } }] },
      },
      reason: marked(n, `why${round}`),
    });
    const named = await program.call('identity.save', {
      recordId: id,
      revision: saved.meta.revision,
      values: { first_name: `Arta ${round}`, last_name: 'Shembulli', date_of_birth: '2001-02-03' },
    });
    revision = named.meta.revision;
  }
  await program.call('note.add', {
    recordId: id,
    at: { entity: 'victim', field: 'sex' },
    text: 'Asked twice.',
  });
  await program.call('draft.keep', {
    id,
    window: '019a0000-0000-7000-8000-0000000000ff',
    revision,
    content: { values: { ...content.values, justice_case_ref: marked(n, typed) }, groups: {} },
    unread: {},
    identity: { values: { first_name: 'Arta d' }, unread: {} },
  });
  await program.call('record.open', { id });
  return id;
}

/** Every cell of every table, the shadows of the search index included. */
function everyCell(program: Program): { table: string; value: Buffer }[] {
  const { sql } = databaseOf(program);
  const tables = sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
  return tables.flatMap((table) =>
    (sql.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]).flatMap((row) =>
      row.map((value) => ({ table, value: Buffer.isBuffer(value) ? value : Buffer.from(String(value ?? ''), 'utf8') })),
    ),
  );
}

/** The ends of the words of a record, as typed and as the search index spells them. */
const endings = (n: number): string[] => [
  ...new Set(
    [...places, typed].flatMap((place) => [marked(n, place), fold(marked(n, place))]).map((word) => word.slice(3)),
  ),
];

/** Record, group, history, typing that was not saved, and the words of the search index. */
const everywhere = ['victim', 'journey_leg', 'history', 'victim__text_data', 'draft'];

interface Found {
  readonly tables: string[];
  readonly pages: number;
  readonly log: number;
}

function look(program: Program, n: number): Found {
  const file = join(program.register, databaseFile);
  const key = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  const isHit = (text: Buffer): boolean => endings(n).some((ending) => text.includes(ending));
  const { file: pages, log } = countHits(readPages(file, key), endings(n));
  const cells = everyCell(program).filter(({ value }) => isHit(value));
  return { tables: [...new Set(cells.map(({ table }) => table))], pages, log };
}

async function prepare(): Promise<{ program: Program; ids: string[] }> {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  await addAccount(program, 'admin', ['administrator']);
  const ids: string[] = [];
  for (let n = 0; n < recordsMade; n += 1) ids.push(await makeRecord(program, n));
  return { program, ids };
}

test('no table, page or journal holds a word of an erased record, and every word of the others is still there', async () => {
  const { program, ids } = await prepare();
  const before = Array.from(ids.keys(), (n) => look(program, n));
  for (const { tables, pages, log } of before) {
    // The search can find.
    expect(tables).toEqual(expect.arrayContaining(everywhere));
    expect(pages + log).toBeGreaterThan(3);
  }
  const gone = erased.map((n) => ids[n] ?? '');
  const { outcome } = await eraseByTwo(program, gone);
  expect(outcome).toEqual({ erased: 2, isSwept: true });
  for (const n of erased) expect(look(program, n)).toEqual({ tables: [], pages: 0, log: 0 });
  for (const n of [0, 2, 3, 5]) {
    expect(look(program, n).tables).toEqual(expect.arrayContaining(everywhere));
  }
  // The identifier alone stays, where it was said that it does.
  for (const id of gone) {
    const tables = new Set(everyCell(program).flatMap(({ table, value }) => (value.includes(id) ? [table] : [])));
    expect([...tables].sort()).toEqual(['audit_entry', 'change', 'erasure']);
  }
  // Nothing was lost by the sweep: the register is whole, and the search finds the others.
  await signIn(program, 'first');
  const { sound, findings } = await program.runJob('register.check', { seal: null });
  expect(findings.filter((finding) => !finding.sound)).toEqual([]);
  expect(sound).toBe(true);
  const search = async (n: number) =>
    (await program.call('record.list', listOf('victim', { search: marked(n, 'refc') }))).total;
  expect(await search(0)).toBe(1);
  expect(await search(1)).toBe(0);
});

test('the sealed identity of before and of now is gone from pages and journal, whichever part was erased', async () => {
  const { program, ids } = await prepare();
  const file = join(program.register, databaseFile);
  const key = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  const [whole = '', vault = '', kept = ''] = ids;
  const sealedOf = (id: string): Buffer[] =>
    databaseOf(program)
      .prepare(
        ['history', 'victim_identity', 'draft', 'field_note']
          .map((table) => `SELECT sealed FROM ${table} WHERE record_id = $id AND sealed IS NOT NULL`)
          .join(' UNION ALL '),
      )
      .all({ id })
      .map(({ sealed }) => sealed as Buffer);
  const sealed = new Map([whole, vault, kept].map((id) => [id, sealedOf(id)]));
  expect([...sealed.values()].map((each) => each.length)).toEqual([5, 5, 5]);
  const hits = (id: string): number => {
    // The middle of each ciphertext: unlike any other bytes of the file.
    const middles = (sealed.get(id) ?? []).map((blob) => blob.subarray(16, 48));
    const { file: pages, log } = countHits(readPages(file, key), middles);
    return pages + log;
  };
  expect(hits(whole)).toBeGreaterThan(0);
  const first = await propose(program, [whole]);
  const second = await propose(program, [vault], 'vault');
  await signIn(program, 'admin');
  await program.call('erasure.confirm', { ids: [...first, ...second] });
  expect([hits(whole), hits(vault)]).toEqual([0, 0]);
  expect(hits(kept)).toBeGreaterThan(0);
});

test('a reader that stands in the way does not stop the erasure: the journal is emptied once it is gone', async () => {
  const { program, ids } = await prepare();
  const { openDatabase } = await import('#electron/database/open-database.ts');
  const file = join(program.register, databaseFile);
  const key = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  const proposals = await propose(program, [ids[1] ?? '']);
  await signIn(program, 'admin');
  const reader = openDatabase({ file, key, mode: 'read' });
  reader.sql.exec('BEGIN');
  reader.sql.prepare('SELECT count(*) FROM victim').get();
  expect(await program.call('erasure.confirm', { ids: proposals })).toEqual({ erased: 1, isSwept: false });
  expect(databaseOf(program).prepare('SELECT count(*) AS n FROM victim').get()).toEqual({ n: recordsMade - 1 });
  expect(look(program, 1).log).toBeGreaterThan(0);
  reader.close();
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect((await program.call('erasure.finished', { after: null, limit: 5 })).rows).toMatchObject([{ isSwept: true }]);
  expect(look(program, 1)).toEqual({ tables: [], pages: 0, log: 0 });
});

test('the pages are read as they lie on the disk: a planted free page would be seen', async () => {
  const { program } = await prepare();
  const { sql } = databaseOf(program);
  const file = join(program.register, databaseFile);
  const key = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  sql.pragma('secure_delete = OFF');
  sql.exec('CREATE TABLE scratch (text TEXT)');
  sql.prepare('INSERT INTO scratch VALUES (?)').run('plantedinafreepage'.repeat(400));
  sql.exec('DROP TABLE scratch');
  sql.pragma('wal_checkpoint(TRUNCATE)');
  expect(statSync(`${file}-wal`).size).toBe(0);
  expect(countHits(readPages(file, key), ['plantedinafreepage']).file).toBeGreaterThan(0);
  // The file itself shows none of it without the key.
  expect(readFileSync(file).includes('plantedinafreepage')).toBe(false);
});
