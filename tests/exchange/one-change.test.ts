/** A batch of records becomes visible by one change, and everything that was ready before follows it. */

import { expect, test } from 'vitest';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { searchNames } from '../search/named-records.ts';

const table = async (program: Program) =>
  (await program.call('statistics.table', { id: 'K9', period: '2025', view: 'internal' })).tables.map(
    ({ cells }) => cells,
  );

test('statistics and names that were ready before a batch take it in by one change, as a fresh sign-in does', async () => {
  const program = await openRegister();
  const empty = await table(program);
  expect((await searchNames(program, 'nobody')).hits).toEqual([]);
  expect((await program.call('record.list', listOf('victim'))).total).toBe(0);

  await program.runJob('training.generate', { records: 150, seed: 3 });
  const database = program.services.sessions.current()?.register.database;
  expect(database?.prepare('SELECT entity FROM change').all()).toEqual([{ entity: 'import_batch' }]);

  const followed = await table(program);
  expect(followed).not.toEqual(empty);
  const { rows, total } = await program.call('record.list', listOf('victim'));
  expect(total).toBe(
    Number(database?.sql.prepare('SELECT count(*) FROM victim WHERE binned_at IS NULL').pluck().get()),
  );
  const id = rows.find(({ meta }) => meta.hasIdentity)?.meta.id ?? '';
  const { values } = await program.call('identity.open', { recordId: id, reason: null });
  const name = `${values['first_name']} ${values['last_name']}`;
  const found = (await searchNames(program, name)).hits.map(({ meta }) => meta.id);
  expect(found).toContain(id);

  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect(await table(program)).toEqual(followed);
  expect((await searchNames(program, name)).hits.map(({ meta }) => meta.id)).toEqual(found);
});
