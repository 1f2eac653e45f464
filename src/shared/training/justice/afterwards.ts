/** What became of the record of an invented case: flawed on purpose, or left as a draft. */
import { indexOf } from '../../dictionary/register-index.ts';
import { justice } from '../../dictionary/registers/justice/register.ts';
import { evaluateRecord } from '../../dictionary/rules.ts';
import { settle } from '../../dictionary/settle.ts';
import type { FieldDeclaration } from '../../dictionary/vocabulary.ts';
import { rowsBelow } from '../../records/content.ts';
import { numberOf, rowsOf, textOf } from '../../records/read-value.ts';
import type { FieldValue, Finding, GroupRow, RuleContext, RuleSubject, Values } from '../../records/record.ts';
import type { Random } from '../random.ts';

/** One thing that a soft rule warns of; the same case where it offers no occasion. */
export function addFlaw(random: Random, subject: RuleSubject, context: RuleContext): RuleSubject {
  const flawed = random.pick(flaws)(subject);
  if (!flawed) return subject;
  const settled = settle(justice, flawed, context);
  return evaluateRecord(justice, settled, context, 'complete').some(({ level }) => level === 'hard')
    ? subject
    : settled;
}

/** What the rules say of a completed case. */
export const findingsOf = (subject: RuleSubject, context: RuleContext): readonly Finding[] =>
  evaluateRecord(justice, subject, context, 'complete');

const flaws: readonly ((subject: RuleSubject) => RuleSubject | undefined)[] = [
  (subject) =>
    rowsOf(subject, 'defendant').length < 3
      ? { ...subject, values: { ...subject.values, organised_group: 'yes' } }
      : undefined,
  (subject) =>
    textOf(subject.values, 'scope') === 'cross_border'
      ? { ...subject, groups: { ...subject.groups, cooperation: [] } }
      : undefined,
  // An indictment that was entered with the day of the report.
  (subject) =>
    editRow(subject, 'indictment', () => ({ indictment_date: textOf(subject.values, 'report_date') ?? null })),
  (subject) =>
    editRow(subject, 'claim', ({ values }) => {
      const awarded = numberOf(values, 'awarded_eur');
      const isPaid = (numberOf(values, 'paid_eur') ?? 0) > 0;
      return awarded !== undefined && isPaid ? { paid_eur: awarded + 100 } : undefined;
    }),
];

function editRow(
  subject: RuleSubject,
  entity: string,
  edit: (row: GroupRow) => Values | undefined,
): RuleSubject | undefined {
  const rows = rowsOf(subject, entity);
  const at = rows.findIndex((row) => edit(row) !== undefined);
  if (at < 0) return undefined;
  const edited = rows.map((row, index) => (index === at ? { ...row, values: { ...row.values, ...edit(row) } } : row));
  return { ...subject, groups: { ...subject.groups, [entity]: edited } };
}

const index = indexOf(justice);
const mayBeOpen = ({ derived, meta, required }: FieldDeclaration) => !derived && !meta && required !== 'Y';
const openInCase = index.fieldsOf('case').filter(mayBeOpen);
const openInDefendant = index.fieldsOf('defendant').filter(mayBeOpen);

/** The case as it looks half-way: answers missing, nothing contradicting. */
export function leaveUnfinished(random: Random, subject: RuleSubject, context: RuleContext): RuleSubject {
  const kept = random.between(25, 80) / 100;
  const leave = (values: Values, fields: readonly FieldDeclaration[]): Values => {
    const left: Record<string, FieldValue> = { ...values };
    for (const { id } of fields) if (!random.chance(kept)) left[id] = null;
    return left;
  };
  const defendants = rowsOf(subject, 'defendant').map((row) => ({
    ...row,
    values: leave(row.values, openInDefendant),
  }));
  const { claim: _, ...groups } = subject.groups;
  const half = {
    ...subject,
    values: leave(subject.values, openInCase),
    groups: { ...groups, defendant: defendants },
  };
  return settle(justice, half, context);
}

/** Whether anybody has been indicted, so that the desk has completed the record. */
export const isIndicted = (subject: RuleSubject): boolean =>
  rowsOf(subject, 'defendant').some((defendant) => rowsBelow(subject, 'indictment', defendant).length > 0);
