/** What the form of one record type is made of; all of it from the dictionary. */
import { type FormSection, formOf } from '#shared/dictionary/derive-form.ts';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { indexOf, type RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldRef } from '#shared/records/record.ts';

export interface FormModel {
  readonly register: RegisterDeclaration;
  readonly index: RegisterIndex;
  readonly entity: string;
  readonly sections: readonly FormSection[];
  readonly vaultEntity: string | null;
  /** Field with the code of the record's person; typed for somebody known already, until the record has its number. */
  readonly codeField: string | null;
  /** Section under which a field of the record, a row or the vault stands. */
  readonly sectionOf: (ref: FieldRef) => string | undefined;
}

const built = new WeakMap<RegisterDeclaration, Map<string, FormModel>>();

/** Asking again for the same record type returns the same model. */
export function formModel(register: RegisterDeclaration, entity: string): FormModel {
  const known = built.get(register) ?? new Map<string, FormModel>();
  built.set(register, known);
  const model = known.get(entity) ?? build(register, entity);
  known.set(entity, model);
  return model;
}

function build(register: RegisterDeclaration, entity: string): FormModel {
  const index = indexOf(register);
  const sections = formOf(index, entity);
  const places = new Map<string, string>();
  for (const section of sections) {
    for (const item of section.items) {
      places.set(item.kind === 'field' ? `${entity}.${item.field.id}` : item.entity.id, section.id);
    }
  }
  return {
    register,
    index,
    entity,
    sections,
    vaultEntity: index.vaultOf(entity)?.id ?? null,
    codeField:
      personFieldsOf(index, entity)?.bearer === entity
        ? (index.fieldsOf(entity).find((field) => field.meta === 'code')?.id ?? null)
        : null,
    sectionOf: (ref) => places.get(ref.entity === entity ? `${entity}.${ref.field}` : ref.entity),
  };
}
