/** What a table can be put together from: the record types, their groups and the rows that only tables count. */
import { dimensionsOf } from '../../dictionary/derive-dimensions.ts';
import { kindListOf } from '../../dictionary/reference-lists/entry-facts.ts';
import { indexOf, type RegisterIndex } from '../../dictionary/register-index.ts';
import type {
  CountedField,
  CountedGroup,
  FieldDeclaration,
  MissingMarker,
  RegisterDeclaration,
} from '../../dictionary/vocabulary.ts';

/** Code list of the kinds that entries of a reference list are of, with its codes. */
export interface EntryKinds {
  readonly list: string;
  readonly codes: readonly string[];
}

export interface DesignableField {
  readonly entity: string;
  readonly id: string;
  readonly type: 'code' | 'codes' | 'date' | 'number' | 'text';
  readonly list: string | null;
  /** Codes that may stand in it, in their order; null where the installation keeps the list, or what tables number. */
  readonly codes: readonly string[] | null;
  /** Coarser classes by code; empty where there are none. */
  readonly groups: ReadonlyMap<string, string>;
  /** What the entries of its list are of, where the installation keeps it and says so. */
  readonly kinds: EntryKinds | null;
  /** Lower bounds of the classes of a number. */
  readonly bounds: readonly number[];
  readonly missing: readonly MissingMarker[];
  /** The question may not apply to a unit. */
  readonly mayNotApply: boolean;
  /** To learn that everybody of a group gave one answer would reveal something about each. */
  readonly isSensitive: boolean;
  readonly isAmount: boolean;
  /** Section of the form; null for rows that only tables count. */
  readonly section: string | null;
  /** A day, so that it can put a unit into a period. */
  readonly isDay: boolean;
}

export interface PersonMark {
  readonly entity: string;
  readonly field: string;
}

export interface DesignableEntity {
  readonly id: string;
  /** The entity in whose rows these stand; null for a record type. */
  readonly parent: string | null;
  readonly isCounted: boolean;
  readonly fields: ReadonlyMap<string, DesignableField>;
  /** Column by whose value the rows of one person are known; null where rows are no persons. */
  readonly person: PersonMark | null;
}

export type DesignableEntities = ReadonlyMap<string, DesignableEntity>;

const built = new WeakMap<RegisterDeclaration, DesignableEntities>();

/** Entities of a register by id; asking again for the same register returns the same. */
export function designableEntities(register: RegisterDeclaration): DesignableEntities {
  const known = built.get(register);
  if (known) return known;
  const found = build(register);
  built.set(register, found);
  return found;
}

function build(register: RegisterDeclaration): DesignableEntities {
  const index = indexOf(register);
  const entities = new Map<string, DesignableEntity>();
  for (const root of index.roots) {
    for (const { id, parent } of [root, ...index.groupsOf(root.id)]) {
      const fields = fieldsOf(index, id);
      entities.set(id, { id, parent, isCounted: false, fields, person: personOf(entities, index, id, parent) });
    }
  }
  for (const group of register.counted ?? []) {
    const { id, parent } = group;
    const fields = countedFields(register, group);
    const mark = group.fields.find(({ type }) => type === 'mark');
    const person = mark ? { entity: id, field: mark.id } : (entities.get(parent)?.person ?? null);
    entities.set(id, { id, parent, isCounted: true, fields, person });
  }
  return entities;
}

/** Rows within a record about one person are hers: the code that she keeps over all her registrations. */
function personOf(
  entities: ReadonlyMap<string, DesignableEntity>,
  index: RegisterIndex,
  id: string,
  parent: string | null,
): PersonMark | null {
  if (parent !== null) return entities.get(parent)?.person ?? null;
  if (!index.entity(id).registrations) return null;
  const code = index.fieldsOf(id).find(({ meta }) => meta === 'code');
  return code ? { entity: id, field: code.id } : null;
}

function fieldsOf(index: RegisterIndex, entity: string): ReadonlyMap<string, DesignableField> {
  const { ordinal } = index.entity(entity);
  // Numbers of records and rows, and where a record stands, say nothing of what it is about.
  const offered = index
    .fieldsOf(entity)
    .filter((field) => field.sensitivity !== 'direct' && !field.meta && !field.refersTo && field.id !== ordinal);
  const groups = new Map(dimensionsOf(index, entity).map(({ field, list }) => [field.id, groupsOf(index, list)]));
  return new Map(offered.map((field) => [field.id, fieldOf(index, field, groups.get(field.id) ?? new Map())]));
}

const groupsOf = (index: RegisterIndex, list: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (list === undefined ? [] : (index.codeList(list)?.codes ?? [])).flatMap(({ code, group }) =>
      group === undefined ? [] : [[code, group]],
    ),
  );

function kindsOf(index: RegisterIndex, list: string | null): EntryKinds | null {
  const kinds = list === null ? null : kindListOf(index.register, list);
  if (kinds === null) return null;
  return { list: kinds, codes: (index.codeList(kinds)?.codes ?? []).map(({ code }) => code) };
}

/** Forms of exploitation are asked of everybody, and still tell of each what was done to her. */
const sensitiveLists: readonly string[] = ['EXPL', 'EXPLMAIN', 'EXPLSUB'];

function fieldOf(index: RegisterIndex, field: FieldDeclaration, groups: ReadonlyMap<string, string>): DesignableField {
  const { entity, id, list = null } = field;
  return {
    entity,
    id,
    type: typeOf(field.type),
    list,
    codes: list === null ? null : (index.codeList(list)?.codes.map(({ code }) => code) ?? null),
    groups,
    kinds: kindsOf(index, list),
    bounds: field.bands ?? [],
    missing: field.missing,
    mayNotApply: field.applies !== undefined || field.missing.includes('not_applicable'),
    isSensitive: field.sensitivity === 'special' || (list !== null && sensitiveLists.includes(list)),
    isAmount: field.type === 'decimal',
    section: field.section,
    isDay: field.type === 'date',
  };
}

function typeOf(type: FieldDeclaration['type'] | CountedField['type']): DesignableField['type'] {
  if (type === 'partial_date') return 'date';
  if (type === 'int' || type === 'decimal') return 'number';
  return type === 'mark' ? 'text' : type;
}

function countedFields(register: RegisterDeclaration, group: CountedGroup): ReadonlyMap<string, DesignableField> {
  const index = indexOf(register);
  return new Map(
    group.fields
      .filter(({ type }) => type !== 'mark')
      .map((field) => {
        const list = 'list' in field ? field.list : null;
        const listed = list === null ? null : (index.codeList(list)?.codes.map(({ code }) => code) ?? null);
        return [
          field.id,
          {
            entity: group.id,
            id: field.id,
            type: typeOf(field.type),
            list,
            codes: 'codes' in field ? field.codes : listed,
            groups: new Map(),
            kinds: kindsOf(index, list),
            bounds: [],
            missing: [],
            mayNotApply: false,
            isSensitive: false,
            isAmount: false,
            section: null,
            isDay: field.type === 'date',
          },
        ];
      }),
  );
}

/** The entity, the one that its rows stand in, and so on to the record type. */
export function outwardsFrom(entities: DesignableEntities, entity: string): readonly string[] {
  const found = entities.get(entity);
  if (!found) throw new Error(`not declared: ${entity}`);
  return found.parent === null ? [entity] : [entity, ...outwardsFrom(entities, found.parent)];
}
