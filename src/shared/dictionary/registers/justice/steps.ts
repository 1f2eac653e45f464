/** The steps taken against a defendant, in the order of time, as the rows below the defendant tell them. */

import { rowsBelow } from '../../../records/content.ts';
import { dayNumber } from '../../../records/partial-date.ts';
import { textOf } from '../../../records/read-value.ts';
import type { GroupRow, RecordContent, Values } from '../../../records/record.ts';
import { datedVerdicts, verdictsOn } from './of-defendant.ts';

/** Result of a closed investigation, as far as it ends or halts the proceedings. */
export type Halt = 'dismissed' | 'suspended' | 'transferred';

/** What a step does to the course of proceedings. */
export type Effect =
  | { readonly does: 'investigate'; readonly row: string }
  | { readonly does: 'close'; readonly row: string; readonly halt: Halt | undefined; readonly byDeath: boolean }
  | { readonly does: 'indict' }
  | { readonly does: 'refuse' }
  | { readonly does: 'try'; readonly inAbsence: boolean }
  | { readonly does: 'judge'; readonly charge: string; readonly verdict: string | undefined }
  | { readonly does: 'review'; readonly charge?: string; readonly verdict?: string | undefined }
  | { readonly does: 'reconsider' }
  | { readonly does: 'reverse'; readonly to: 'convicted' | 'acquitted' }
  | { readonly does: 'end'; readonly charge: string | undefined; readonly verdict: string | undefined }
  | { readonly does: 'retry' };

export interface Step {
  readonly effect: Effect;
  /** The day of the step; undefined where it is not known. */
  readonly day: number | undefined;
  /** Where it stands among the others: on its day or, without one, on that of the step which it follows. */
  readonly at: number;
}

/** Of several steps on one day: a court decides after it was asked, and orders a retrial of what is not final by then. */
const course: readonly Effect['does'][] = [
  // What is reconsidered is what was final before that day.
  'reconsider',
  'investigate',
  'close',
  'indict',
  'refuse',
  'try',
  'judge',
  'reverse',
  'review',
  'end',
  'retry',
];

const beforeAll = Number.NEGATIVE_INFINITY;

/** Every step against one defendant; those on one day by the course of proceedings. */
export function stepsAgainst(content: RecordContent, defendant: GroupRow): readonly Step[] {
  const steps = [
    ...investigations(rowsBelow(content, 'investigation', defendant)),
    ...indictments(rowsBelow(content, 'indictment', defendant)),
    ...trials(rowsBelow(content, 'trial', defendant)),
    ...rowsBelow(content, 'charge', defendant).flatMap((charge) =>
      verdicts(charge.id, rowsBelow(content, 'verdict', charge)),
    ),
    ...appeals(rowsBelow(content, 'appeal', defendant), verdictsOn(content, defendant)),
    ...finalJudgments(rowsBelow(content, 'judgment_sentence', defendant), verdictsOn(content, defendant)),
  ];
  return steps.toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return course.indexOf(a.effect.does) - course.indexOf(b.effect.does);
  });
}

function dayOf(values: Values, field: string): number | undefined {
  const text = textOf(values, field);
  return text === undefined ? undefined : dayNumber(text);
}

// Something that has a day of its own has not happened before that day is entered.
const stepOn = (day: number | undefined, effect: Effect): Step[] =>
  day === undefined ? [] : [{ effect, day, at: day }];

function investigations(rows: readonly GroupRow[]): Step[] {
  const steps: Step[] = [];
  let previous = beforeAll;
  for (const { id, values } of rows) {
    const start = dayOf(values, 'investigation_start');
    const end = dayOf(values, 'investigation_end');
    if (start === undefined && end === undefined) continue;
    const at = Math.min(start ?? previous, end ?? Number.POSITIVE_INFINITY);
    steps.push({ effect: { does: 'investigate', row: id }, day: start, at });
    steps.push(...stepOn(end, { does: 'close', row: id, ...resultOf(values) }));
    previous = end ?? at;
  }
  return steps;
}

function resultOf(values: Values): { readonly halt: Halt | undefined; readonly byDeath: boolean } {
  switch (textOf(values, 'investigation_outcome')) {
    case 'discontinued':
      return { halt: 'dismissed', byDeath: textOf(values, 'discontinued_reason') === 'death_of_suspect' };
    case 'suspended':
      return { halt: 'suspended', byDeath: false };
    case 'transferred':
      return { halt: 'transferred', byDeath: false };
    default:
      return { halt: undefined, byDeath: false };
  }
}

function indictments(rows: readonly GroupRow[]): Step[] {
  return rows.flatMap(({ values }) => {
    const filed = dayOf(values, 'indictment_date');
    const isRefused = filed !== undefined && textOf(values, 'indictment_confirmed') === 'no';
    // The day of the refusal is not entered; it follows the filing.
    const refusal: Step[] = isRefused ? [{ effect: { does: 'refuse' }, day: undefined, at: filed }] : [];
    return [...stepOn(filed, { does: 'indict' }), ...refusal];
  });
}

const higherInstances = ['second', 'third', 'final'];
const isHigher = (instance: string | undefined) => instance !== undefined && higherInstances.includes(instance);

function trials(rows: readonly GroupRow[]): Step[] {
  return rows.flatMap(({ values }) => {
    const start = dayOf(values, 'trial_start');
    if (isHigher(textOf(values, 'trial_instance'))) return stepOn(start, { does: 'review' });
    return stepOn(start, { does: 'try', inAbsence: textOf(values, 'tried_in_absentia') === 'yes' });
  });
}

/** Verdicts on one charge. */
function verdicts(charge: string, rows: readonly GroupRow[]): Step[] {
  return datedVerdicts(rows).flatMap(({ row: { values }, day, at }) => {
    const steps: Step[] = [];
    const verdict = textOf(values, 'verdict');
    const instance = textOf(values, 'verdict_instance');
    if (day !== undefined || verdict !== undefined) {
      steps.push({ effect: { does: isHigher(instance) ? 'review' : 'judge', charge, verdict }, day, at });
      // The judgment as it became final: it ends the proceedings whether or not the day of finality is entered.
      if (instance === 'final') steps.push({ effect: { does: 'end', charge, verdict }, day, at });
    }
    const ended = dayOf(values, 'final_date');
    return [...steps, ...stepOn(ended, { does: 'end', charge, verdict: textOf(values, 'final_verdict') })];
  });
}

/** Filing and decision. Without a day, an appeal follows the first verdict; an extraordinary one the first that is final. */
function appeals(rows: readonly GroupRow[], judged: readonly GroupRow[]): Step[] {
  const first = (field: string) =>
    Math.min(...judged.map(({ values }) => dayOf(values, field) ?? Number.POSITIVE_INFINITY));
  return rows.flatMap(({ values }) => {
    const filed = dayOf(values, 'appeal_date');
    const outcome = textOf(values, 'appeal_outcome');
    // While it is pending nothing has been decided: the record is kept without that day.
    const decided = outcome === 'pending' ? undefined : dayOf(values, 'appeal_decision_date');
    if (filed === undefined && decided === undefined && outcome === undefined) return [];
    const isExtraordinary = textOf(values, 'appeal_kind') === 'extraordinary';
    const followed = [first(isExtraordinary ? 'final_date' : 'verdict_date'), first('verdict_date')];
    const at = filed ?? decided ?? followed.find((day) => Number.isFinite(day)) ?? beforeAll;
    // A final judgment stays final until an extraordinary remedy against it succeeds.
    const filing: Step[] = isExtraordinary ? [] : [{ effect: { does: 'review' }, day: filed, at }];
    const effect = decisionOf(outcome);
    const isReconsidered = isExtraordinary && outcome !== undefined && !undecided.includes(outcome);
    const decision = [...(isReconsidered ? [{ does: 'reconsider' } as const] : []), ...(effect ? [effect] : [])];
    return [...filing, ...decision.map((each) => ({ effect: each, day: decided, at: decided ?? at }))];
  });
}

/** Outcomes that leave what was decided as it is, without looking at it. */
const undecided = ['pending', 'withdrawn', 'inadmissible'];

function decisionOf(outcome: string | undefined): Effect | undefined {
  if (outcome === 'sent_back_for_retrial') return { does: 'retry' };
  if (outcome === 'verdict_reversed_to_acquittal') return { does: 'reverse', to: 'acquitted' };
  return outcome === 'verdict_reversed_to_conviction' ? { does: 'reverse', to: 'convicted' } : undefined;
}

/**
 * A judgment that is said to be final ends the proceedings on all charges. The day of finality stands with the verdicts: it
 * comes with the last of those that it is made of, after the appeals against them.
 */
function finalJudgments(rows: readonly GroupRow[], judged: readonly GroupRow[]): Step[] {
  return rows
    .filter(({ values }) => textOf(values, 'aggregate_final') === 'yes')
    .map(({ values }) => {
      const given = dayOf(values, 'judgment_date');
      const ofThis = judged.filter((verdict) => dayOf(verdict.values, 'verdict_date') === given);
      const ends = ofThis.map((verdict) => dayOf(verdict.values, 'final_date') ?? beforeAll);
      const day = textOf(values, 'judgment_instance') === 'final' ? given : undefined;
      const at = Math.max(given ?? beforeAll, ...ends);
      return { effect: { does: 'end', charge: undefined, verdict: undefined }, day, at };
    });
}
