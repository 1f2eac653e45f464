/** What falls due, when, and for whom. */
import { expect, test } from 'vitest';
import { openRegister, type Program } from '../program/open-program.ts';
import { databaseOf, namedVictim, numberedCase, propose } from './people.ts';

const due = async (program: Program) => (await program.call('retention.due', { limit: 100 })).rows;

/** The day on which the program thinks it is. */
const setToday = (program: Program, day: string): void => {
  program.clock = { now: () => new Date(`${day}T10:00:00Z`) };
};

/** A draft that was closed, or last worked on, on these days. */
async function oldVictim(program: Program, values: Record<string, string> = {}): Promise<string> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const answered = { values: { ...content.values, ...values }, groups: {} };
  await program.call('record.save', { id: meta.id, revision: meta.revision, content: answered, reason: null });
  return meta.id;
}

const institutions = async (program: Program): Promise<string[]> =>
  ((await program.call('reference.list', {})).lists.INST ?? []).map(({ code }) => code);

test('as delivered no period is set: nothing falls due by time, and the list says so', async () => {
  const program = await openRegister();
  setToday(program, '1995-01-01');
  await oldVictim(program);
  setToday(program, '2026-06-01');
  expect(await program.call('retention.due', { limit: 100 })).toEqual({ rows: [], total: 0, isPeriodSet: false });
});

test('the period begins on the day of closing, else on the last day of work, and ends on its anniversary', async () => {
  const program = await openRegister();
  await program.call('retention.set', { years: 10 });
  setToday(program, '2016-02-29');
  const open = await oldVictim(program);
  const closed = await oldVictim(program, { closure_date: '2015-12-31' });
  setToday(program, '2025-12-30');
  expect(await due(program)).toEqual([]);
  setToday(program, '2025-12-31');
  expect(await due(program)).toMatchObject([
    { recordId: closed, cause: 'period', scope: 'record', since: '2015-12-31', dueOn: '2025-12-31' },
  ]);
  // 29 February has no anniversary in 2026.
  setToday(program, '2026-02-28');
  expect((await due(program)).map(({ recordId }) => recordId)).toEqual([closed]);
  setToday(program, '2026-03-01');
  expect(await due(program)).toMatchObject([{ recordId: closed }, { recordId: open, dueOn: '2026-03-01' }]);
});

test('work on a record lets its period begin anew, moving it to the bin or reading it does not', async () => {
  const program = await openRegister();
  await program.call('retention.set', { years: 5 });
  setToday(program, '2015-05-01');
  const [binned, worked] = [await oldVictim(program), await oldVictim(program)];
  setToday(program, '2019-05-01');
  const { meta, content } = await program.call('record.open', { id: worked });
  const changed = { values: { ...content.values, justice_case_ref: 'K 12/2019' }, groups: {} };
  await program.call('record.save', { id: worked, revision: meta.revision, content: changed, reason: null });
  await program.call('record.bin', { id: binned, revision: meta.revision, reason: 'entered twice' });
  setToday(program, '2020-05-02');
  expect(await due(program)).toMatchObject([{ recordId: binned, binned: true, since: '2015-05-01' }]);
  setToday(program, '2024-05-01');
  expect((await due(program)).map(({ recordId }) => recordId).sort()).toEqual([binned, worked].sort());
});

test('an institution with a period of its own keeps its records longer or shorter than the register', async () => {
  const program = await openRegister();
  const [short = '', long = '', usual = ''] = await institutions(program);
  await program.call('retention.set', { years: 10, institutions: { [short]: 2, [long]: 30 } });
  setToday(program, '2010-01-01');
  for (const code of [short, long, usual]) await oldVictim(program, { reporting_institution: code });
  const dueIn = async (day: string) => {
    setToday(program, day);
    return (await due(program)).map(({ institution }) => institution);
  };
  expect(await dueIn('2012-01-01')).toEqual([short]);
  expect(await dueIn('2020-01-01')).toEqual([short, usual]);
  expect(await dueIn('2040-01-01')).toEqual([short, usual, long]);
  await program.call('retention.set', { years: null, institutions: { [short]: null } });
  expect(await dueIn('2040-01-01')).toEqual([long]);
  expect(await program.call('retention.get', {})).toMatchObject({ years: null, institutions: { [long]: 30 } });
});

test('withdrawn consent makes the identity due at once, unless another legal basis carries it', async () => {
  const program = await openRegister();
  setToday(program, '2026-05-04');
  const withdrawn = await namedVictim(program);
  const carried = await namedVictim(program);
  const untouched = await namedVictim(program);
  const answer = async (id: string, values: Record<string, string>) => {
    const { meta, content } = await program.call('record.open', { id });
    const next = { values: { ...content.values, ...values }, groups: content.groups };
    await program.call('record.save', { id, revision: meta.revision, content: next, reason: null });
  };
  await answer(withdrawn.id, { consent_withdrawn_on: '2026-05-02' });
  await answer(carried.id, { consent_withdrawn_on: '2026-05-02', legal_basis: 'law' });
  const rows = await due(program);
  expect(rows).toMatchObject([
    { recordId: withdrawn.id, cause: 'consent', scope: 'vault', since: '2026-05-02', dueOn: '2026-05-02' },
  ]);
  expect(rows.map(({ recordId }) => recordId)).not.toContain(untouched.id);
});

test('an identity that was taken out of the vault but stays sealed in the history is still due', async () => {
  const program = await openRegister();
  const meta = await namedVictim(program);
  const emptied = await program.call('identity.save', { recordId: meta.id, revision: meta.revision, values: {} });
  const { content } = await program.call('record.open', { id: meta.id });
  const refused = { values: { ...content.values, consent_given: 'no' }, groups: {} };
  await program.call('record.save', { id: meta.id, revision: emptied.meta.revision, content: refused, reason: null });
  expect(emptied.meta.hasIdentity).toBe(false);
  expect(await due(program)).toMatchObject([{ recordId: meta.id, cause: 'consent', scope: 'vault' }]);
});

test('what is proposed stands no longer among what is due, and is back when the proposal is declined', async () => {
  const program = await openRegister();
  await program.call('retention.set', { years: 1 });
  setToday(program, '2020-01-01');
  const { id } = await numberedCase(program);
  setToday(program, '2026-01-01');
  expect(await due(program)).toMatchObject([{ recordId: id, entity: 'prevented_case', number: 1 }]);
  const [proposal = ''] = await propose(program, [id]);
  expect(await due(program)).toEqual([]);
  expect((await program.call('erasure.list', {})).proposals).toMatchObject([{ cause: 'period', dueOn: '2021-01-01' }]);
  await program.call('erasure.withdraw', { id: proposal, reason: 'A claim is pending.' });
  expect(await due(program)).toHaveLength(1);
});

test('a change of periods is audited by the names of what changed', async () => {
  const program = await openRegister();
  const [code = ''] = await institutions(program);
  await program.call('retention.set', {
    years: 10,
    institutions: { [code]: 5 },
    lawBasis: 'Law No. 1',
    backupMonths: 6,
  });
  const entry = databaseOf(program).prepare(`SELECT detail FROM audit_entry WHERE name = 'retention.set'`).get();
  expect(JSON.parse(String(entry?.detail))).toEqual({ fields: ['years', 'lawBasis', 'backupMonths', code] });
  expect(await program.send('retention.set', { institutions: { NOWHERE: 5 } })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });
});

test('an import that nobody sees yet is not due', async () => {
  const program = await openRegister();
  await program.call('retention.set', { years: 1 });
  setToday(program, '2015-01-01');
  await oldVictim(program);
  setToday(program, '2026-01-01');
  expect(await due(program)).toHaveLength(1);
  const database = databaseOf(program);
  database.sql.exec(
    `INSERT INTO import_batch VALUES ('b', '2015-01-01', 'a', '', '', 1, NULL); UPDATE victim SET import_batch = 'b'`,
  );
  expect(await due(program)).toEqual([]);
});
