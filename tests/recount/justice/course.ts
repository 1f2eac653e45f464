/** Where the proceedings against a defendant, and a case, stand: worked out from the days and the verdicts alone. */
import type { Case, Charge, Defendant, Investigation } from './cases.ts';
import { earliest, latest } from './days.ts';
import {
  decisionsOn,
  filingDay,
  finalitiesOf,
  isGuilty,
  isTrafficking,
  type Outcome,
  retrialOrders,
  standingFinality,
} from './finality.ts';

/** From the least to the most advanced; a suspended investigation stands after one that goes on. */
export const openStages = [
  'report_received',
  'preliminary_inquiry',
  'investigation',
  'suspended',
  'indictment_filed',
  'trial',
  'first_instance_judgment',
  'appeal',
] as const;

export type Stage = (typeof openStages)[number] | 'final' | 'dismissed' | 'transferred';

export interface Course {
  readonly stage: Stage;
  readonly status: string;
  /** The day on which the proceedings ended; null while they are open, or where it is not known. */
  readonly ended: number | null;
  /** What courts decided, charge by charge, as it stands; nothing before a judgment. */
  readonly outcomes: readonly Outcome[];
}

export const isOpen = (stage: Stage): boolean => openStages.some((open) => open === stage);

const before = Number.NEGATIVE_INFINITY;

/** The course of the proceedings against one defendant. */
export function courseOf(defendant: Defendant, isInquiredInto: boolean): Course {
  const chain = newestChain(defendant);
  const final = finalDay(defendant, chain);
  const { outcomes } = chain;
  if (final !== undefined) return { stage: 'final', status: statusBy(outcomes), ended: final, outcomes };
  const death = deathOf(defendant);
  if (death !== null) return { stage: 'dismissed', status: 'deceased', ended: death, outcomes: [] };
  const judged = judgedStage(defendant, chain);
  if (judged) return { stage: judged, status: statusBy(outcomes), ended: null, outcomes };
  if (chain.isRetrial || defendant.trials.some(({ start }) => start !== null)) {
    const status = isTriedInAbsence(defendant, chain) ? 'fugitive' : 'accused';
    return { stage: 'trial', status, ended: null, outcomes: [] };
  }
  return { ...courseBeforeTrial(defendant, isInquiredInto), outcomes: [] };
}

/** The day on which proceedings ended by death; null where nobody died, or where a later step shows that it was no end. */
function deathOf({ investigations, indictments, trials, charges, appeals }: Defendant): number | null {
  const deaths = investigations.filter(
    ({ outcome, reason }) => outcome === 'discontinued' && reason === 'death_of_suspect',
  );
  const day = latest(deaths.map(({ end }) => end));
  const steps = [
    ...investigations.map(({ start }) => start),
    ...indictments.map((each) => each.day),
    ...trials.map(({ start }) => start),
    ...charges.flatMap(({ verdicts }) => verdicts.flatMap((each) => [each.day, each.finalDay])),
    // Proceedings are on appeal from the filing on; that it was decided leads no further, unless to a new trial.
    ...appeals.flatMap(({ filed, decided, outcome }) => [filed, outcome === 'sent_back_for_retrial' ? decided : null]),
  ];
  return day !== null && (latest(steps) ?? before) <= day ? day : null;
}

interface Chain {
  readonly isRetrial: boolean;
  /** Steps of this chain lie after this day. */
  readonly since: number;
  /** What stands of each charge: its newest outcome in this chain, or the one that was final before. */
  readonly outcomes: readonly Outcome[];
  /** Of those, what was decided in this chain. */
  readonly isDecidedIn: (outcome: Outcome) => boolean;
}

function newestChain(defendant: Defendant): Chain {
  const order = retrialOrders(defendant).at(-1);
  const since = order ?? before;
  // Until the first order for a retrial everything belongs to the first chain, what has no day as well.
  const isDecidedIn = ({ day }: Outcome) => order === undefined || day > since;
  const outcomes = defendant.charges.flatMap((charge) => {
    const finals = finalitiesOf(charge, defendant);
    const decided = [...decisionsOn(charge), ...finals].filter(isDecidedIn);
    // Of one day, the finality comes after the verdict.
    const newest = decided.toSorted((a, b) => a.day - b.day).at(-1);
    const stands = newest ?? finals.at(-1);
    return stands ? [{ ...stands, verdict: reversedSince(stands, defendant) ?? stands.verdict }] : [];
  });
  return { isRetrial: order !== undefined, since, outcomes, isDecidedIn };
}

/** What a court of appeal made of a verdict; it names no charge, so it is about each that was decided before. */
function reversedSince({ day, row, charge }: Outcome, defendant: Defendant): string | undefined {
  // What is said to have become final on that day or later says itself what came of the appeal.
  const isTold = row.finalVerdict !== null && row.finalDay !== null;
  const reversals = defendant.appeals.flatMap((appeal): [number, string][] => {
    const verdict = verdictOnAppeal(appeal.outcome, charge);
    const decided = appeal.decided ?? filingDay(appeal, defendant);
    return verdict === undefined || decided < day || (isTold && decided === day) ? [] : [[decided, verdict]];
  });
  return reversals.toSorted(([a], [b]) => a - b).at(-1)?.[1];
}

/** A conviction on appeal is of the offence charged. */
function verdictOnAppeal(outcome: string | null, { offence }: Charge): string | undefined {
  if (outcome === 'verdict_reversed_to_acquittal') return 'acquitted';
  if (outcome !== 'verdict_reversed_to_conviction') return undefined;
  return isTrafficking(offence) ? 'convicted_tip' : 'convicted_other_offence_only';
}

/** The day on which everything became final; null where it is final on a day not known, undefined where it is not. */
function finalDay(defendant: Defendant, chain: Chain): number | null | undefined {
  const { charges, judgments } = defendant;
  if (charges.length > 0 && chain.outcomes.length < charges.length) return undefined;
  const aggregates = judgments.filter(
    ({ isFinal, day }) => isFinal && (!chain.isRetrial || (day ?? before) > chain.since),
  );
  const finals = charges.map((charge) => standingFinality(charge, defendant));
  const isEach = charges.length > 0 && finals.every((each) => each !== undefined);
  const isNew = !chain.isRetrial || finals.some((each) => each && each.day > chain.since);
  if (aggregates.length === 0 && !(isEach && isNew)) return undefined;
  // Only a judgment of the instance `final` is final on its own day; any other becomes so later.
  const told = latest(aggregates.flatMap(({ instance, day }) => (instance === 'final' ? [day] : [])));
  const isDated = told !== null || isNew;
  return isDated ? latest([told, ...finals.map((each) => each?.day ?? null)]) : null;
}

/** Judged, or on appeal; undefined where no verdict of the newest chain stands. */
function judgedStage(defendant: Defendant, chain: Chain): 'first_instance_judgment' | 'appeal' | undefined {
  const isHere = (day: number | null) => day !== null && (!chain.isRetrial || day > chain.since);
  // What became final in this chain was judged, wherever the verdict stands.
  const said = defendant.charges.flatMap((charge) => [...decisionsOn(charge), ...finalitiesOf(charge, defendant)]);
  const decisions = said.filter(chain.isDecidedIn);
  const isAppealed =
    defendant.appeals.some((appeal) => appeal.kind === 'ordinary' && isHere(filingDay(appeal, defendant))) ||
    defendant.trials.some(({ start, instance }) => isHere(start) && isHigher(instance)) ||
    decisions.some(({ day, row }) => isHigher(row.instance) && day === row.day);
  if (isAppealed) return 'appeal';
  return decisions.length > 0 ? 'first_instance_judgment' : undefined;
}

const isHigher = (instance: string | null): boolean => instance !== null && instance !== 'first';

function isTriedInAbsence({ trials }: Defendant, { since }: Chain): boolean {
  const held = trials.filter(({ start }) => start !== null && start > since);
  return held.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)).at(-1)?.absent === true;
}

const acquitting = ['acquitted', 'charge_rejected', 'ne_bis_in_idem', 'not_criminally_liable_measure'];

function statusBy(outcomes: readonly Outcome[]): string {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  if (verdicts.some(isGuilty)) return 'convicted';
  if (verdicts.some((verdict) => verdict !== null && acquitting.includes(verdict))) return 'acquitted';
  return verdicts.includes('proceedings_terminated') ? 'case_discontinued' : 'accused';
}

const ways = { discontinued: 'dismissed', suspended: 'suspended', transferred: 'transferred' } as const;
type Halt = keyof typeof ways;

const isHalt = (outcome: string | null): outcome is Halt => outcome !== null && outcome in ways;

function courseBeforeTrial(defendant: Defendant, isInquiredInto: boolean): Omit<Course, 'outcomes'> {
  const { investigations, indictments, custody } = defendant;
  const filed = indictments
    .filter(({ day }) => day !== null)
    .toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0))
    .at(-1);
  const started = investigations.map(beginning).filter((day) => day !== undefined);
  const halt = newestHalt(investigations);
  const isLater = (day: number | null) => halt !== undefined && day !== null && day > (halt.end ?? before);
  // An indictment ends a suspension, and no way leads back to one (R47).
  const isIndicted =
    filed !== undefined && (halt?.outcome === 'suspended' || (filed.day ?? before) >= (halt?.end ?? before));
  const isResumed = started.some(isLater) || isIndicted;
  if (halt && isHalt(halt.outcome) && !isResumed) return halted(ways[halt.outcome], halt.end);
  if (filed) {
    const isRefused = filed.confirmed === 'no' && !started.some((day) => day > (filed.day ?? before));
    if (isRefused) return { stage: 'dismissed', status: 'case_discontinued', ended: null };
    if (filed.confirmed !== 'no') return { stage: 'indictment_filed', status: 'accused', ended: null };
  }
  if (started.length > 0) return { stage: 'investigation', status: 'suspect', ended: null };
  const isWatched = custody.some(
    ({ arrested, measures }) => arrested !== null || measures.some((measure) => measure !== 'none'),
  );
  const stage = isWatched || isInquiredInto ? 'preliminary_inquiry' : 'report_received';
  return { stage, status: 'suspect', ended: null };
}

function halted(stage: 'dismissed' | 'suspended' | 'transferred', day: number | null) {
  // Neither a transfer nor a suspension discontinues anything: nobody has been accused.
  const status = stage === 'dismissed' ? 'case_discontinued' : 'suspect';
  return { stage, status, ended: stage === 'suspended' ? null : day };
}

/** Undefined: not begun. One that was closed had begun, on whichever day. */
const beginning = ({ start, end }: Investigation): number | undefined => start ?? (end === null ? undefined : before);

/** What halts the proceedings, unless an investigation still goes on. */
function newestHalt(investigations: readonly Investigation[]): Investigation | undefined {
  if (investigations.some(({ start, end }) => start !== null && end === null)) return undefined;
  const closed = investigations.filter(({ end, outcome }) => end !== null && outcome !== null);
  const newest = closed.toSorted((a, b) => (a.end ?? 0) - (b.end ?? 0)).at(-1);
  return newest && isHalt(newest.outcome) ? newest : undefined;
}

/** The stage of a case, and the day of its end. */
export function courseOfCase({ defendants, isInquiredInto }: Case): Pick<Course, 'stage' | 'ended'> {
  const courses = defendants.map((each) => courseOf(each, isInquiredInto));
  if (courses.length === 0) return { stage: isInquiredInto ? 'preliminary_inquiry' : 'report_received', ended: null };
  const open = openStages.find((stage) => courses.some((each) => each.stage === stage));
  if (open) return { stage: open, ended: null };
  const stages = courses.map(({ stage }) => stage);
  const stage = stages.includes('transferred') ? 'transferred' : stages.includes('final') ? 'final' : 'dismissed';
  const isDated = courses.every(({ ended }) => ended !== null);
  return { stage, ended: isDated ? latest(courses.map(({ ended }) => ended)) : null };
}

/** That everything against somebody became final, and how. */
export interface FinalJudgment {
  readonly day: number;
  readonly outcomes: readonly Outcome[];
}

/**
 * Every time that the proceedings as a whole became final on a day that is known. What was final before an extraordinary
 * remedy, or before an order for a retrial, stays so for its time.
 */
export function finalJudgments(defendant: Defendant): readonly FinalJudgment[] {
  const turns = defendant.appeals
    .filter(
      ({ kind, outcome }) => outcome === 'sent_back_for_retrial' || (kind === 'extraordinary' && isDecided(outcome)),
    )
    .map((appeal) => appeal.decided ?? filingDay(appeal, defendant))
    .filter(Number.isFinite);
  const states = [...turns.toSorted((a, b) => a - b).map((turn) => asItStood(defendant, turn)), defendant];
  const found = new Map<number, FinalJudgment>();
  for (const state of states) {
    const chain = newestChain(state);
    const day = finalDay(state, chain);
    if (day !== undefined && day !== null && !found.has(day)) found.set(day, { day, outcomes: chain.outcomes });
  }
  return [...found.values()];
}

const isDecided = (outcome: string | null): boolean => outcome !== null && outcome !== 'pending';

/** What had happened before a day. */
function asItStood(defendant: Defendant, turn: number): Defendant {
  const isEarlier = (day: number | null) => day === null || day < turn;
  const charges = defendant.charges.map((charge) => ({
    ...charge,
    verdicts: charge.verdicts
      .filter(({ day }) => isEarlier(day))
      .map((row) => (isEarlier(row.finalDay) ? row : { ...row, finalDay: null, finalVerdict: null })),
  }));
  return {
    ...defendant,
    charges,
    appeals: defendant.appeals.filter(({ filed, decided }) => isEarlier(decided ?? filed)),
    judgments: defendant.judgments.filter(({ day }) => isEarlier(day)),
  };
}

/** The first day on which somebody was suspected: an investigation opened, or an arrest. */
export const suspectedOn = ({ investigations, custody }: Defendant): number | null =>
  earliest([...investigations.map(({ start }) => start), ...custody.map(({ arrested }) => arrested)]);
