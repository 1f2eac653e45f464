import type { RegisterIndex } from './register-index.ts';
import type { Condition, EntityDeclaration, FieldDeclaration } from './vocabulary.ts';

export type FormControl =
  | 'shown'
  | 'number'
  | 'amount'
  | 'line'
  | 'lines'
  | 'choice'
  | 'choices'
  | 'date'
  | 'partial-date';

export interface FormField {
  readonly kind: 'field';
  readonly field: FieldDeclaration;
  /** `shown`: set by the program, read only. */
  readonly control: FormControl;
  readonly applies: Condition | undefined;
}

/** A repeating group or the vault, placed where its first field stands in the data dictionary. */
export interface FormGroup {
  readonly kind: 'group' | 'vault';
  readonly entity: EntityDeclaration;
  /** The group in whose rows the rows of this one stand; left out where they stand in the record itself. */
  readonly outer?: string;
  /** Without the field that numbers the rows: the order of the rows is the number. */
  readonly fields: readonly FormField[];
  readonly applies: Condition | undefined;
}

export interface FormSection {
  readonly id: string;
  /** A, B, C ... as in the data dictionary. */
  readonly letter: string;
  readonly items: readonly (FormField | FormGroup)[];
}

/** The form of one record type: its sections in order, each with its fields and groups in order. */
export function formOf(index: RegisterIndex, root: string): readonly FormSection[] {
  return index.register.sections.flatMap((section, position) =>
    section.entity === root
      ? [{ id: section.id, letter: String.fromCharCode(65 + position), items: itemsOf(index, section.id, root) }]
      : [],
  );
}

function itemsOf(index: RegisterIndex, section: string, root: string): (FormField | FormGroup)[] {
  const items: (FormField | FormGroup)[] = [];
  const placed = new Set<string>();
  for (const field of index.register.fields) {
    if (field.section !== section || index.rootOf(field.entity).id !== root) continue;
    if (field.entity === root) items.push(formField(field));
    else if (!placed.has(field.entity)) {
      placed.add(field.entity);
      items.push(formGroup(index, index.entity(field.entity)));
    }
  }
  return items;
}

function formGroup(index: RegisterIndex, entity: EntityDeclaration): FormGroup {
  const fields = index.fieldsOf(entity.id).filter((field) => field.id !== entity.ordinal);
  const kind = entity.role === 'vault' ? 'vault' : 'group';
  const outer = index.outerGroupOf(entity.id)?.id;
  const within = outer === undefined ? {} : { outer };
  return { kind, entity, ...within, fields: fields.map(formField), applies: entity.applies };
}

const mostColumns = 4;

/** The fields that tell one row of a group from another: those that are asked for first. They stand in columns. */
export function columnsOf(group: FormGroup): readonly FieldDeclaration[] {
  const fields = group.fields.map(({ field }) => field);
  const asked = fields.filter((field) => field.required !== 'N');
  const chosen = new Set([...asked, ...fields].slice(0, mostColumns));
  return fields.filter((field) => chosen.has(field));
}

/** The fields of a row in the order in which they are typed: its columns, then those that stand below. */
export function inTypingOrder(group: FormGroup): readonly FormField[] {
  const columns = columnsOf(group);
  const isColumn = ({ field }: FormField) => columns.includes(field);
  return [...group.fields.filter(isColumn), ...group.fields.filter((each) => !isColumn(each))];
}

const controls = {
  int: 'number',
  decimal: 'amount',
  text: 'line',
  code: 'choice',
  codes: 'choices',
  date: 'date',
  partial_date: 'partial-date',
} as const satisfies Record<FieldDeclaration['type'], FormControl>;

function formField(field: FieldDeclaration): FormField {
  return { kind: 'field', field, control: controlOf(field), applies: field.applies };
}

function controlOf(field: FieldDeclaration): FormControl {
  if (field.derived === true || field.meta !== undefined) return 'shown';
  return field.multiline === true ? 'lines' : controls[field.type];
}
