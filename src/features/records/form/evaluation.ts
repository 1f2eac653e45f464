/** What the dictionary says about the record as it stands in the form: derived values, conditions, rules, completeness. */
import { areRowsApplicable, isApplicable, isDemanded, type Situation } from '#shared/dictionary/conditions.ts';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type {
  FieldValue,
  Finding,
  GroupRow,
  RecordContent,
  RuleContext,
  RuleSubject,
  Values,
} from '#shared/records/record.ts';
import { isKnown, isMissing } from '#shared/records/record.ts';
import { rowsOf } from '../editor/content.ts';
import { fieldKey } from '../editor/field-key.ts';
import type { FormModel } from './form-model.ts';

export interface Progress {
  readonly answered: number;
  readonly expected: number;
}

export interface Evaluation {
  /** The record with the values that the program sets. */
  readonly subject: RuleSubject;
  readonly context: RuleContext;
  readonly inapplicable: ReadonlySet<string>;
  readonly inapplicableGroups: ReadonlySet<string>;
  /** Fields whose value the program sets now, though they could be typed. */
  readonly setByProgram: ReadonlySet<string>;
  /** Fields that completion will ask for. */
  readonly demanded: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** Findings by the field to mend first. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>;
  readonly sections: ReadonlyMap<string, Progress>;
  readonly total: Progress;
}

interface Standing {
  readonly id: string;
  readonly content: RecordContent;
  readonly identity: Values | null;
  /** Stored in the vault, opened or not. */
  readonly hasIdentity: boolean;
}

function subjectOf(model: FormModel, { id, content, identity }: Standing): RuleSubject {
  return { entity: model.entity, id, ...content, ...(identity === null ? {} : { identity }) };
}

/** Proposed fields count as set by the program where their value comes back although the typed one is taken away. */
function proposedFields(model: FormModel, subject: RuleSubject, context: RuleContext): ReadonlySet<string> {
  const proposed = model.register.fields.filter((field) => field.entity === model.entity && field.derivedWhenKnown);
  if (proposed.length === 0) return new Set();
  const values: Record<string, FieldValue> = { ...subject.values };
  for (const field of proposed) values[field.id] = null;
  const derived = model.register.derive({ ...subject, values }, context);
  return new Set(
    proposed
      .filter((field) => isKnown(derived.values[field.id]))
      .map((field) => fieldKey({ entity: field.entity, field: field.id })),
  );
}

export function evaluate(model: FormModel, standing: Standing, context: RuleContext): Evaluation {
  const typed = subjectOf(model, standing);
  const subject = model.register.derive(typed, context);
  const setByProgram = proposedFields(model, typed, context);
  const inapplicable = new Set<string>();
  const inapplicableGroups = new Set<string>();
  const demanded = new Set<string>();
  const sections = new Map<string, Progress>();
  const total = { answered: 0, expected: 0 };

  const situation: Situation = { register: model.register, subject, context };
  for (const section of model.sections) {
    const demandedHere = { answered: 0, expected: 0 };
    const allHere = { answered: 0, expected: 0 };
    const weigh = (field: FieldDeclaration, values: Values, row?: GroupRow) => {
      const asked: Situation = row === undefined ? situation : { ...situation, row };
      const key = fieldKey({ entity: field.entity, field: field.id, ...(row && { row: row.id }) });
      if (isApplicable(field, asked) === false) {
        inapplicable.add(key);
        return;
      }
      // What the program sets is nobody's work to do.
      if (!isTyped(field)) return;
      const isAnswered = hasAnswer(values[field.id]);
      const isAsked = isDemanded(field, 'complete', asked);
      if (isAsked) demanded.add(key);
      for (const tally of isAsked ? [allHere, demandedHere] : [allHere]) {
        tally.expected += 1;
        if (isAnswered) tally.answered += 1;
      }
    };
    for (const item of section.items) {
      if (item.kind === 'field') weigh(item.field, subject.values);
      else if (item.kind === 'vault') {
        for (const { field } of standing.identity === null ? [] : item.fields) weigh(field, standing.identity ?? {});
      } else if (areRowsApplicable(item.entity, situation) === false) inapplicableGroups.add(item.entity.id);
      else {
        if (rowsOf(subject, item.entity.id).length === 0) allHere.expected += 1;
        for (const row of rowsOf(subject, item.entity.id)) {
          for (const { field } of item.fields) weigh(field, row.values, row);
        }
      }
    }
    const isClosed = standing.identity === null && section.items.some((item) => item.kind === 'vault');
    if (isClosed && !standing.hasIdentity) allHere.expected += 1;
    sections.set(section.id, demandedHere.expected > 0 ? demandedHere : allHere);
    total.answered += demandedHere.answered;
    total.expected += demandedHere.expected;
  }

  const findings = evaluateRecord(model.register, subject, context, 'draft');
  return {
    subject,
    context,
    inapplicable,
    inapplicableGroups,
    setByProgram,
    findings,
    findingsAt: byFirstField(findings),
    demanded,
    sections,
    total,
  };
}

/** A marker is an answer; an empty choice is none. */
const hasAnswer = (value: FieldValue | undefined): boolean => isMissing(value) || isKnown(value);

export function byFirstField(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const at = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [first] = finding.fields;
    if (first === undefined) continue;
    const key = fieldKey(first);
    at.set(key, [...(at.get(key) ?? []), finding]);
  }
  return at;
}

/** Whole percent, never 100 while something is missing. */
export function percentOf({ answered, expected }: Progress): number {
  return expected === 0 ? 100 : Math.floor((answered / expected) * 100);
}
