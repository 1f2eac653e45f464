/** Identities and codes of persons who are rows of a record: kept, found, linked and left out row by row. */
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import { identityKey } from '#shared/records/identity.ts';
import type { FieldValue, Values } from '#shared/records/record.ts';
import { openRegister, type Program, signInAs } from '../program/open-program.ts';
import { searchNames, whenReady } from '../search/named-records.ts';

type Opened = Output<'record.open'>;
type Saved = Output<'record.save'>;

const justice = () => openRegister(undefined, 'justice');

const defendant = (values: Values = {}) => ({
  id: newId(),
  values: { person_type: 'natural_person', ...values } as Record<string, FieldValue>,
});

async function enterCase(program: Program, rows: readonly ReturnType<typeof defendant>[]): Promise<Opened> {
  const { meta } = await program.call('record.create', { entity: 'case' });
  await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values: { report_date: '2025-03-01' }, groups: { defendant: [...rows] } } as Saved['content'],
    reason: null,
  });
  return program.call('record.open', { id: meta.id });
}

/** Identifiers of several rows, as the window sends them. */
const identities = (rows: Readonly<Record<string, Record<string, string>>>) =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, values]) =>
      Object.entries(values).map(([field, value]) => [identityKey({ row, field }), value]),
    ),
  );

const named = (given: string, family: string, more: Record<string, string> = {}) => ({
  def_first_name: given,
  def_last_name: family,
  ...more,
});

test('each defendant has an identity of her own; one of a row that is not there is refused', async () => {
  const program = await justice();
  const [a, b] = [defendant(), defendant()];
  const { meta } = await enterCase(program, [a, b]);
  const values = identities({ [a.id]: named('Arben', 'Hoxha'), [b.id]: named('Teuta', 'Berisha') });
  const saved = await program.call('identity.save', { recordId: meta.id, revision: meta.revision, values });
  const opened = await program.call('identity.open', { recordId: meta.id, reason: null });
  expect(opened.values).toEqual(values);
  const stranger = identities({ [newId()]: named('Nobody', 'Here') });
  await expect(
    program.call('identity.save', { recordId: meta.id, revision: saved.meta.revision, values: stranger }),
  ).rejects.toThrow('UNKNOWN_ROW');
  // A number too long for its field is refused by that field.
  const tooLong = identities({ [a.id]: { def_personal_no: '1'.repeat(41) } });
  await expect(
    program.call('identity.save', { recordId: meta.id, revision: saved.meta.revision, values: tooLong }),
  ).rejects.toThrow('def_personal_no');
});

test('a defendant who is taken away takes her name along, and brings it back with her', async () => {
  const program = await justice();
  const [a, b] = [defendant(), defendant()];
  const { meta } = await enterCase(program, [a, b]);
  const values = identities({ [a.id]: named('Arben', 'Hoxha'), [b.id]: named('Teuta', 'Berisha') });
  const first = await program.call('identity.save', { recordId: meta.id, revision: meta.revision, values });
  const save = (revision: number, rows: readonly unknown[]) =>
    program.call('record.save', {
      id: meta.id,
      revision,
      content: { values: { report_date: '2025-03-01' }, groups: { defendant: rows } } as unknown as Saved['content'],
      reason: null,
    });
  const foundAs = async (text: string) => (await searchNames(program, text)).hits.map((hit) => hit.meta.id);
  expect(await foundAs('teuta berisha')).toEqual([meta.id]);
  const second = await save(first.meta.revision, [a]);
  expect((await program.call('identity.open', { recordId: meta.id, reason: null })).values).toEqual(
    identities({ [a.id]: named('Arben', 'Hoxha') }),
  );
  expect(await foundAs('teuta berisha')).toEqual([]);
  expect(await foundAs('arben hoxha')).toEqual([meta.id]);
  await save(second.meta.revision, [a, b]);
  expect((await program.call('identity.open', { recordId: meta.id, reason: null })).values).toEqual(values);
  expect(await foundAs('teuta berisha')).toEqual([meta.id]);
});

test('with its number every defendant of a case gets a code; one who is known keeps hers over cases', async () => {
  const program = await justice();
  const [a, b] = [defendant(), defendant()];
  const first = await enterCase(program, [a, b]);
  const codesOf = ({ content }: Pick<Saved, 'content'>) =>
    (content.groups['defendant'] ?? []).map(({ values }) => values['person_code'] ?? null);
  expect(codesOf(first)).toEqual([null, null]);
  const number = async (opened: Opened) => {
    const { id } = opened.meta;
    const findings = (await program.call('record.check', { id })).findings;
    expect(findings.filter(({ fields }) => fields.some(({ field }) => field === 'person_code'))).toEqual([]);
    const database = program.services.sessions.current()?.register.database;
    database?.sql.prepare('UPDATE "case" SET "number" = ?, "code" = ? WHERE "id" = ?').run(1, 'J-2025-0001-X', id);
    return program.call('record.open', { id });
  };
  const numbered = await number(first);
  const { id, revision } = numbered.meta;
  const touch = { ...numbered.content, values: { ...numbered.content.values, report_date: '2025-03-02' } };
  const saved = await program.call('record.save', { id, revision, content: touch, reason: null });
  const [one, two] = codesOf(saved);
  expect([one, two]).toEqual([expect.stringMatching(/^D-2025-0001-./), expect.stringMatching(/^D-2025-0002-./)]);

  // Typed in small letters without dashes, and one that nobody was given.
  const again = defendant({ person_code: String(two).toLowerCase().replaceAll('-', '') });
  const other = await enterCase(program, [again]);
  expect(codesOf(other)).toEqual([two]);
  const others = (code: unknown) => program.call('person.others', { recordId: other.meta.id, code: String(code) });
  expect((await others(two)).others).toEqual([{ recordId: id, code: 'J-2025-0001-X', number: 1 }]);
  expect((await others(one)).others).toHaveLength(1);
  await expect(enterCase(program, [defendant({ person_code: 'D-2025-0003-0' })])).rejects.toThrow('UNKNOWN_CODE');
});

test('whoever is likely the same defendant is shown with her code, whatever case she stands in', async () => {
  const program = await justice();
  const [known, other] = [defendant({ def_sex: 'male' }), defendant()];
  const first = await enterCase(program, [known, other]);
  const values = identities({
    [known.id]: named('Arben', 'Hoxha', { def_birth_date: '1980-05-01', def_personal_no: '1234567890' }),
    [other.id]: named('Teuta', 'Berisha'),
  });
  await program.call('identity.save', { recordId: first.meta.id, revision: first.meta.revision, values });
  const typed = defendant();
  const second = await enterCase(program, [typed]);
  const likely = async (identity: Record<string, string>) => {
    const question = { recordId: second.meta.id, row: typed.id, identity, sex: null, citizenship: [] };
    return (await whenReady(() => program.call('person.likely', question))).persons;
  };
  const found = await likely(named('Arbën', 'Hoxha', { def_birth_date: '1980' }));
  expect(found).toMatchObject([
    { recordId: first.meta.id, person: known.id, name: { given: 'Arben', family: 'Hoxha' }, birthYear: 1980 },
  ]);
  // A company has no given name: its registration number finds it.
  expect(await likely({ def_last_name: 'Tjetër', def_personal_no: '1234 567 890' })).toMatchObject([
    { person: known.id, reasons: expect.arrayContaining(['personal-number-same']) },
  ]);
});

test('an officer finds the defendants of her own cases, and of others only by the full name', async () => {
  const program = await justice();
  const row = defendant();
  const { meta } = await enterCase(program, [row]);
  await program.call('identity.save', {
    recordId: meta.id,
    revision: meta.revision,
    values: identities({ [row.id]: named('Arben', 'Hoxha') }),
  });
  await signInAs(program, ['officer']);
  expect((await searchNames(program, 'hox')).hits).toEqual([]);
  const [hit] = (await searchNames(program, 'Arben Hoxha')).hits;
  expect(hit).toMatchObject({ meta: { id: meta.id }, name: null });
});

test('a case is joined to another one by its number, never to one from which one comes back to it', async () => {
  const program = await justice();
  const database = () => program.services.sessions.current()?.register.database;
  const cases: Opened[] = [];
  for (const number of [1, 2, 3]) {
    const { meta } = await enterCase(program, []);
    database()?.sql.prepare('UPDATE "case" SET "number" = ? WHERE "id" = ?').run(number, meta.id);
    cases.push(await program.call('record.open', { id: meta.id }));
  }
  const join = async (at: number, to: number) => {
    const { meta, content } = await program.call('record.open', { id: cases[at - 1]?.meta.id ?? '' });
    const joined = { ...content, values: { ...content.values, joined_to_case: to } };
    return program.call('record.save', { id: meta.id, revision: meta.revision, content: joined, reason: null });
  };
  await expect(join(1, 1)).rejects.toThrow('joined_to_case: LOOP');
  await expect(join(1, 4)).rejects.toThrow('joined_to_case: NO_RECORD');
  await join(1, 2);
  await join(2, 3);
  await expect(join(3, 1)).rejects.toThrow('joined_to_case: LOOP');
  expect((await join(1, 3)).content.values).toMatchObject({ joined_to_case: 3 });
});

test('a text that names somebody of another case is found, and said of the case that holds it (R48)', async () => {
  const program = await justice();
  const known = defendant();
  const first = await enterCase(program, [known]);
  await program.call('identity.save', {
    recordId: first.meta.id,
    revision: first.meta.revision,
    values: identities({ [known.id]: named('Arben', 'Hoxha') }),
  });
  const { meta, content } = await enterCase(program, []);
  const number = 'kundër Hoxha Arben, PP 12/2025';
  const values = { ...content.values, registry_no: number };
  await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { ...content, values },
    reason: null,
  });
  const saysR48 = async () =>
    (await program.call('record.check', { id: meta.id })).findings.some(
      ({ rule, part }) => `${rule}.${part}` === 'R48.name',
    );
  expect(await saysR48()).toBe(false);
  const texts = [number, 'Prokuroria Themelore Prizren'];
  const found = await whenReady(() => program.call('text.names', { recordId: meta.id, texts }));
  expect(found.named).toEqual([number]);
  expect(await saysR48()).toBe(true);
});
