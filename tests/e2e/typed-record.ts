/** The record of tests/fixtures/typed-record.json: what lies beside the keyboard, and how each answer is typed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '#shared/records/content.ts';
import { type FieldValue, isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import { index } from './type-record.ts';

export const kinds = [
  'short',
  'long',
  'choices',
  'country',
  'institution',
  'date',
  'partialDate',
  'number',
  'text',
  'missing',
] as const;

export interface TypedAnswer {
  /** `field` of the record, or `group.2.field` of the second row of a group. */
  readonly field: string;
  readonly kind: (typeof kinds)[number];
  /** Characters, one key each; several codes with a space between; of a missing value its key. */
  readonly type: string;
  readonly value: FieldValue;
}

export interface TypedSection {
  readonly section: string;
  /** Asked by the form and empty on the paper; whatever else lies between two answers does not apply. */
  readonly empty: readonly string[];
  readonly answers: readonly TypedAnswer[];
}

const file = join(import.meta.dirname, '../fixtures/typed-record.json');
export const { sections } = JSON.parse(readFileSync(file, 'utf8')) as { sections: readonly TypedSection[] };
export const answers = sections.flatMap((section) => section.answers);

export interface Place {
  readonly entity: string;
  /** From 1; 0 for fields of the record itself. */
  readonly row: number;
  readonly field: string;
}

export function placeOf({ field }: TypedAnswer): Place {
  const [group, row, name] = field.split('.');
  return name === undefined
    ? { entity: 'victim', row: 0, field }
    : { entity: group ?? '', row: Number(row), field: name };
}

/** The list from which an answer is chosen: how many codes it offers, or null where nothing is chosen. */
export function listLengthOf(answer: TypedAnswer, entries: (list: string) => number): number | null {
  const { entity, field } = placeOf(answer);
  const { list } = index.field(entity, field);
  if (list === undefined) return null;
  const declared = index.codeList(list);
  return declared === undefined ? entries(list) : declared.codes.filter((code) => code.derivedOnly !== true).length;
}

/** Every answer that a record holds and somebody typed, as the fixture names it; what the program sets is left out. */
export function typedAnswersIn(content: RecordContent): Record<string, FieldValue> {
  const found: Record<string, FieldValue> = {};
  const collect = (entity: string, before: string, values: Values) => {
    for (const field of index.fieldsOf(entity)) {
      const value = values[field.id] ?? null;
      const isSetAside = field.applies !== undefined && isMissing(value) && value.missing === 'not_applicable';
      const isOfProgram =
        field.derived === true || field.meta !== undefined || field.id === index.entity(entity).ordinal;
      if (value !== null && !isSetAside && !isOfProgram) found[`${before}${field.id}`] = value;
    }
  };
  collect('victim', '', content.values);
  for (const { id } of index.groupsOf('victim'))
    for (const [at, row] of rowsOf(content, id).entries()) collect(id, `${id}.${at + 1}.`, row.values);
  return found;
}
