/** The person of a record type, by the roles that its fields declare. */
import type { RegisterIndex } from './register-index.ts';
import type { FieldDeclaration, PersonRole } from './vocabulary.ts';

export interface PersonFields {
  /** Record type whose records are about one person each. */
  readonly root: string;
  readonly vault: string;
  readonly given: readonly FieldDeclaration[];
  readonly family: readonly FieldDeclaration[];
  /** Fields of the vault. */
  readonly personalNumber: FieldDeclaration | null;
  readonly birthDate: FieldDeclaration | null;
  /** Fields of the record itself. */
  readonly birthYear: FieldDeclaration | null;
  readonly sex: FieldDeclaration | null;
  readonly citizenship: FieldDeclaration | null;
}

const vaultRoles: readonly PersonRole[] = ['given_name', 'family_name', 'personal_number', 'birth_date'];

/** Fields about the person of a record type; null where its vault names nobody. */
export function personFieldsOf(index: RegisterIndex, root: string): PersonFields | null {
  const vault = index.vaultOf(root);
  if (vault === undefined) return null;
  const all = (role: PersonRole): FieldDeclaration[] =>
    index.fieldsOf(vaultRoles.includes(role) ? vault.id : root).filter(({ personRole }) => personRole === role);
  const one = (role: PersonRole): FieldDeclaration | null => all(role)[0] ?? null;
  const [given, family] = [all('given_name'), all('family_name')];
  if (given.length === 0 && family.length === 0) return null;
  return {
    root,
    vault: vault.id,
    given,
    family,
    personalNumber: one('personal_number'),
    birthDate: one('birth_date'),
    birthYear: one('birth_year'),
    sex: one('sex'),
    citizenship: one('citizenship'),
  };
}
