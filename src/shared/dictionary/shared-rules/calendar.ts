/** R01 in every register: dates lie between 1900 and today. */
import { finding } from '../../records/finding.ts';
import { dayInterval } from '../../records/partial-date.ts';
import { rowsOf, textOf } from '../../records/read-value.ts';
import type { FieldRef, Finding, RuleContext, RuleSubject, Values } from '../../records/record.ts';
import type { EntityDeclaration, FieldDeclaration } from '../vocabulary.ts';

export interface StatedDate {
  readonly ref: FieldRef;
  readonly field: string;
  readonly text: string;
  /** It is named without its value then, for findings travel further than the vault. */
  readonly isOfVault: boolean;
  readonly earliest: number;
  readonly latest: number;
}

interface Declared {
  readonly entities: readonly EntityDeclaration[];
  readonly fields: readonly FieldDeclaration[];
}

const firstDay = dayInterval('1900-01-01')?.earliest ?? 0;

/** Every date of a record, its rows and, where they are to be seen, its vaults; reads the declarations once. */
export function datesOf({ entities, fields }: Declared): (subject: RuleSubject) => readonly StatedDate[] {
  // What the program sets repeats a date that somebody stated, and only that one can be mended.
  const dateFields = fields.filter(({ type, derived }) => !derived && (type === 'date' || type === 'partial_date'));
  const vaults = new Map(entities.filter(({ role }) => role === 'vault').map(({ id, parent }) => [id, parent]));
  return (subject) => {
    const found: StatedDate[] = [];
    const add = (values: Values | undefined, { entity, id }: FieldDeclaration, row?: string) => {
      const text = values && textOf(values, id);
      const days = text === undefined ? undefined : dayInterval(text);
      if (text === undefined || !days) return;
      const at: FieldRef = row === undefined ? { entity, field: id } : { entity, row, field: id };
      found.push({ ref: at, field: id, text, isOfVault: vaults.has(entity), ...days });
    };
    for (const field of dateFields) {
      const owner = vaults.get(field.entity);
      if (field.entity === subject.entity) add(subject.values, field);
      else if (owner === subject.entity) add(subject.identity, field);
      else if (owner) for (const { id } of rowsOf(subject, owner)) add(subject.rowIdentities?.[id], field, id);
      else for (const { id, values } of rowsOf(subject, field.entity)) add(values, field, id);
    }
    return found;
  };
}

/** R01 over the dates of a record. */
export function withinCalendar(dates: readonly StatedDate[], { today }: RuleContext): Finding[] {
  const now = dayInterval(today);
  const findings: Finding[] = [];
  const tell = (part: string, date: StatedDate, params: Finding['params']) => {
    const named = date.isOfVault ? params : { ...params, date: date.text };
    findings.push(finding('R01', 'hard', date.isOfVault ? `${part}_birth` : part, [date.ref], named));
  };
  for (const date of dates) {
    if (now && date.earliest > now.latest) tell('future', date, { today });
    if (date.latest < firstDay) tell('past', date, {});
  }
  return findings;
}
