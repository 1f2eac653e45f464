/** Lists that the installation keeps: added to, corrected, retired, never deleted. */
import { expect, test } from 'vitest';
import { numberEntries } from '#electron/services/reference.ts';
import { contract } from '#shared/contract/contract.ts';
import { openRegister, type Program, passphrase, signInAs } from '../program/open-program.ts';
import { aBody, auditOf, databaseOf, entriesOf, entryOf, retire } from './use-lists.ts';

const refused = (code: string) => expect.objectContaining({ code });
const numbers = async (program: Program) =>
  Object.fromEntries((await entriesOf(program)).map(({ code, number }) => [code, number]));

test('an entry keeps number and code through retirement, correction, vacuum and a new session', async () => {
  const program = await openRegister();
  const before = await numbers(program);
  const last = Math.max(...Object.values(before));
  expect((await program.call('reference.add', aBody())).number).toBe(last + 1);
  await retire(program, 'zyra_e_re', '2026-06-30');
  const again = aBody({ code: 'tjeter', names: { sq: 'Krejt tjetër', en: 'Another altogether' } });
  expect((await program.call('reference.add', again)).number).toBe(last + 2);
  const entry = await entryOf(program, 'tjeter');
  await program.call('reference.correct', { ...again, revision: entry.revision, names: { sq: 'Krejt tjetër zyrë' } });

  databaseOf(program).sql.exec('VACUUM');
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect(await numbers(program)).toEqual({ ...before, zyra_e_re: last + 1, tjeter: last + 2 });
});

test('a register of an earlier program gets the numbers that its officers have learnt', async () => {
  const program = await openRegister();
  const before = await numbers(program);
  const database = databaseOf(program);
  database.sql.exec('UPDATE "reference_entry" SET "number" = NULL');
  numberEntries(database);
  expect(await numbers(program)).toEqual(before);
  expect(() => database.sql.exec(`UPDATE "reference_entry" SET "number" = 1 WHERE "list" = 'INST'`)).toThrow();
});

test('no call and no role deletes an entry or a code', async () => {
  const names = Object.keys(contract).filter((name) => name.startsWith('reference.'));
  expect(names.filter((name) => /delete|remove|erase/.test(name))).toEqual([]);
  const program = await openRegister();
  expect(await program.dispatch('reference.delete', { list: 'INST', code: 'kp_thb' })).toMatchObject({
    error: { code: 'UNKNOWN_PROCEDURE' },
  });
});

test('a code that was ever given is refused for another entry, in whatever letters', async () => {
  const program = await openRegister();
  await retire(program, 'kp_thb', '2026-06-30');
  const second = aBody({ code: 'KP_THB', names: { sq: 'Pa lidhje' } });
  await expect(program.call('reference.add', second)).rejects.toEqual(refused('REFERENCE_CODE_TAKEN'));
});

test('a name in the working language is needed; spaces are tidied, and the working language stands first', async () => {
  const program = await openRegister();
  const nameless = aBody({ names: { en: 'Office without an Albanian name' } });
  await expect(program.call('reference.add', nameless)).rejects.toEqual(refused('INVALID_INPUT'));
  await program.call('reference.add', aBody({ names: { en: 'English', sq: ' Zyra   e\tre ' } }));
  expect(Object.entries((await entryOf(program, 'zyra_e_re')).names)).toEqual([
    ['sq', 'Zyra e re'],
    ['en', 'English'],
  ]);
});

test('institutions have a type of the dictionary; other lists know neither type nor country', async () => {
  const program = await openRegister();
  await expect(program.call('reference.add', aBody({ type: 'circus' }))).rejects.toEqual(refused('INVALID_INPUT'));
  await expect(program.call('reference.add', aBody({ type: null }))).rejects.toEqual(refused('INVALID_INPUT'));
  await program.call('reference.add', aBody({ list: 'ETHN', code: 'e_re', names: { sq: 'Bashkësia e re' } }));
  expect(await entryOf(program, 'e_re', 'ETHN')).toMatchObject({ type: null, country: null });
  for (const list of ['COUNTRY', 'EXPL', 'NONE']) {
    await expect(program.call('reference.add', aBody({ list }))).rejects.toEqual(refused('INVALID_INPUT'));
  }
});

test('a name that somebody would take for that of another entry is told, and added when that was meant', async () => {
  const program = await openRegister();
  const alike = aBody({
    names: { sq: 'Zyra tjetër', bs: 'Border  Police-Department', en: 'KOSOVO POLICE, BORDER DEPARTMENT' },
  });
  await expect(program.call('reference.add', alike)).rejects.toThrow(/REFERENCE_ALIKE.*border_police/);
  await program.call('reference.add', { ...alike, despiteAlike: true });
  expect(auditOf(program, 'reference.add').at(-1)?.detail).toMatchObject({ despiteAlike: true });
  // Correcting another name of it does not ask again.
  const { revision } = await entryOf(program, alike.code);
  await program.call('reference.correct', { ...alike, revision, names: { ...alike.names, sq: 'Zyra tjetër e saktë' } });
});

test('what two windows change at once is refused to the second', async () => {
  const program = await openRegister();
  const { revision } = await entryOf(program, 'kp_thb');
  await retire(program, 'kp_thb', '2026-06-30');
  const stale = { list: 'INST', code: 'kp_thb', revision };
  await expect(program.call('reference.reinstate', stale)).rejects.toEqual(refused('REFERENCE_CHANGED'));
});

test('a successor is another entry in use that does not lead back', async () => {
  const program = await openRegister();
  await program.call('reference.add', aBody());
  const noSuccessor = refused('REFERENCE_SUCCESSOR');
  await expect(retire(program, 'zyra_e_re', '2026-06-30', 'zyra_e_re')).rejects.toEqual(noSuccessor);
  await expect(retire(program, 'zyra_e_re', '2026-06-30', 'district_court_old')).rejects.toEqual(noSuccessor);
  await expect(retire(program, 'zyra_e_re', '2026-06-30', 'nowhere')).rejects.toEqual(noSuccessor);
  await expect(retire(program, 'kp_thb', '2003-12-31')).rejects.toEqual(refused('INVALID_INPUT'));
  await retire(program, 'kp_thb', '2026-06-30', 'zyra_e_re');
  await expect(retire(program, 'zyra_e_re', '2026-05-31', 'kp_thb')).rejects.toEqual(noSuccessor);
  expect(await entryOf(program, 'kp_thb')).toMatchObject({ activeTo: '2026-06-30', successor: 'zyra_e_re' });
});

test('a retirement is taken back, and the history of the entry tells all of it', async () => {
  const program = await openRegister();
  const body = aBody();
  await program.call('reference.add', body);
  let entry = await entryOf(program, body.code);
  await program.call('reference.correct', { ...body, revision: entry.revision, names: { sq: 'Zyra e re e saktë' } });
  await retire(program, body.code, '2026-06-30', 'kp_thb');
  entry = await entryOf(program, body.code);
  await program.call('reference.reinstate', { list: 'INST', code: body.code, revision: entry.revision });
  expect(await entryOf(program, body.code)).toMatchObject({ activeTo: null, successor: null });

  const { changes } = await program.call('reference.history', { list: 'INST', code: body.code });
  expect(changes.map(({ change, before, after }) => ({ change, before, after }))).toEqual([
    {
      change: 'reinstated',
      before: { activeTo: '2026-06-30', successor: 'kp_thb' },
      after: { activeTo: null, successor: null },
    },
    {
      change: 'retired',
      before: { activeTo: null, successor: null },
      after: { activeTo: '2026-06-30', successor: 'kp_thb' },
    },
    {
      change: 'corrected',
      before: { 'names.sq': 'Zyra e re e shembullit', 'names.en': 'New sample office' },
      after: { 'names.sq': 'Zyra e re e saktë', 'names.en': null },
    },
    expect.objectContaining({ change: 'added', after: expect.objectContaining({ type: 'police' }) }),
  ]);
});

test('each change is audited with list, code and kind, and tells every window', async () => {
  const program = await openRegister();
  await program.call('reference.add', aBody());
  const { revision } = await entryOf(program, 'zyra_e_re');
  await program.call('reference.correct', { ...aBody(), revision, names: { sq: 'Zyra e re e saktë' } });
  await retire(program, 'zyra_e_re', '2026-06-30', 'kp_thb');
  const place = { list: 'INST', code: 'zyra_e_re' };
  expect(auditOf(program, 'reference.add')[0]).toMatchObject({ outcome: 'ok', detail: place });
  expect(auditOf(program, 'reference.correct')[0]?.detail).toEqual({ ...place, revision, facts: ['names'] });
  expect(auditOf(program, 'reference.retire')[0]?.detail).toEqual({
    ...place,
    revision: expect.any(Number),
    lastDay: '2026-06-30',
    successor: 'kp_thb',
  });
  expect(program.events.filter(({ name }) => name === 'reference.changed')).toHaveLength(3);
});

test('administrator and supervisor keep the lists; others only read them', async () => {
  const program = await openRegister();
  await signInAs(program, ['administrator'], 'admin');
  await program.call('reference.add', aBody());
  await expect(program.call('reference.preview', { list: 'INST', code: 'zyra_e_re', limit: 200 })).rejects.toEqual(
    refused('FORBIDDEN'),
  );
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  await signInAs(program, ['officer'], 'ana');
  expect(await entriesOf(program)).not.toHaveLength(0);
  await expect(program.call('reference.uses', { list: 'INST' })).rejects.toEqual(refused('FORBIDDEN'));
  await expect(retire(program, 'kp_thb', '2026-06-30')).rejects.toEqual(refused('FORBIDDEN'));
});
