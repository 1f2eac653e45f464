/** What became of an invented registration: closed, flawed on purpose, or left as a draft. */
import { victims } from '../dictionary/registers/victims/register.ts';
import { isOpenService } from '../dictionary/registers/victims/rules/assistance.ts';
import { statedDates } from '../dictionary/registers/victims/rules/dates.ts';
import { evaluateRecord } from '../dictionary/rules.ts';
import { settle } from '../dictionary/settle.ts';
import { dayNumber, isoDay } from '../records/partial-date.ts';
import { numberOf, rowsOf, textOf } from '../records/read-value.ts';
import type { FieldValue, Finding, RuleContext, RuleSubject, Values } from '../records/record.ts';
import type { Random } from './random.ts';
import * as weights from './weights.ts';

const withValues = (subject: RuleSubject, values: Values): RuleSubject => ({
  ...subject,
  values: { ...subject.values, ...values },
});

/** Closes the record after its last date, where nothing runs any more and today allows it. */
export function close(random: Random, subject: RuleSubject, context: RuleContext): RuleSubject {
  if (rowsOf(subject, 'service').some(isOpenService)) return subject;
  const last = Math.max(...statedDates(subject).map(({ latest }) => latest));
  const day = last + random.between(1, 90);
  if (day > (dayNumber(context.today) ?? 0)) return subject;
  const values = { closure_date: isoDay(day), closure_reason: random.weighted(weights.closings) };
  return settle(victims, withValues(subject, values), context);
}

interface Flawed {
  readonly subject: RuleSubject;
  /** What the rules say of it, all of it confirmed. */
  readonly findings: readonly Finding[];
}

/** One thing that a soft rule warns of and somebody confirmed; nothing where the record offers no occasion. */
export function addFlaw(random: Random, subject: RuleSubject, context: RuleContext): Flawed {
  const flawed = random.pick(flaws)(subject);
  if (!flawed) return { subject, findings: [] };
  const settled = settle(victims, flawed, context);
  const findings = evaluateRecord(victims, settled, context, 'complete');
  return findings.some(({ level }) => level === 'hard') ? { subject, findings: [] } : { subject: settled, findings };
}

const flaws: readonly ((subject: RuleSubject) => RuleSubject | undefined)[] = [
  (subject) => (numberOf(subject.values, 'reflection_days') ? withValues(subject, { reflection_days: 14 }) : undefined),
  (subject) =>
    textOf(subject.values, 'return_risk_assessed') ? withValues(subject, { return_risk_assessed: 'no' }) : undefined,
  (subject) =>
    textOf(subject.values, 'guardian_appointed')
      ? withValues(subject, { guardian_appointed: 'no', guardian_date: null })
      : undefined,
  (subject) =>
    editRow(subject, 'exploitation', { exploitation_end: textOf(subject.values, 'registration_date') ?? null }),
  (subject) => editRow(subject, 'exploitation', { exploitation_subtype: ['mining'] }),
];

function editRow(subject: RuleSubject, entity: string, values: Record<string, FieldValue>): RuleSubject | undefined {
  const [first, ...others] = rowsOf(subject, entity);
  if (!first) return undefined;
  const edited = { ...first, values: { ...first.values, ...values } };
  return { ...subject, groups: { ...subject.groups, [entity]: [edited, ...others] } };
}

const heldInDraft = ['age_basis', 'identification_date', 'first_contact_date', 'registration_date'];

/** The record as it looks half-way: answers missing, nothing contradicting. */
export function leaveUnfinished(
  random: Random,
  subject: RuleSubject,
  context: RuleContext,
  isNumbered: boolean,
): RuleSubject {
  const kept = random.between(25, 80) / 100;
  const values: Record<string, FieldValue> = {};
  for (const field of victims.fields) {
    const value = subject.values[field.id];
    if (field.entity !== subject.entity || value === undefined || field.derived) continue;
    const isHeld = heldInDraft.includes(field.id) || (isNumbered && field.required === 'Y');
    if (isHeld || random.chance(kept)) values[field.id] = value;
  }
  const groups = { ...subject.groups, referral: [], reintegration_entry: [], recruiter: [] };
  return settle(victims, { ...subject, values, groups }, context);
}
