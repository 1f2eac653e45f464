import { expect, test } from 'vitest';
import contract from '../../../tests/fixtures/dictionary-contract.json' with { type: 'json' };
import {
  citizenshipGroup,
  countryCodes,
  isCountry,
  memberStates,
  regionalCountries,
} from './reference-lists/country.ts';
import { deliveredReferenceLists } from './reference-lists/delivered.ts';
import { factNames } from './registers/victims/fact-names.ts';
import { returnTypesWithTravel } from './registers/victims/return.ts';
import { indexOfKind, registerOf } from './registers.ts';
import type { CodeDeclaration, Condition, FieldDeclaration } from './vocabulary.ts';

const register = registerOf('victims');
const index = indexOfKind('victims');

/** V70 is "derived or chosen": the officer chooses where several forms stand, so it is typed and proposed. */
const chosenWhereSeveral = 'exploitation_main_form';

test('every field of the data dictionary is declared, in its order and with its properties', () => {
  const declared = register.fields.map((field) => ({
    no: field.no,
    id: field.id,
    entity: field.entity,
    type: field.type,
    list: field.list,
    required: field.required,
    sensitivity: field.sensitivity,
    missing: [...field.missing],
    source: field.source,
    derived: field.derived === true || field.id === chosenWhereSeveral,
  }));
  const expected = contract.fields.map((field) => ({ ...field, list: 'list' in field ? field.list : undefined }));
  expect(declared).toEqual(expected);
});

test('every entity hangs where the data dictionary puts it', () => {
  expect(register.entities.map(({ id, parent }) => ({ id, parent }))).toEqual(contract.entities);
});

test('every code list has the codes of the data dictionary, with their classes', () => {
  for (const [list, codes] of Object.entries(contract.lists)) {
    const declared: readonly CodeDeclaration[] = index.codeList(list)?.codes ?? [];
    const shown = declared.map(({ code, group, online, usualForm, isic }) => ({
      code,
      group,
      online,
      usualForm,
      isic,
    }));
    const expected = (codes as readonly Record<string, string | boolean>[]).map((code) => ({
      code: code.code,
      group: code.group,
      online: code.online === true ? true : undefined,
      usualForm: code.usual_form || undefined,
      isic: code.isic || undefined,
    }));
    expect(shown, list).toEqual(expected);
  }
});

test('no id, number or code stands twice', () => {
  const twice = (ids: readonly string[]) => ids.filter((id, position) => ids.indexOf(id) !== position);
  expect(twice(register.fields.map((field) => field.id))).toEqual([]);
  expect(twice(register.fields.map((field) => field.no))).toEqual([]);
  expect(twice(register.codeLists.map((list) => list.id))).toEqual([]);
  for (const list of register.codeLists) expect(twice(list.codes.map((code) => code.code)), list.id).toEqual([]);
});

test('every list a field names exists, and nothing but coded fields names one', () => {
  for (const field of register.fields) {
    const isCoded = field.type === 'code' || field.type === 'codes';
    expect(field.list !== undefined, field.id).toBe(isCoded);
    if (!field.list) continue;
    expect(
      register.referenceLists.includes(field.list) !== (index.codeList(field.list) !== undefined),
      field.list,
    ).toBe(true);
  }
});

test('a condition names only fields, codes, groups and facts that exist', () => {
  const conditions = [
    ...register.fields.flatMap((field) => [field.applies, field.requiredWhen]),
    ...register.entities.map((entity) => entity.applies),
  ];
  for (const condition of conditions) if (condition) expectToHold(condition);
  expect(Object.keys(register.facts).toSorted()).toEqual([...factNames].toSorted());
});

function expectToHold(condition: Condition): void {
  if ('all' in condition) condition.all.forEach(expectToHold);
  else if ('any' in condition) condition.any.forEach(expectToHold);
  else if ('not' in condition) expectToHold(condition.not);
  else if ('fact' in condition) expect(factNames).toContain(condition.fact);
  else if ('rowsOf' in condition) expect(index.entity(condition.rowsOf).role).toBe('group');
  else {
    const field = register.fields.find((candidate) => candidate.id === condition.field) as FieldDeclaration;
    expect(field, condition.field).toBeDefined();
    if ('is' in condition)
      for (const code of condition.is) expect(index.code(field.list ?? '', code), code).toBeDefined();
  }
}

test('a field that the program makes inapplicable does not name itself in its condition', () => {
  for (const field of register.fields)
    expect(JSON.stringify(field.applies ?? {})).not.toContain(`"field":"${field.id}"`);
});

test('the answers that R13 calls exclusive are marked, and only in lists of multiple choice', () => {
  const exclusive = register.codeLists.flatMap((list) =>
    list.codes.filter((code) => code.exclusive).map((code) => `${list.id}.${code.code}`),
  );
  expect(exclusive).toEqual(
    expect.arrayContaining([
      'ACCOMP.alone',
      'REASON.did_not_leave_home',
      'VULN.none_known',
      'VROLE.none',
      'PROTM.none',
    ]),
  );
  for (const name of exclusive) {
    const list = name.split('.')[0];
    expect(
      register.fields.filter((field) => field.list === list).every((field) => field.type === 'codes'),
      name,
    ).toBe(true);
  }
});

test('usual forms of a subtype are forms of exploitation', () => {
  for (const code of index.codeList('EXPLSUB')?.codes ?? [])
    if (code.usualForm) expect(index.code('EXPL', code.usualForm)).toBeDefined();
});

test('Kosovo starts with its 38 municipalities, its communities and institutions of known types', () => {
  const lists = deliveredReferenceLists('XKX');
  expect(lists.MUNI).toHaveLength(38);
  for (const [name, entries] of Object.entries(lists))
    expect(new Set(entries.map((entry) => entry.code)).size, name).toBe(entries.length);
  for (const institution of lists.INST) {
    expect(index.code('INSTTYPE', institution.type ?? ''), institution.code).toBeDefined();
    if (institution.municipality) expect(lists.MUNI.map((entry) => entry.code)).toContain(institution.municipality);
    for (const language of ['sq', 'bs', 'en'] as const) expect(institution.names[language]).toBeTruthy();
  }
});

test('countries are ISO 3166-1 with Kosovo* and stateless, and every group of citizenship is made of them', () => {
  expect(countryCodes).toHaveLength(249 + 2);
  expect(new Set(countryCodes).size).toBe(countryCodes.length);
  expect(memberStates).toHaveLength(27);
  for (const code of [...regionalCountries, ...memberStates]) expect(isCountry(code), code).toBe(true);
  expect(citizenshipGroup('XKX', 'XKX')).toBe('own');
  expect(citizenshipGroup('BGR', 'XKX')).toBe('regional');
  expect(citizenshipGroup('DEU', 'XKX')).toBe('eu');
  expect(citizenshipGroup('STATELESS', 'XKX')).toBe('other');
});

test('a return with travel is every return that leaves the country of identification', () => {
  const staying = ['family_reunification_internal', 'stays_in_country', 'not_applicable_domestic'];
  expect([...returnTypesWithTravel, ...staying].toSorted()).toEqual(
    index
      .codeList('RETURNT')
      ?.codes.map((code) => code.code)
      .toSorted(),
  );
});
