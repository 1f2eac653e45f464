/** The person of a record type, by the roles that its fields declare. */
import type { RegisterIndex } from './register-index.ts';
import type { FieldDeclaration, PersonRole } from './vocabulary.ts';

export interface PersonFields {
  /** Record type whose records are about persons. */
  readonly root: string;
  /** What stands for one person: the record itself, or the group whose rows bear the vault. */
  readonly bearer: string;
  readonly vault: string;
  readonly given: readonly FieldDeclaration[];
  readonly family: readonly FieldDeclaration[];
  /** Fields of the vault. */
  readonly personalNumber: FieldDeclaration | null;
  readonly birthDate: FieldDeclaration | null;
  /** Fields of the bearer. The code of a person whose record is hers is that of the record. */
  readonly code: FieldDeclaration | null;
  readonly birthYear: FieldDeclaration | null;
  readonly sex: FieldDeclaration | null;
  readonly citizenship: FieldDeclaration | null;
}

/**
 * Fields that the digests of likely duplicates are made of (R28): where each record is about one person. Of rows that are
 * persons the index of names knows more.
 */
export function matchFieldsOf(index: RegisterIndex, root: string): PersonFields | null {
  const fields = personFieldsOf(index, root);
  return fields?.bearer === root ? fields : null;
}

const vaultRoles: readonly PersonRole[] = ['given_name', 'family_name', 'personal_number', 'birth_date'];

const found = new WeakMap<RegisterIndex, Map<string, PersonFields | null>>();

/** Fields about the person of a record type; null where its vault names nobody. Every save asks: they are found once. */
export function personFieldsOf(index: RegisterIndex, root: string): PersonFields | null {
  const known = found.get(index) ?? new Map<string, PersonFields | null>();
  found.set(index, known);
  const fields = known.get(root);
  if (fields !== undefined) return fields;
  const read = readPersonFields(index, root);
  known.set(root, read);
  return read;
}

function readPersonFields(index: RegisterIndex, root: string): PersonFields | null {
  const vault = index.vaultOf(root);
  if (vault === undefined) return null;
  const bearer = index.outerGroupOf(vault.id)?.id ?? root;
  const all = (role: PersonRole): FieldDeclaration[] =>
    index.fieldsOf(vaultRoles.includes(role) ? vault.id : bearer).filter(({ personRole }) => personRole === role);
  const one = (role: PersonRole): FieldDeclaration | null => all(role)[0] ?? null;
  const [given, family] = [all('given_name'), all('family_name')];
  if (given.length === 0 && family.length === 0) return null;
  return {
    root,
    bearer,
    vault: vault.id,
    given,
    family,
    personalNumber: one('personal_number'),
    birthDate: one('birth_date'),
    code: one('person_code'),
    birthYear: one('birth_year'),
    sex: one('sex'),
    citizenship: one('citizenship'),
  };
}
