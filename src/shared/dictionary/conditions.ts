import { outwards } from '../records/content.ts';
import {
  type FieldValue,
  type GroupRow,
  isKnown,
  isMissing,
  type RuleContext,
  type RuleSubject,
} from '../records/record.ts';
import { indexOf, isGiven } from './register-index.ts';
import type { Condition, EntityDeclaration, FieldDeclaration, RegisterDeclaration } from './vocabulary.ts';

/** undefined: the record does not say. */
export type Truth = boolean | undefined;

/** Where a condition is asked: a record, and a row of it where the question is about a row. */
export interface Situation {
  readonly register: RegisterDeclaration;
  readonly subject: RuleSubject;
  readonly context: RuleContext;
  readonly row?: GroupRow;
}

/** Three-valued: an unknown answer makes the whole unknown unless the other answers already decide. */
export function evaluate(condition: Condition, situation: Situation): Truth {
  if ('fact' in condition) return askFact(condition.fact, situation);
  if ('all' in condition) return allOf(condition.all.map((part) => evaluate(part, situation)));
  if ('any' in condition) return anyOf(condition.any.map((part) => evaluate(part, situation)));
  if ('not' in condition) return negate(evaluate(condition.not, situation));
  if ('rowsOf' in condition) return (situation.subject.groups[condition.rowsOf]?.length ?? 0) > 0;
  const value = answerOf(condition.field, situation);
  if ('known' in condition) return isKnown(value);
  if ('above' in condition) return compareAbove(value, condition.above);
  return isOneOf(value, condition.is);
}

/** Where a field has a meaning. undefined: it may have one, so it is offered and never cleared. */
export function isApplicable(field: FieldDeclaration, situation: Situation): Truth {
  return field.applies === undefined ? true : evaluate(field.applies, situation);
}

/** Whether rows of a group have a meaning for this record. */
export function areRowsApplicable(entity: EntityDeclaration, situation: Situation): Truth {
  return entity.applies === undefined ? true : evaluate(entity.applies, situation);
}

/**
 * Whether the field must be answered at a stage. A field that only may apply is not demanded:
 * its list of markers need not hold one that says so.
 */
export function isDemanded(
  field: FieldDeclaration,
  stage: 'draft' | 'number' | 'complete',
  situation: Situation,
): boolean {
  if (stage === 'draft' || field.required === 'N' || isGiven(field)) return false;
  if (stage === 'number' && field.required !== 'Y') return false;
  if (isApplicable(field, situation) !== true) return false;
  return field.requiredWhen === undefined || evaluate(field.requiredWhen, situation) !== false;
}

function askFact(name: string, { register, subject, context, row }: Situation): Truth {
  const fact = register.facts[name];
  if (!fact) throw new Error(`not declared: ${name}`);
  return fact(subject, context, row);
}

function answerOf(field: string, { register, subject, row }: Situation): FieldValue | undefined {
  const owner = indexOf(register).ownerOf(field);
  if (owner === subject.entity) return subject.values[field];
  if (owner !== undefined && indexOf(register).entity(owner).role === 'vault') return identifierOf(field, subject, row);
  // A row sees its own answers and those of the rows that it stands within.
  for (const { values } of outwards(subject, row)) if (field in values) return values[field];
  return undefined;
}

/** An identifier of the record's person, or of the row that is asked about and those around it. */
function identifierOf(field: string, subject: RuleSubject, row: GroupRow | undefined): FieldValue | undefined {
  for (const { id } of outwards(subject, row)) {
    const identity = subject.rowIdentities?.[id];
    if (identity) return identity[field];
  }
  return subject.identity?.[field];
}

function isOneOf(value: FieldValue | undefined, codes: readonly string[]): Truth {
  if (!isKnown(value)) return isNotApplicable(value) ? false : undefined;
  return typeof value === 'object' ? value.some((code) => codes.includes(code)) : codes.includes(String(value));
}

function compareAbove(value: FieldValue | undefined, bound: number): Truth {
  if (typeof value === 'number') return value > bound;
  return isNotApplicable(value) ? false : undefined;
}

const isNotApplicable = (value: FieldValue | undefined) => isMissing(value) && value.missing === 'not_applicable';

const negate = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}
