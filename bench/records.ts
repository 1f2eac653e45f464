/** Opening and saving one record through every gate, against the same rows read and written in ordinary SQLite. */
import type Sqlite from 'better-sqlite3';
import { textOf } from '#electron/database/repositories/record-writer.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { type Comparison, compare } from './compare.ts';
import { makePlainCopy } from './plain-copy.ts';
import type { BenchProgram } from './program.ts';

/** Records per round, where the register has enough of them: one alone would time the disk's mood. */
const mostAtOnce = 20;
const field = 'justice_case_ref';
const logs = ['audit_entry', 'history', 'change'] as const;

/** What one call left in the file, to be written again elsewhere. */
interface Written {
  readonly id: string;
  readonly root: readonly unknown[];
  readonly seq: number;
  readonly text: string;
  readonly logs: Readonly<Record<(typeof logs)[number], readonly (readonly unknown[])[]>>;
}

interface Times {
  opened: number;
  saved: number;
}

/** Three lines: opening, saving a completed record with a reason, and both together. */
export async function compareRecords(program: BenchProgram, rounds: number): Promise<Comparison[]> {
  const { database, kind } = program.session.register;
  const store = storeOf(database, kind).of('victim');
  const plain = makePlainCopy(database, program.folder);
  const inPlain = plainStatements(plain, store.root);
  const ids = database
    .prepare(
      `SELECT id FROM victim WHERE state = 'complete' AND archived = 0 AND binned_at IS NULL AND closure_date IS NULL
       AND consent_given = 'yes' ORDER BY random() LIMIT ?`,
    )
    .all((rounds + 1) * mostAtOnce)
    .map(({ id }) => String(id));
  const atOnce = Math.floor(ids.length / (rounds + 1));
  if (atOnce === 0) throw new Error('too few open records');
  const last = (table: string): number =>
    Number(database.prepare(`SELECT max(rowid) AS n FROM "${table}"`).get()?.n ?? 0);
  const since = (table: string, from: number) =>
    database.prepareRaw(`SELECT * FROM "${table}" WHERE rowid > ? ORDER BY rowid`).all(from);

  const written: Written[][] = [];
  const runOurs = async (round: number): Promise<Times> => {
    const times = { opened: 0, saved: 0 };
    const rows: Written[] = [];
    for (const id of ids.slice(round * atOnce, (round + 1) * atOnce)) {
      const from = Object.fromEntries(logs.map((table) => [table, last(table)]));
      const started = performance.now();
      const { meta, content } = await program.call('record.open', { id });
      const opened = performance.now();
      const values = { ...content.values, [field]: `PP.${round}/2026` };
      const changed = {
        id,
        revision: meta.revision,
        content: { ...content, values },
        reason: 'Number of the case received',
      };
      await program.call('record.save', changed);
      times.saved += performance.now() - opened;
      times.opened += opened - started;
      const { record } = storeOf(database, kind).find(id);
      const root = database.prepareRaw('SELECT * FROM victim WHERE id = ?').get(id) ?? [];
      const logged = {
        audit_entry: since('audit_entry', from['audit_entry'] ?? 0),
        history: since('history', from['history'] ?? 0),
        change: since('change', from['change'] ?? 0),
      };
      if (logged.history.length === 0) throw new Error('nothing was saved');
      const text = textOf(store.root, record.meta, record.content);
      rows.push({ id, root, seq: record.meta.seq, text, logs: logged });
    }
    written[round] = rows;
    return times;
  };
  const runTheirs = (round: number): Times => {
    const times = { opened: 0, saved: 0 };
    for (const rows of written[round] ?? []) {
      const started = performance.now();
      inPlain.open(rows);
      const opened = performance.now();
      inPlain.save(rows);
      times.saved += performance.now() - opened;
      times.opened += opened - started;
    }
    return times;
  };

  // Their rows are ours of the same round: ours always goes first, and one round keeps the times of all lines.
  const taken: { ours: Times; theirs: Times }[] = [];
  for (let round = 0; round <= rounds; round += 1) taken.push({ ours: await runOurs(round), theirs: runTheirs(round) });
  plain.close();
  const line = (name: string, reference: string, pick: (times: Times) => number): Promise<Comparison> =>
    compare(
      { name, reference, rounds },
      (round) => pick(taken[round]?.ours as Times) / atOnce,
      (round) => pick(taken[round]?.theirs as Times) / atOnce,
    );
  return [
    await line('open a record', 'its rows selected, one audit row written, plain SQLite', ({ opened }) => opened),
    await line('save a completed record', 'the same rows written, plain SQLite', ({ saved }) => saved),
    await line('open and save', 'both in plain SQLite', ({ opened, saved }) => opened + saved),
  ];
}

function plainStatements(sql: Sqlite.Database, root: ReturnType<ReturnType<typeof storeOf>['of']>['root']) {
  const columns = (table: string): string[] =>
    sql
      .prepare(`SELECT * FROM "${table}"`)
      .columns()
      .map(({ name }) => name);
  const insertInto = (table: string) =>
    sql.prepare(
      `INSERT INTO "${table}" VALUES (${columns(table)
        .map(() => '?')
        .join(', ')})`,
    );
  const insert = {
    audit_entry: insertInto('audit_entry'),
    history: insertInto('history'),
    change: insertInto('change'),
  };
  const names = columns(root.table);
  const update = sql.prepare(
    `UPDATE "${root.table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`,
  );
  const forget = sql.prepare(`DELETE FROM "${root.textIndex}" WHERE rowid = ?`);
  const index = sql.prepare(`INSERT INTO "${root.textIndex}" (rowid, body) VALUES (?, ?)`);
  const linksOf = (fields: typeof root.fields, owner: string) =>
    fields.flatMap(({ link }) =>
      link === null ? [] : [sql.prepare(`SELECT * FROM "${link}" WHERE owner_id ${owner}`)],
    );
  const reads = [
    sql.prepare(`SELECT * FROM "${root.table}" WHERE id = ?`),
    ...linksOf(root.fields, '= ?'),
    ...root.groups.flatMap(({ table, fields }) => [
      sql.prepare(`SELECT * FROM "${table}" WHERE record_id = ?`),
      ...linksOf(fields, `IN (SELECT id FROM "${table}" WHERE record_id = ?)`),
    ]),
  ];
  return {
    open: sql.transaction(({ id, logs: { audit_entry } }: Written) => {
      for (const read of reads) read.raw().all(id);
      insert.audit_entry.run(audit_entry[0]);
    }),
    save: sql.transaction(({ id, root: row, seq, text, logs: { audit_entry, history, change } }: Written) => {
      update.run(row, id);
      forget.run(seq);
      index.run(seq, text);
      for (const each of history) insert.history.run(each);
      for (const each of change) insert.change.run(each);
      for (const each of audit_entry.slice(1)) insert.audit_entry.run(each);
    }),
  };
}
