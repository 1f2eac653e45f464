/** The forms that tests type into, as the dictionary declares them, and what of a plan stands in the stored record. */

import type { FormSection } from '#shared/dictionary/derive-form.ts';
import { formOf } from '#shared/dictionary/derive-form.ts';
import { indexOf, type RegisterIndex } from '#shared/dictionary/register-index.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import type { FieldDeclaration, RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import { outerRowOf, rowsOf } from '#shared/records/content.ts';
import { type FieldValue, isMissing, type RecordContent, type Values } from '#shared/records/record.ts';

export interface TypedForm {
  readonly index: RegisterIndex;
  /** The type of record that the form is of. */
  readonly entity: string;
  readonly sections: readonly FormSection[];
}

function typedForm(register: RegisterDeclaration, entity: string): TypedForm {
  const index = indexOf(register);
  return { index, entity, sections: formOf(index, entity) };
}

export const victimForm = typedForm(victims, 'victim');
export const caseForm = typedForm(justice, 'case');

/** Rows of a record as the program calls them, by the ids that they have in the plan. */
export type RowIds = ReadonlyMap<string, string>;

/** The program sets what does not apply, and what it works out. */
const isOfProgram = (field: FieldDeclaration, wanted: FieldValue, got: FieldValue): boolean =>
  wanted === null &&
  (field.derived === true ||
    field.derivedWhenKnown === true ||
    (field.applies !== undefined && isMissing(got) && got.missing === 'not_applicable'));

/** What was planned but does not stand in the stored record, in words; without ids, rows are compared in their order. */
export function differences(
  planned: RecordContent,
  stored: RecordContent,
  { index, entity: root }: TypedForm = victimForm,
  ids?: RowIds,
): string[] {
  const found: string[] = [];
  const compare = (entity: string, place: string, plan: Values, held: Values) => {
    for (const field of index.fieldsOf(entity)) {
      if (field.meta !== undefined || field.id === index.entity(entity).ordinal) continue;
      const [wanted, got] = [plan[field.id] ?? null, held[field.id] ?? null];
      if (JSON.stringify(wanted) !== JSON.stringify(got) && !isOfProgram(field, wanted, got))
        found.push(`${place}.${field.id}: ${JSON.stringify(wanted)} was typed, ${JSON.stringify(got)} is stored`);
    }
  };
  compare(root, root, planned.values, stored.values);
  for (const { id } of index.groupsOf(root)) {
    const [rows, held] = [rowsOf(planned, id), rowsOf(stored, id)];
    if (rows.length !== held.length) found.push(`${id}: ${rows.length} rows were typed, ${held.length} are stored`);
    else {
      for (const [at, row] of rows.entries()) {
        const same = ids === undefined ? held[at] : held.find((each) => each.id === ids.get(row.id));
        const [wanted, got] = [outerRowOf(row), same && outerRowOf(same)];
        if (ids !== undefined && (same === undefined || got !== (wanted && ids.get(wanted))))
          found.push(`${id} ${at + 1} does not stand within the row it was typed in`);
        compare(id, `${id} ${at + 1}`, row.values, same?.values ?? {});
      }
    }
  }
  return found;
}
