import { describe, expect, test } from 'vitest';
import ofVictims from '../../../tests/fixtures/dictionary-contract.json' with { type: 'json' };
import ofJustice from '../../../tests/fixtures/dictionary-contract-justice.json' with { type: 'json' };
import { returnTypesWithTravel } from './code-lists/return.ts';
import { factNames as justiceFacts } from './registers/justice/fact-names.ts';
import { justice } from './registers/justice/register.ts';
import { factNames as victimFacts } from './registers/victims/fact-names.ts';
import { indexOfKind, registerOf } from './registers.ts';
import type { CodeDeclaration, Condition, EntityDeclaration, RegisterDeclaration } from './vocabulary.ts';

interface Contract {
  readonly entities: readonly { readonly id: string; readonly parent: string | null }[];
  readonly fields: readonly { readonly id: string; readonly list?: string; readonly derived: boolean }[];
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string | boolean>>[]>>;
}

interface Held {
  readonly register: RegisterDeclaration;
  readonly contract: Contract;
  readonly facts: readonly string[];
  /** Derived in the data dictionary, declared as proposed by the program. */
  readonly proposed: readonly string[];
  /** Declared without a number in the data dictionary. */
  readonly added: readonly string[];
  /** Answers that R13 and its like call exclusive. */
  readonly exclusive: readonly string[];
}

const victims = registerOf('victims');
const index = indexOfKind('victims');

const held: readonly Held[] = [
  {
    register: victims,
    contract: ofVictims,
    facts: victimFacts,
    // V70 is "derived or chosen": the officer chooses where several forms stand, so it is typed and proposed.
    proposed: ['exploitation_main_form'],
    added: [],
    exclusive: ['ACCOMP.alone', 'REASON.did_not_leave_home', 'VULN.none_known', 'VROLE.none', 'PROTM.none'],
  },
  {
    register: justice,
    contract: ofJustice,
    facts: justiceFacts,
    proposed: [],
    // Every record has a state and an archive flag; the data dictionary numbers them for victims only. The end of the
    // proceedings, on which retention rests, and what lists by stage and age rest on, are derived from rows of every
    // defendant.
    added: ['case_state', 'case_archived', 'case_closed_on', 'stage_since', 'open_defendants'],
    exclusive: ['CUSTODY.none', 'AGGR.none', 'MITIG.none', 'PROTM.none', 'MEANS.none_needed_child'],
  },
];

const registers = held.map((each) => ({ kind: each.register.kind, ...each }));

describe.each(registers)('the register of $kind', ({ register, contract, facts, proposed, added, exclusive }) => {
  const entityOf = (id: string) => register.entities.find((entity) => entity.id === id) as EntityDeclaration;
  const codesOf = (list: string): readonly CodeDeclaration[] | undefined =>
    register.codeLists.find(({ id }) => id === list)?.codes;
  const conditions = [
    ...register.fields.flatMap(({ entity, applies, requiredWhen }) =>
      [applies, requiredWhen].map((condition) => ({ condition, entity })),
    ),
    ...register.entities.map((entity) => ({ condition: entity.applies, entity: entity.parent ?? entity.id })),
  ].flatMap(({ condition, entity }) => (condition ? partsOf(condition).map((part) => ({ part, entity })) : []));

  /** The record, the rows above a row, and the row itself. */
  const upwards = (id: string): string[] => {
    const { parent } = entityOf(id);
    return parent === null ? [id] : [id, ...upwards(parent)];
  };

  test('declares every field of the data dictionary, in its order and with its properties', () => {
    const declared = register.fields
      .filter(({ id }) => !added.includes(id))
      .map((field) => ({
        no: field.no,
        id: field.id,
        entity: field.entity,
        type: field.type,
        list: field.list,
        required: field.required,
        sensitivity: field.sensitivity,
        missing: [...field.missing],
        source: field.source,
        derived: field.derived === true || proposed.includes(field.id),
      }));
    const expected = contract.fields.map((field) => ({ ...field, list: 'list' in field ? field.list : undefined }));
    expect(declared).toEqual(expected);
  });

  test('adds no field but what the record itself holds or the program derives', () => {
    const known = new Set(contract.fields.map(({ id }) => id));
    const further = register.fields.filter(({ id }) => !known.has(id));
    expect(further.map(({ id }) => id)).toEqual(added);
    expect(further.every(({ meta, derived }) => meta !== undefined || derived === true)).toBe(true);
  });

  test('hangs every entity where the data dictionary puts it', () => {
    expect(register.entities.map(({ id, parent }) => ({ id, parent }))).toEqual(contract.entities);
  });

  test('has the codes of the data dictionary in every code list, with their classes', () => {
    for (const [list, codes] of Object.entries(contract.lists)) {
      const shown = (codesOf(list) ?? []).map(({ code, group, online, usualForm, isic, tip }) => ({
        code,
        group,
        online,
        usualForm,
        isic,
        tip,
      }));
      const expected = codes.map((code) => ({
        code: code['code'],
        group: code['group'],
        online: code['online'] === true ? true : undefined,
        usualForm: code['usual_form'] || undefined,
        isic: code['isic'] || undefined,
        tip: code['tip'] === true ? true : undefined,
      }));
      expect(shown, list).toEqual(expected);
    }
  });

  test('has no id, number or code twice', () => {
    expect(twice(register.fields.map((field) => field.id))).toEqual([]);
    expect(twice(register.fields.map((field) => field.no))).toEqual([]);
    expect(twice(register.entities.map((entity) => entity.id))).toEqual([]);
    expect(twice(register.codeLists.map((list) => list.id))).toEqual([]);
    for (const list of register.codeLists) expect(twice(list.codes.map((code) => code.code)), list.id).toEqual([]);
  });

  test('has every list a field names, and only coded fields name one', () => {
    for (const field of register.fields) {
      const isCoded = field.type === 'code' || field.type === 'codes';
      expect(field.list !== undefined, field.id).toBe(isCoded);
      if (!field.list) continue;
      expect(register.referenceLists.includes(field.list) !== (codesOf(field.list) !== undefined), field.list).toBe(
        true,
      );
    }
  });

  test('names only fields, codes, groups and facts that exist in its conditions, and leaves no fact unasked', () => {
    for (const { part } of conditions) {
      if ('fact' in part) expect(facts).toContain(part.fact);
      if ('rowsOf' in part) expect(entityOf(part.rowsOf).role).toBe('group');
      if (!('field' in part)) continue;
      const field = register.fields.find(({ id }) => id === part.field);
      expect(field, part.field).toBeDefined();
      if (!('is' in part)) continue;
      for (const code of part.is)
        expect(
          codesOf(field?.list ?? '')?.map((each) => each.code),
          code,
        ).toContain(code);
    }
    const asked = conditions.flatMap(({ part }) => ('fact' in part ? [part.fact] : []));
    expect([...new Set(asked)].toSorted()).toEqual([...facts].toSorted());
  });

  test('answers every fact that it asks', () => {
    expect(Object.keys(register.facts).toSorted()).toEqual([...facts].toSorted());
  });

  test('decides on a row by the row itself and by what stands above it', () => {
    for (const { part, entity } of conditions) {
      if (!('field' in part)) continue;
      const owner = register.fields.find(({ id }) => id === part.field)?.entity;
      expect(upwards(entity), part.field).toContain(owner);
    }
  });

  test('makes no field inapplicable by that field itself', () => {
    for (const field of register.fields)
      expect(JSON.stringify(field.applies ?? {})).not.toContain(`"field":"${field.id}"`);
  });

  test('marks the answers that exclude others, and only in lists of multiple choice', () => {
    const marked = register.codeLists.flatMap((list) =>
      list.codes.filter((code) => code.exclusive).map((code) => `${list.id}.${code.code}`),
    );
    expect(marked).toEqual(expect.arrayContaining([...exclusive]));
    for (const name of marked) {
      const list = name.split('.')[0];
      const using = register.fields.filter((field) => field.list === list);
      expect(
        using.every((field) => field.type === 'codes'),
        name,
      ).toBe(true);
    }
  });

  test('puts every field and group under a section of its own record type', () => {
    const rootOf = (id: string) => upwards(id).at(-1);
    const sectionOf = (id: string | undefined) => register.sections.find((section) => section.id === id)?.entity;
    for (const field of register.fields) expect(sectionOf(field.section), field.id).toBe(rootOf(field.entity));
    for (const entity of register.entities)
      if (entity.parent !== null) expect(sectionOf(entity.section), entity.id).toBe(rootOf(entity.id));
  });

  test('numbers rows by a field of these rows, and begins with one', () => {
    for (const { id, ordinal } of register.entities) {
      if (ordinal === undefined) continue;
      const field = register.fields.find((each) => each.id === ordinal);
      expect(field, ordinal).toMatchObject({ entity: id, type: 'int', min: 1 });
    }
  });

  test('counts its lists, its quality and its periods by fields that are there', () => {
    const has = (root: string, id: string) =>
      register.fields.some((field) => field.id === id && upwards(field.entity).includes(root));
    const roots = register.entities.filter(({ role }) => role === 'record').map(({ id }) => id);
    expect(Object.keys(register.listColumns).toSorted()).toEqual(roots.toSorted());
    expect(Object.keys(register.quality).toSorted()).toEqual(roots.toSorted());
    expect(register.retention.map(({ entity }) => entity).toSorted()).toEqual(roots.toSorted());
    for (const [root, shown] of Object.entries(register.listColumns))
      for (const id of shown) expect(register.fields, id).toContainEqual(expect.objectContaining({ id, entity: root }));
    for (const [root, { registered, office, delays }] of Object.entries(register.quality))
      for (const id of [registered, office, ...delays.map(({ from }) => from)]) expect(has(root, id), id).toBe(true);
    for (const { entity, startsAt, institution } of register.retention)
      for (const id of [...startsAt, institution]) expect(has(entity, id), id).toBe(true);
  });
});

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, position) => ids.indexOf(id) !== position);
}

type Part = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;

/** What a condition asks, without how the answers are joined. */
function partsOf(condition: Condition): readonly Part[] {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  return 'not' in condition ? partsOf(condition.not) : [condition];
}

test('a list that two registers use is declared once', () => {
  for (const list of justice.codeLists) {
    const other = index.codeList(list.id);
    if (other) expect(list, list.id).toBe(other);
  }
});

test('usual forms of a subtype are forms of exploitation', () => {
  for (const code of index.codeList('EXPLSUB')?.codes ?? [])
    if (code.usualForm) expect(index.code('EXPL', code.usualForm)).toBeDefined();
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
