/** The form of a record type as it is asked on paper: without what the program sets, and with identities apart. */
import { type FormField, type FormGroup, type FormSection, formOf, inTypingOrder } from './derive-form.ts';
import type { RegisterIndex } from './register-index.ts';
import type { FieldDeclaration } from './vocabulary.ts';

export interface PaperSection extends Pick<FormSection, 'id' | 'letter'> {
  /** Fields and groups in the order of the form; a vault only by its place, its fields stand on a sheet of their own. */
  readonly items: readonly (FormField | FormGroup)[];
}

export interface PaperForm {
  readonly sections: readonly PaperSection[];
  /** Direct identifiers, where the record type has them. */
  readonly vault: FormGroup | null;
  /** Every field that is asked, identifiers included. */
  readonly fields: readonly FieldDeclaration[];
}

const isAsked = ({ control }: FormField): boolean => control !== 'shown';

/** What is asked of a record type on paper. */
export function paperFormOf(index: RegisterIndex, root: string): PaperForm {
  const sections = formOf(index, root).map(({ id, letter, items }) => ({
    id,
    letter,
    items: items.flatMap((item): readonly (FormField | FormGroup)[] => {
      if (item.kind === 'field') return isAsked(item) ? [item] : [];
      const asked = { ...item, fields: item.fields.filter(isAsked) };
      // Whoever types from the paper goes through it from left to right.
      return [item.kind === 'group' ? { ...asked, fields: inTypingOrder(asked) } : asked];
    }),
  }));
  const items = sections.flatMap((section) => section.items);
  const vault = items.find((item): item is FormGroup => item.kind === 'vault') ?? null;
  const fields = items.flatMap((item) =>
    item.kind === 'field' ? [item.field] : item.fields.map(({ field }) => field),
  );
  return { sections, vault, fields };
}
