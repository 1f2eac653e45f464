import type {
  CodeDeclaration,
  CodeListDeclaration,
  EntityDeclaration,
  FieldDeclaration,
  RegisterDeclaration,
} from './vocabulary.ts';

/** Lookups over one register; every answer comes from its declarations. */
export interface RegisterIndex {
  readonly register: RegisterDeclaration;
  /** Record types: entities with a number, a state and a revision. */
  readonly roots: readonly EntityDeclaration[];
  readonly entity: (id: string) => EntityDeclaration;
  readonly fieldsOf: (entity: string) => readonly FieldDeclaration[];
  readonly field: (entity: string, id: string) => FieldDeclaration;
  readonly findField: (entity: string, id: string) => FieldDeclaration | undefined;
  /** The entity that holds a field; ids of fields are unique within a register. */
  readonly ownerOf: (field: string) => string | undefined;
  /** The record type that an entity belongs to; itself for a root. */
  readonly rootOf: (entity: string) => EntityDeclaration;
  /** Every group of a record type, those within other groups included; an outer one comes before what stands within it. */
  readonly groupsOf: (root: string) => readonly EntityDeclaration[];
  /** The group in whose rows the rows of this one stand; undefined where they stand in the record itself. */
  readonly outerGroupOf: (entity: string) => EntityDeclaration | undefined;
  /** The vault of a record type, whether the record itself bears it or the rows of one of its groups. */
  readonly vaultOf: (root: string) => EntityDeclaration | undefined;
  /** undefined for reference lists, whose entries belong to the installation. */
  readonly codeList: (id: string) => CodeListDeclaration | undefined;
  readonly code: (list: string, code: string) => CodeDeclaration | undefined;
}

const built = new WeakMap<RegisterDeclaration, RegisterIndex>();

/** Asking again for the same register returns the same index. */
export function indexOf(register: RegisterDeclaration): RegisterIndex {
  const known = built.get(register);
  if (known) return known;
  const index = build(register);
  built.set(register, index);
  return index;
}

function build(register: RegisterDeclaration): RegisterIndex {
  const entities = new Map(register.entities.map((entity) => [entity.id, entity]));
  const fields = new Map<string, FieldDeclaration[]>(register.entities.map((entity) => [entity.id, []]));
  const byId = new Map(register.entities.map(({ id }) => [id, new Map<string, FieldDeclaration>()]));
  const owners = new Map<string, string>();
  for (const field of register.fields) {
    fields.get(field.entity)?.push(field);
    byId.get(field.entity)?.set(field.id, field);
    owners.set(field.id, field.entity);
  }
  const lists = new Map(register.codeLists.map((list) => [list.id, list]));
  const codes = new Map(
    register.codeLists.map((list) => [list.id, new Map(list.codes.map((code) => [code.code, code]))]),
  );
  const groups = new Map(register.entities.map((entity) => [entity.id, groupsWithin(register.entities, entity.id)]));

  const entity = (id: string) => found(entities.get(id), id);
  const rootOf = (id: string): EntityDeclaration => {
    const asked = entity(id);
    return asked.parent === null ? asked : rootOf(asked.parent);
  };
  const vaults = new Map(
    register.entities.filter(({ role }) => role === 'vault').map((vault) => [rootOf(vault.id).id, vault]),
  );
  return {
    register,
    roots: register.entities.filter((candidate) => candidate.role === 'record'),
    entity,
    fieldsOf: (id) => found(fields.get(id), id),
    field: (of, id) => byId.get(of)?.get(id) ?? undeclared(`${of}.${id}`),
    findField: (of, id) => byId.get(of)?.get(id),
    ownerOf: (field) => owners.get(field),
    rootOf,
    groupsOf: (root) => found(groups.get(root), root),
    outerGroupOf: (id) => {
      const { parent } = entity(id);
      const outer = parent === null ? undefined : entities.get(parent);
      return outer?.role === 'group' ? outer : undefined;
    },
    vaultOf: (root) => vaults.get(root),
    codeList: (id) => lists.get(id),
    code: (list, code) => codes.get(list)?.get(code),
  };
}

/** The groups of a record type at every depth, an outer one before those within it. */
export function groupsWithin(entities: readonly EntityDeclaration[], parent: string): readonly EntityDeclaration[] {
  return entities
    .filter((entity) => entity.parent === parent && entity.role === 'group')
    .flatMap((entity) => [entity, ...groupsWithin(entities, entity.id)]);
}

// Ids come from declarations or have been checked at the contract: a wrong one here is a bug.
function undeclared(id: string): never {
  throw new Error(`not declared: ${id}`);
}
const found = <T>(value: T | undefined, id: string): T => value ?? undeclared(id);

/** Typed by an officer at least where the program cannot know the value; the rest is set by the program. */
export function isTyped(field: FieldDeclaration): boolean {
  return field.derived !== true && field.meta === undefined;
}

/** Given by the program with the number of the record, unless somebody names the one that is known already. */
export const isGiven = ({ personRole }: FieldDeclaration): boolean => personRole === 'person_code';

/** Asked for when the record gets its number or is completed. What the program sets says nothing about the entry. */
export function isCore(field: FieldDeclaration): boolean {
  return isTyped(field) && field.required !== 'N';
}
