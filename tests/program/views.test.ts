import { expect, test } from 'vitest';
import type { ListView } from '#shared/contract/list-query.ts';
import { openRegister, passphrase, signInAs } from './open-program.ts';

const view = (more: Partial<ListView> = {}): ListView => ({
  scope: 'all',
  filters: [{ kind: 'codes', field: 'sex', anyOf: ['female'] }],
  order: { by: 'field', field: 'registration_date', descending: true },
  columns: ['sex', 'citizenship'],
  ...more,
});
const entity = 'victim';

test('a view is private until a supervisor shares it, and then seen by officers, who cannot take it away', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  const { id } = await program.call('view.save', { entity, name: 'Women', view: view() });
  await signInAs(program, ['officer', 'administrator']);
  expect(await program.call('view.list', { entity })).toEqual({ views: [] });
  for (const name of ['view.remove', 'view.share'] as const) {
    const reply = await program.send(name, { id, shared: true } as never);
    expect(reply.ok, name).toBe(false);
  }
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  await program.call('view.share', { id, shared: true });
  await signInAs(program, ['officer'], 'second');
  const { views } = await program.call('view.list', { entity });
  expect(views).toEqual([{ id, name: 'Women', shared: true, own: false, owner: 'First Account', view: view() }]);
  expect(await program.send('view.remove', { id })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(await program.send('view.share', { id, shared: false })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
});

test('a supervisor ends what another one has shared, but shares only own views', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  const { id } = await program.call('view.save', { entity, name: 'Women', view: view() });
  await program.call('view.share', { id, shared: true });
  await signInAs(program, ['supervisor']);
  expect(await program.send('view.share', { id, shared: true })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
  await program.call('view.share', { id, shared: false });
  expect((await program.call('view.list', { entity })).views).toEqual([]);
});

test('saving under the same name replaces the view and keeps it shared; names of other accounts are free', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  const { id } = await program.call('view.save', { entity, name: 'Women', view: view() });
  await program.call('view.share', { id, shared: true });
  const again = await program.call('view.save', { entity, name: ' Women ', view: view({ columns: null }) });
  expect(again.id).toBe(id);
  await signInAs(program, ['officer']);
  await program.call('view.save', { entity, name: 'Women', view: view({ scope: 'current' }) });
  const { views } = await program.call('view.list', { entity });
  expect(views.map(({ shared, own, view: { columns, scope } }) => ({ shared, own, columns, scope }))).toEqual([
    { shared: true, own: false, columns: null, scope: 'all' },
    { shared: false, own: true, columns: ['sex', 'citizenship'], scope: 'current' },
  ]);
});

test('a view of what the dictionary does not declare is refused', async () => {
  const program = await openRegister();
  const wrong = view({ filters: [{ kind: 'answer', field: 'first_name', anyOf: ['answered'] }] });
  const reply = await program.send('view.save', { entity, name: 'Names', view: wrong });
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect((await program.call('view.list', { entity })).views).toEqual([]);
});

test('what an account has set up is its own, comes back at the next sign-in, and stays beside what is set later', async () => {
  const program = await openRegister(['administrator', 'officer']);
  const views = { victim: view() };
  await program.call('preference.set', { values: { 'list.views': views } });
  await program.call('preference.set', { values: {} });
  await signInAs(program, ['analyst']);
  expect(await program.call('preference.get', {})).toEqual({ values: {} });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect(await program.call('preference.get', {})).toEqual({ values: { 'list.views': views } });
  const reply = await program.send('preference.set', { values: { 'no.such': 1 } } as never);
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

test('a stored preference that this version of the program cannot read counts as not set', async () => {
  const program = await openRegister();
  await program.call('preference.set', { values: { 'list.views': { victim: view() } } });
  program.services.sessions
    .current()
    ?.register.database.prepare(`UPDATE "preference" SET "value" = '{"victim":{"scope":"elsewhere"}}'`)
    .run();
  expect(await program.call('preference.get', {})).toEqual({ values: {} });
});
