/**
 * Proceedings against one defendant: their stage (CASESTAT), the status of the person (TRIALROLE), the way they went and
 * the day on which they ended. An order for a retrial, after an ordinary or an extraordinary remedy, opens a new chain,
 * and the newest chain decides; within a chain no step leads back.
 */

import { rowsBelow } from '../../../records/content.ts';
import { dayNumber } from '../../../records/partial-date.ts';
import { codesOf, textOf } from '../../../records/read-value.ts';
import type { GroupRow, RecordContent } from '../../../records/record.ts';
import { type DefendantStatus, furthest, isLessAdvanced, type Reached, type Stage } from './stages.ts';
import { type Halt, type Step, stepsAgainst } from './steps.ts';
import { guiltyVerdicts } from './verdict.ts';

/** A stage, and the day on which it was reached; undefined where that day is not known. */
export interface Passed {
  readonly stage: Stage;
  readonly day: number | undefined;
  /** 0, and one more for each retrial that was ordered. */
  readonly chain: number;
}

/** A charge that is not finally decided, and whether it was judged in the newest chain. */
export interface OpenCharge {
  readonly charge: string;
  readonly isJudged: boolean;
}

/** Proceedings that became final: the end, or what stood until an extraordinary remedy opened them again. */
export interface Finality {
  /** The latest day of finality; undefined where none is known. */
  readonly day: number | undefined;
  readonly status: DefendantStatus;
  /** Charges of which the defendant was then convicted. */
  readonly convictedOf: readonly string[];
}

export interface Proceedings {
  readonly stage: Stage;
  readonly status: DefendantStatus;
  /** Charges of which the defendant stands convicted by the newest verdict. */
  readonly convictedOf: readonly string[];
  /** Every time they became final, in order. */
  readonly finalities: readonly Finality[];
  /** Every stage from the report on, in the order of time (R46, R47). */
  readonly way: readonly Passed[];
  /** The last day of proceedings that have ended; undefined where they are open, or the day is not known. */
  readonly endedOn: number | undefined;
  readonly openCharges: readonly OpenCharge[];
}

type Outcome = 'convicted' | 'acquitted' | 'case_discontinued';

interface ChargeSoFar {
  outcome: Outcome | undefined;
  /** Chains in which the newest verdict on the charge was given and became final. */
  judgedIn: number | undefined;
  endedIn: number | undefined;
}

interface Course {
  reached: Reached;
  halt: Halt | undefined;
  isDead: boolean;
  isInAbsence: boolean;
  /** Investigations under way, and whether one that stood beside them was suspended. */
  readonly underWay: Set<string>;
  suspendedBeside: boolean;
  chain: number;
  readonly charges: ReadonlyMap<string, ChargeSoFar>;
  /** Day of the halt, and the latest day of finality in this chain. */
  haltedOn: number | undefined;
  finalOn: number | undefined;
  readonly way: Passed[];
  readonly finalities: Finality[];
}

/** How far the case has come before anything is known of a single defendant. */
export function stageOfReport({ values }: RecordContent): Reached {
  const isInquired =
    textOf(values, 'lead_authority') !== undefined ||
    codesOf(values, 'investigation_type').length > 0 ||
    codesOf(values, 'special_measures').length > 0 ||
    textOf(values, 'financial_investigation') === 'yes';
  return isInquired ? 'preliminary_inquiry' : 'report_received';
}

/** An arrest or a measure against the person shows that the report is being looked into. */
const isMeasure = ({ values }: GroupRow) =>
  textOf(values, 'arrest_date') !== undefined ||
  codesOf(values, 'custody_measure').some((measure) => measure !== 'none');

/** How the proceedings against a defendant stand, by every step that is entered below that row. */
export function proceedingsAgainst(content: RecordContent, defendant: GroupRow): Proceedings {
  const course = begin(content, defendant);
  for (const step of stepsAgainst(content, defendant)) {
    take(course, step);
    note(course, step.day);
  }
  noteFinality(course);
  const { halt, reached, finalities } = course;
  const ended = halt === undefined ? (reached === 'final' ? course.finalOn : undefined) : course.haltedOn;
  const { way } = course;
  return {
    stage: halt ?? reached,
    status: statusOf(course),
    convictedOf: convictedOf(course),
    finalities,
    way,
    endedOn: ended,
    openCharges: openCharges(course),
  };
}

function noteFinality(course: Course): void {
  const { halt, reached, finalOn, finalities } = course;
  // A remedy that changes what was final on a day leaves it final on that day.
  if (halt !== undefined || reached !== 'final' || finalities.some(({ day }) => day === finalOn)) return;
  finalities.push({ day: finalOn, status: statusOf(course), convictedOf: convictedOf(course) });
}

const convictedOf = ({ charges }: Course): readonly string[] =>
  [...charges].filter(([, { outcome }]) => outcome === 'convicted').map(([id]) => id);

const openCharges = ({ charges, chain }: Course): readonly OpenCharge[] =>
  [...charges]
    .filter(([, charge]) => !isFinal(charge))
    .map(([id, { judgedIn }]) => ({ charge: id, isJudged: judgedIn === chain }));

function begin(content: RecordContent, defendant: GroupRow): Course {
  const reported = textOf(content.values, 'report_date');
  const day = reported === undefined ? undefined : dayNumber(reported);
  const isInquired = rowsBelow(content, 'custody', defendant).some(isMeasure);
  const reached = isInquired ? 'preliminary_inquiry' : stageOfReport(content);
  const charges = rowsBelow(content, 'charge', defendant).map(
    ({ id }) => [id, { outcome: undefined, judgedIn: undefined, endedIn: undefined }] as const,
  );
  const course: Course = {
    reached: 'report_received',
    halt: undefined,
    isDead: false,
    isInAbsence: false,
    underWay: new Set(),
    suspendedBeside: false,
    chain: 0,
    charges: new Map<string, ChargeSoFar>(charges),
    haltedOn: undefined,
    finalOn: undefined,
    way: [{ stage: 'report_received', day, chain: 0 }],
    finalities: [],
  };
  course.reached = reached;
  note(course, day);
  return course;
}

/** Writes down a stage that differs from the one before. */
function note({ way, halt, reached, chain }: Course, day: number | undefined): void {
  const stage = halt ?? reached;
  if (way.at(-1)?.stage !== stage) way.push({ stage, day, chain });
}

function take(course: Course, { effect, day }: Step): void {
  switch (effect.does) {
    case 'investigate':
      openInvestigation(course, effect.row);
      break;
    case 'close':
      closeInvestigation(course, effect, day);
      break;
    case 'indict':
      reach(course, 'indictment_filed');
      break;
    case 'refuse':
      if (!isLessAdvanced('indictment_filed', course.reached)) stop(course, 'dismissed', day);
      break;
    case 'try':
      course.isInAbsence = effect.inAbsence;
      reach(course, 'trial');
      break;
    case 'judge':
      judge(course, effect.charge, effect.verdict);
      reach(course, 'first_instance_judgment');
      break;
    case 'review':
      if (effect.charge !== undefined) judge(course, effect.charge, effect.verdict);
      reach(course, 'appeal');
      break;
    case 'reconsider':
      noteFinality(course);
      break;
    case 'reverse':
      for (const charge of course.charges.values()) if (charge.outcome !== undefined) charge.outcome = effect.to;
      break;
    case 'end':
      end(course, effect.charge, effect.verdict, day);
      break;
    case 'retry':
      openChain(course);
  }
}

function reach(course: Course, stage: Reached): void {
  course.halt = undefined;
  course.isDead = false;
  course.reached = furthest(course.reached, stage);
}

function stop(course: Course, halt: Halt, day: number | undefined): void {
  course.halt = halt;
  course.haltedOn = halt === 'suspended' ? undefined : day;
}

// What was dismissed, suspended or refused by the court is reopened by a new investigation (R47).
function openInvestigation(course: Course, row: string): void {
  course.underWay.add(row);
  course.suspendedBeside = false;
  const isReopened = course.halt !== undefined && !isLessAdvanced('indictment_filed', course.reached);
  reach(course, 'investigation');
  if (isReopened) course.reached = 'investigation';
}

function closeInvestigation(
  course: Course,
  { row, halt, byDeath }: { readonly row: string; readonly halt: Halt | undefined; readonly byDeath: boolean },
  day: number | undefined,
): void {
  course.underWay.delete(row);
  if (byDeath && course.reached !== 'final') {
    course.isDead = true;
    stop(course, 'dismissed', day);
    return;
  }
  // An investigation of something else neither halts a trial nor another investigation that goes on.
  if (halt === undefined || isLessAdvanced('investigation', course.reached)) return;
  if (course.underWay.size > 0) course.suspendedBeside ||= halt === 'suspended';
  else stop(course, course.suspendedBeside ? 'suspended' : halt, day);
}

function judge(course: Course, id: string, verdict: string | undefined): void {
  const charge = course.charges.get(id);
  if (!charge) return;
  charge.judgedIn = course.chain;
  charge.outcome = outcomeOf(verdict) ?? charge.outcome;
}

/** A charge, or with none named every charge that was judged, is finally decided. */
function end(course: Course, id: string | undefined, verdict: string | undefined, day: number | undefined): void {
  for (const [each, charge] of course.charges) {
    if (id !== undefined && id !== each) continue;
    charge.endedIn = course.chain;
    charge.outcome = outcomeOf(verdict) ?? charge.outcome;
  }
  if (day !== undefined) course.finalOn = Math.max(day, course.finalOn ?? day);
  reach(course, [...course.charges.values()].every(isFinal) ? 'final' : 'first_instance_judgment');
}

/** Finally decided, and not judged again since. */
const isFinal = ({ judgedIn, endedIn }: ChargeSoFar) => endedIn !== undefined && (judgedIn ?? endedIn) <= endedIn;

/** What was final before an order for a retrial stands until it is judged again; the rest is annulled. */
function openChain(course: Course): void {
  noteFinality(course);
  for (const charge of course.charges.values()) if (!isFinal(charge)) charge.outcome = undefined;
  course.chain += 1;
  course.finalOn = undefined;
  course.isInAbsence = false;
  reach(course, 'trial');
  course.reached = 'trial';
}

function outcomeOf(verdict: string | undefined): Outcome | undefined {
  if (verdict === undefined) return undefined;
  if (verdict === 'proceedings_terminated') return 'case_discontinued';
  return guiltyVerdicts.some((code) => code === verdict) ? 'convicted' : 'acquitted';
}

function statusOf({ halt, reached, isDead, isInAbsence, charges }: Course): DefendantStatus {
  if (halt === 'dismissed') return isDead ? 'deceased' : 'case_discontinued';
  if (!isLessAdvanced('investigation', reached)) return 'suspect';
  if (!isLessAdvanced('trial', reached)) return reached === 'trial' && isInAbsence ? 'fugitive' : 'accused';
  const outcomes = [...charges.values()].map(({ outcome }) => outcome);
  const newest: readonly Outcome[] = ['convicted', 'acquitted', 'case_discontinued'];
  // A judgment of which the result is not entered yet changes nothing.
  return newest.find((outcome) => outcomes.includes(outcome)) ?? 'accused';
}
