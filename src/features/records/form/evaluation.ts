/** What the dictionary says about the record as it stands in the form: derived values, conditions, rules, completeness. */
import { areRowsApplicable, isApplicable, isDemanded, type Situation } from '#shared/dictionary/conditions.ts';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import type { FieldDeclaration, Span } from '#shared/dictionary/vocabulary.ts';
import { rowsBelow, rowsOf } from '#shared/records/content.ts';
import { identityOfRow, seenIdentity } from '#shared/records/identity.ts';
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
import { fieldKey, groupKey } from '../editor/field-key.ts';
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
  /** By `groupKey`: a group within another one may have a meaning in one of its rows only. */
  readonly inapplicableGroups: ReadonlySet<string>;
  /** Fields whose value the program sets now, though they could be typed. */
  readonly setByProgram: ReadonlySet<string>;
  /** Fields for which the program proposes one of several answers, with those answers. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** Fields that completion will ask for. */
  readonly demanded: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** Findings by the field to mend first. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>;
  /** Ages and durations that follow from dates, by the field under which they stand. */
  readonly spansAt: ReadonlyMap<string, Span>;
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
  return { entity: model.entity, id, ...content, ...seenIdentity(model.index, model.entity, identity) };
}

/** What the program says about fields whose value it derives where it can. */
interface Proposals {
  readonly set: ReadonlySet<string>;
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

/**
 * A proposed field is set by the program where its value comes back although the typed one is taken away, unless
 * several answers would stay as typed and break no rule: then the value is a proposal, and somebody may choose.
 */
function proposalsOf(model: FormModel, subject: RuleSubject, context: RuleContext): Proposals {
  const proposed = model.register.fields.filter((field) => field.entity === model.entity && field.derivedWhenKnown);
  const empty: Record<string, FieldValue> = { ...subject.values };
  for (const field of proposed) empty[field.id] = null;
  const set = new Set<string>();
  const choices = new Map<string, readonly string[]>();
  if (proposed.length === 0) return { set, choices };
  const derived = model.register.derive({ ...subject, values: empty }, context);
  for (const field of proposed) {
    if (!isKnown(derived.values[field.id])) continue;
    const key = fieldKey({ entity: field.entity, field: field.id });
    const kept = keptAnswers(model, field, subject, context);
    if (kept.length > 1) choices.set(key, kept);
    else set.add(key);
  }
  return { set, choices };
}

/** Codes that stay as they are when typed, and break no rule. */
function keptAnswers(
  model: FormModel,
  field: FieldDeclaration,
  subject: RuleSubject,
  context: RuleContext,
): readonly string[] {
  const list = field.type === 'code' && field.list !== undefined ? model.index.codeList(field.list) : undefined;
  if (list === undefined) return [];
  const settled = list.codes.flatMap(({ code }) => {
    const typed = { ...subject, values: { ...subject.values, [field.id]: code } };
    const derived = model.register.derive(typed, context);
    return derived.values[field.id] === code ? [{ code, derived }] : [];
  });
  if (settled.length < 2) return [];
  const isBroken = (derived: RuleSubject) =>
    evaluateRecord(model.register, derived, context, 'draft').some(
      ({ level, fields }) => level === 'hard' && fields.some((ref) => ref.field === field.id),
    );
  return settled.filter(({ derived }) => !isBroken(derived)).map(({ code }) => code);
}

export function evaluate(model: FormModel, standing: Standing, context: RuleContext): Evaluation {
  const typed = subjectOf(model, standing);
  const subject = model.register.derive(typed, context);
  const { set: setByProgram, choices } = proposalsOf(model, typed, context);
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
        const { identity } = standing;
        const persons = item.outer === undefined ? [undefined] : rowsOf(subject, item.outer);
        for (const person of identity === null ? [] : persons) {
          const known = identityOfRow(identity ?? {}, person?.id);
          for (const { field } of item.fields) weigh(field, known, person);
        }
      } else {
        for (const outer of item.outer === undefined ? [undefined] : rowsOf(subject, item.outer)) {
          const around: Situation = outer === undefined ? situation : { ...situation, row: outer };
          if (areRowsApplicable(item.entity, around) === false) {
            inapplicableGroups.add(groupKey(item.entity.id, outer?.id));
            continue;
          }
          const rows = rowsBelow(subject, item.entity.id, outer);
          if (rows.length === 0) allHere.expected += 1;
          for (const row of rows) for (const { field } of item.fields) weigh(field, row.values, row);
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
    choices,
    findings,
    findingsAt: byFirstField(findings),
    spansAt: new Map(model.register.spans(subject).map((span) => [fieldKey(span.at), span])),
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
