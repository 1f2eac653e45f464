/** Erasing for good is decided by two people; one alone never erases, save in an office of one after waiting. */
import { expect, test } from 'vitest';
import { openRegister, type Program } from '../program/open-program.ts';
import {
  addAccount,
  databaseOf,
  eraseByTwo,
  namedVictim,
  numberedCase,
  openOffice,
  propose,
  reason,
  signIn,
} from './people.ts';

const dayMs = 24 * 60 * 60 * 1000;
const refused = (code: string) => ({ ok: false, error: { code } });

const isThere = (program: Program, table: string, id: string): boolean =>
  databaseOf(program).prepare(`SELECT 1 FROM "${table}" WHERE "id" = ?`).get(id) !== undefined;

/** The clock of the program, so many days ahead. */
function goForward(program: Program, days: number): void {
  program.clock = { now: () => new Date(Date.now() + days * dayMs) };
}

test('a supervisor proposes, another account that administers confirms, and only then the record is gone', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const { id } = await numberedCase(program);
  const { ids, outcome } = await eraseByTwo(program, [id]);
  expect(outcome).toEqual({ erased: 1, isSwept: true });
  expect(isThere(program, 'prevented_case', id)).toBe(false);
  const { rows } = await program.call('erasure.finished', { after: null, limit: 10 });
  expect(rows).toMatchObject([
    {
      id: ids[0],
      recordId: id,
      state: 'erased',
      proposedBy: 'Name of super',
      decidedBy: 'Name of admin',
      isSwept: true,
    },
  ]);
  const entry = databaseOf(program).prepare(`SELECT * FROM audit_entry WHERE name = 'erasure.confirm'`).get();
  expect(entry).toMatchObject({ outcome: 'ok', detail: JSON.stringify({ erasures: ids, records: [id] }) });
});

test('a supervisor alone cannot confirm, an administrator alone cannot propose', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const { id } = await numberedCase(program);
  const ids = await propose(program, [id]);
  expect(await program.send('erasure.confirm', { ids })).toMatchObject(refused('FORBIDDEN'));
  await signIn(program, 'admin');
  const proposal = { recordIds: [id], scope: 'record' as const, reason };
  expect(await program.send('erasure.propose', proposal)).toMatchObject(refused('FORBIDDEN'));
  expect(isThere(program, 'prevented_case', id)).toBe(true);
});

test('who holds both roles cannot confirm the own proposal, however long it waits, while there is another person', async () => {
  const program = await openOffice();
  const { id } = await numberedCase(program);
  const ids = await propose(program, [id]);
  goForward(program, 400);
  expect(await program.send('erasure.confirm', { ids })).toMatchObject(refused('ERASURE_SECOND_PERSON'));
  expect((await program.call('erasure.list', {})).proposals).toMatchObject([{ confirm: 'second-person' }]);
  expect(isThere(program, 'prevented_case', id)).toBe(true);
  // The account that neither proposed nor is the only one does it at once.
  await signIn(program, 'admin');
  expect(await program.call('erasure.confirm', { ids })).toMatchObject({ erased: 1 });
});

test('in an office of one the same person confirms after seven days and not before, and the row says so', async () => {
  const program = await openRegister(['administrator', 'supervisor']);
  await addAccount(program, 'analyst', ['analyst']);
  const { id } = await numberedCase(program);
  const ids = await propose(program, [id]);
  expect(await program.call('erasure.list', {})).toMatchObject({
    isOfficeOfOne: true,
    proposals: [{ confirm: 'wait' }],
  });
  const early = await program.send('erasure.confirm', { ids });
  expect(early).toMatchObject(refused('ERASURE_WAITS'));
  goForward(program, 6.9);
  expect(await program.send('erasure.confirm', { ids })).toMatchObject(refused('ERASURE_WAITS'));
  goForward(program, 7.1);
  expect(await program.call('erasure.confirm', { ids })).toMatchObject({ erased: 1 });
  const row = databaseOf(program).prepare('SELECT * FROM erasure').get();
  expect(row).toMatchObject({ office_of_one: 1, state: 'erased' });
  expect(row?.proposed_by).toBe(row?.decided_by);
});

test('a second person who comes, or who was there at the proposal, is never waited out', async () => {
  const program = await openRegister(['administrator', 'supervisor']);
  const [first, second] = [await numberedCase(program), await numberedCase(program)];
  const alone = await propose(program, [first.id]);
  const { id } = await addAccount(program, 'admin', ['administrator']);
  goForward(program, 30);
  expect(await program.send('erasure.confirm', { ids: alone })).toMatchObject(refused('ERASURE_SECOND_PERSON'));
  const together = await propose(program, [second.id]);
  await program.call('account.revoke', { id });
  goForward(program, 90);
  expect(await program.send('erasure.confirm', { ids: together })).toMatchObject(refused('ERASURE_SECOND_PERSON'));
});

test('a record that was changed after it was proposed is not erased unseen', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const meta = await numberedCase(program);
  const ids = await propose(program, [meta.id]);
  await program.call('record.bin', { id: meta.id, revision: meta.revision, reason: 'entered twice' });
  await signIn(program, 'admin');
  expect((await program.call('erasure.list', {})).proposals).toMatchObject([{ isOutdated: true }]);
  expect(await program.send('erasure.confirm', { ids })).toMatchObject(refused('ERASURE_OUTDATED'));
  expect(isThere(program, 'prevented_case', meta.id)).toBe(true);
});

test('several are erased together or, where one cannot be, not at all', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const [a, b] = [await numberedCase(program), await numberedCase(program)];
  const ids = await propose(program, [a.id, b.id]);
  await program.call('record.bin', { id: b.id, revision: b.revision, reason: 'entered twice' });
  await signIn(program, 'admin');
  expect(await program.send('erasure.confirm', { ids })).toMatchObject(refused('ERASURE_OUTDATED'));
  expect(isThere(program, 'prevented_case', a.id)).toBe(true);
  expect((await program.call('erasure.list', {})).proposals).toHaveLength(2);
});

test('a proposal is declined or taken back once, with its reason, and can then be made anew', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const { id } = await numberedCase(program);
  const [erasure = ''] = await propose(program, [id]);
  expect(await program.send('erasure.propose', { recordIds: [id], scope: 'record', reason })).toMatchObject(
    refused('ERASURE_PROPOSED'),
  );
  await signIn(program, 'admin');
  const why = 'A claim for compensation is pending.';
  await program.call('erasure.withdraw', { id: erasure, reason: why });
  expect(await program.send('erasure.confirm', { ids: [erasure] })).toMatchObject(refused('ERASURE_SETTLED'));
  expect((await program.call('erasure.finished', { after: null, limit: 1 })).rows).toMatchObject([
    { state: 'withdrawn', decidedBy: 'Name of admin', decisionReason: why },
  ]);
  await signIn(program, 'super');
  await propose(program, [id]);
});

test('the vault alone is erased the same way: the record stays, an open form cannot write the identity back', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const meta = await namedVictim(program);
  const { counts } = await program.call('erasure.preview', { recordId: meta.id, scope: 'vault' });
  expect(counts).toEqual({ identity: 1, oldIdentities: 1 });
  await eraseByTwo(program, [meta.id], 'vault');
  const database = databaseOf(program);
  expect(database.prepare('SELECT * FROM victim_identity').all()).toEqual([]);
  expect(database.prepare('SELECT * FROM history WHERE sealed IS NOT NULL').all()).toEqual([]);
  await signIn(program, 'super');
  const opened = await program.call('record.open', { id: meta.id });
  expect(opened.meta).toMatchObject({ hasIdentity: false, revision: meta.revision + 1, state: 'draft' });
  const stale = { recordId: meta.id, revision: meta.revision, values: { first_name: 'Arta' } };
  expect(await program.send('identity.save', stale)).toMatchObject(refused('STALE_REVISION'));
  const { changes } = await program.call('record.history', { id: meta.id });
  expect(changes[0]).toMatchObject({ event: 'identity-erased', by: 'Name of admin', before: null, after: null });
  // Nothing is left to propose a second time.
  expect(await program.send('erasure.propose', { recordIds: [meta.id], scope: 'vault', reason })).toMatchObject(
    refused('INVALID_INPUT'),
  );
});
