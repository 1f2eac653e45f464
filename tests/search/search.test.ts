import { describe, expect, test } from 'vitest';
import { formatCode } from '#shared/records/check-character.ts';
import { openRegister, type Program, passphrase, signInAs } from '../program/open-program.ts';
import { likelyTo, register, searchNames } from './named-records.ts';

const vlora = {
  first_name: 'Vlora',
  last_name: 'Gjorgjonaj',
  date_of_birth: '1998-03-04',
  national_id: '1234 567-890',
};

const database = (program: Program) => {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
};
const giveCode = (program: Program, id: string, number: number, code: string): void => {
  database(program).sql.prepare('UPDATE victim SET number = ?, code = ? WHERE id = ?').run(number, code, id);
};
const auditOf = (program: Program, name: string): { outcome: string; detail: Record<string, unknown> }[] =>
  database(program)
    .sql.prepare<[string], { outcome: string; detail: string }>(
      'SELECT outcome, detail FROM audit_entry WHERE name = ? ORDER BY number',
    )
    .all(name)
    .map(({ outcome, detail }) => ({ outcome, detail: JSON.parse(detail) }));

describe('the search box', () => {
  test('finds by code and its beginning, by number, by a text, and by a name in any spelling', async () => {
    const program = await openRegister();
    const { id } = await register(program, vlora, { justice_case_ref: 'Dosja Kështjella 12' });
    await register(program, { first_name: 'Петар', last_name: 'Стојков' });
    const code = formatCode('V', 2026, 417);
    giveCode(program, id, 61, code);
    const find = (text: string) => program.call('search.find', { text, limit: 10 });
    for (const text of [code, code.toLowerCase().replaceAll('-', ' '), 'V-2026-04', 'v2026']) {
      expect(
        (await find(text)).codes.map((meta) => meta.id),
        text,
      ).toEqual([id]);
    }
    expect((await find('61')).codes.map(({ number }) => number)).toEqual([61]);
    const byText = await find('keshtj');
    expect(byText.texts.hits.map((meta) => meta.id)).toEqual([id]);
    expect(byText.codes).toEqual([]);
    for (const text of ['vlora gj', 'Ѓорѓонај', 'Đorđonaj Vlora', 'gjorgjonai', 'VLRA gjorgjonaj']) {
      expect(
        (await searchNames(program, text)).hits.map(({ meta }) => meta.id),
        text,
      ).toEqual([id]);
    }
    const [hit] = (await searchNames(program, 'gjorgj')).hits;
    expect(hit).toMatchObject({
      fit: 'begins',
      birthYear: 1998,
      name: { given: 'Vlora', family: 'Gjorgjonaj' },
      meta: { code, number: 61 },
    });
    for (const text of ['1234567890', '1234 567 890']) {
      expect((await searchNames(program, text)).hits, text).toMatchObject([{ fit: 'number', meta: { code } }]);
    }
    // Nobody learns a number digit by digit.
    for (const text of ['123456789', '12345678901']) expect((await searchNames(program, text)).hits, text).toEqual([]);
    expect((await searchNames(program, 'stojk')).hits).toHaveLength(1);
  });

  test('follows what is saved, renamed, emptied and binned, and never says that a name is not there while it reads', async () => {
    const program = await openRegister();
    const early = await program.call('search.find', { text: 'Vlora', limit: 10 });
    expect(early.names.index.state).toBe('building');
    const { id, revision } = await register(program, vlora);
    expect((await searchNames(program, 'gjorgjonaj')).hits).toHaveLength(1);
    const renamed = await program.call('identity.save', {
      recordId: id,
      revision,
      values: { ...vlora, last_name: 'Zuković' },
    });
    expect((await searchNames(program, 'gjorgjonaj')).hits).toHaveLength(0);
    expect((await searchNames(program, 'зуко')).hits).toHaveLength(1);
    const reason = 'entered twice';
    await program.call('record.bin', { id, revision: renamed.meta.revision, reason });
    expect((await searchNames(program, 'zukovic')).hits).toHaveLength(0);
    const back = await program.call('record.restore', { id, reason });
    expect((await searchNames(program, 'zukovic')).hits).toHaveLength(1);
    await program.call('identity.save', { recordId: id, revision: back.meta.revision, values: {} });
    expect((await searchNames(program, 'zukovic')).hits).toHaveLength(0);
  });

  test('is audited with how much was found, never with the words', async () => {
    const program = await openRegister();
    await register(program, vlora);
    await searchNames(program, 'Gjorgjonaj');
    const entries = auditOf(program, 'search.find');
    expect(entries.at(-1)).toEqual({ outcome: 'ok', detail: { namesFound: 1, textsFound: 0 } });
    expect(JSON.stringify(entries)).not.toMatch(/gjorgjonaj/i);
  });
});

describe('what an officer finds', () => {
  test("her own records by name; of others' only by the full name or number, and then code, birth year and the reason", async () => {
    const program = await openRegister();
    const { id } = await register(program, vlora);
    const code = formatCode('V', 2026, 9);
    giveCode(program, id, 9, code);
    await signInAs(program, ['officer']);
    const own = await register(program, { first_name: 'Drita', last_name: 'Gjorgjonaj' });
    const begun = await searchNames(program, 'gjorgj');
    expect(begun.hits.map(({ meta, name }) => [meta.id, name?.given])).toEqual([[own.id, 'Drita']]);
    expect((await searchNames(program, 'vlora')).hits).toEqual([]);
    const full = await searchNames(program, 'Ѓорѓонај Влора');
    expect(full.hits).toHaveLength(1);
    expect(full.hits[0]).toMatchObject({ meta: { code }, birthYear: 1998, fit: 'same', name: null });
    expect(JSON.stringify(full)).not.toContain('Vlora');
    const numbered = await searchNames(program, '1234567890');
    expect(numbered.hits).toMatchObject([{ meta: { code }, fit: 'number', name: null }]);
  });

  test('a record handed over to her is hers', async () => {
    const program = await openRegister();
    const { id } = await register(program, vlora);
    await program.call('account.add', { login: 'drita', displayName: 'drita', roles: ['officer'], passphrase });
    const { accounts } = await program.call('account.list', {});
    const to = accounts.find(({ login }) => login === 'drita')?.id ?? '';
    await program.call('task.hand-over', { records: [id], to, reason: 'holiday' });
    await program.call('session.lock', {});
    await program.call('session.sign-in', { path: program.register, login: 'drita', passphrase });
    const found = await searchNames(program, 'gjor');
    expect(found.hits.map(({ name }) => name)).toEqual([{ given: 'Vlora', family: 'Gjorgjonaj' }]);
  });

  test('without the vault key there are no names, and the search says so', async () => {
    const program = await openRegister();
    await register(program, vlora, { justice_case_ref: 'Kështjella' });
    await program.call('account.add', { login: 'late', displayName: 'late', roles: ['analyst'], passphrase });
    const { accounts } = await program.call('account.list', {});
    const accountId = accounts.find(({ login }) => login === 'late')?.id ?? '';
    database(program).sql.prepare(`UPDATE account SET roles = '["supervisor"]' WHERE id = ?`).run(accountId);
    await program.call('session.lock', {});
    await program.call('session.sign-in', { path: program.register, login: 'late', passphrase });
    const found = await program.call('search.find', { text: 'keshtjella', limit: 5 });
    expect(found.texts.hits).toHaveLength(1);
    expect(found.names).toEqual({ index: { state: 'closed' }, hits: [], hasMore: false });
  });
});

describe('likely the same person', () => {
  const reasonsOf = async (program: Program, recordId: string, identity: object, sex: string | null = null) =>
    (await likelyTo(program, recordId, identity as never, sex)).persons.map(({ reasons }) => reasons);

  test('is shown with its reasons while the name is typed, one line for each code', async () => {
    const program = await openRegister();
    const first = await register(program, vlora, { sex: 'female', citizenship: ['ALB', 'XKX'] });
    const again = await register(program, { ...vlora, first_name: 'Влора' }, { sex: 'female' });
    const code = formatCode('V', 2026, 12);
    giveCode(program, first.id, 1, code);
    giveCode(program, again.id, 2, code);
    await register(program, { first_name: 'Vlora', last_name: 'Kastrati', date_of_birth: '1998-03-04' });
    const typing = await program.call('record.create', { entity: 'victim' });
    const typed = { first_name: 'Vlora', last_name: 'Gjorgjonai', date_of_birth: '1998' };
    const { persons } = await likelyTo(program, typing.meta.id, typed, 'female', ['ALB']);
    expect(persons).toHaveLength(1);
    expect(persons[0]).toMatchObject({ code, birthYear: 1998, name: { family: 'Gjorgjonaj' } });
    expect(persons[0]?.reasons).toEqual(['name-similar-spelling', 'birth-year', 'sex-same', 'citizenship-same']);
    expect(await reasonsOf(program, typing.meta.id, { first_name: 'Gjorgjonaj', last_name: 'Vlora' })).toEqual([
      ['name-same', 'names-swapped'],
    ]);
    expect(await reasonsOf(program, typing.meta.id, { ...vlora, last_name: 'Gjorgmonaj', national_id: null })).toEqual([
      ['name-one-error', 'birth-same'],
    ]);
    expect(await reasonsOf(program, typing.meta.id, { national_id: '1234567890' })).toEqual([['personal-number-same']]);
    expect(await reasonsOf(program, typing.meta.id, { first_name: 'Vlora' })).toEqual([]);
    expect(await reasonsOf(program, typing.meta.id, { ...typed, date_of_birth: '1997' })).toEqual([]);
    expect(await reasonsOf(program, typing.meta.id, { ...typed, date_of_birth: null }, 'male')).toEqual([]);
  });

  test('leaves out the record itself and those under the code it bears already', async () => {
    const program = await openRegister();
    const first = await register(program, vlora);
    expect(await reasonsOf(program, first.id, vlora)).toEqual([]);
    const second = await register(program, vlora);
    expect(await reasonsOf(program, second.id, vlora)).toHaveLength(1);
    const code = formatCode('V', 2026, 12);
    giveCode(program, first.id, 1, code);
    giveCode(program, second.id, 2, code);
    expect(await reasonsOf(program, second.id, vlora)).toEqual([]);
  });

  test("shows an officer no name of another's record, and is refused for a record she may not enter", async () => {
    const program = await openRegister();
    const { id } = await register(program, vlora);
    await signInAs(program, ['officer']);
    const { meta } = await program.call('record.create', { entity: 'victim' });
    const { persons } = await likelyTo(program, meta.id, vlora);
    expect(persons[0]).toMatchObject({ recordId: id, birthYear: 1998, name: null });
    const refused = await program.send('person.likely', { recordId: id, identity: vlora, sex: null, citizenship: [] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'IDENTITY_NOT_ALLOWED' } });
    expect(auditOf(program, 'person.likely').map(({ outcome }) => outcome)).toContain('IDENTITY_NOT_ALLOWED');
    expect(JSON.stringify(auditOf(program, 'person.likely'))).not.toMatch(/vlora|1998/i);
  });
});
