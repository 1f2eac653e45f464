/** Sentences of natural persons convicted of trafficking: K13 and T36. */
import type { Case, Defendant, Judgment, Sentence } from './cases.ts';
import * as codes from './codes.ts';
import { finalJudgments } from './course.ts';
import { isIn, mean, type Period, quantile } from './days.ts';
import { byCode, type CountedTable, type Happening, type Lines, lines, oncePerYear, tabulate } from './figures.ts';
import type { Outcome } from './finality.ts';
import { convictsOfTrafficking, firstInstance, withoutCompanies } from './persons.ts';

const stages = ['final', 'first'] as const;
type Stage = (typeof stages)[number];

interface Convict extends Happening {
  /** The sentence of the judgment over all its offences; undefined where none is entered. */
  readonly aggregate: Judgment | undefined;
  /** What was set for each offence of trafficking alone. */
  readonly sentences: readonly Sentence[];
}

/** Persons against whom everything became final with a conviction of trafficking. */
function finallyConvicted(defendant: Defendant): readonly Convict[] {
  return finalJudgments(defendant).flatMap(({ day, outcomes }) => {
    const convictions = outcomes.filter(convictsOfTrafficking);
    if (convictions.length === 0) return [];
    const finals = defendant.judgments.filter((each) => each.isFinal && each.day !== null && each.day <= day);
    const aggregate = finals.toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0)).at(-1);
    return [
      { person: defendant.person, day, aggregate, sentences: convictions.flatMap((each) => sentencesOf(each, day)) },
    ];
  });
}

/** Where the row that tells the finality has no sentence of its own, the newest that has one holds. */
function sentencesOf({ row, charge }: Outcome, final: number): readonly Sentence[] {
  if (row.sentences.length > 0) return row.sentences;
  const earlier = charge.verdicts.filter(({ day }) => (day ?? final) <= final);
  return earlier.findLast(({ sentences }) => sentences.length > 0)?.sentences ?? [];
}

/** Persons convicted at first instance, once for each day on which a court did so. */
function convictedAtFirst(defendant: Defendant): readonly Convict[] {
  const days = Map.groupBy(firstInstance(defendant).filter(convictsOfTrafficking), ({ day }) => day);
  return [...days].map(([day, convictions]) => ({
    person: defendant.person,
    day,
    aggregate: defendant.judgments.find((each) => each.day === day && each.instance === 'first'),
    sentences: convictions.flatMap(({ row }) => row.sentences),
  }));
}

function convicts(cases: readonly Case[]): Readonly<Record<Stage, readonly Convict[]>> {
  const defendants = withoutCompanies(cases).flatMap((each) => each.defendants);
  return { final: defendants.flatMap(finallyConvicted), first: defendants.flatMap(convictedAtFirst) };
}

const terms = ['imprisonment', 'suspended_imprisonment', 'house_imprisonment'];
const isTerm = (type: string | null) => type !== null && terms.includes(type);

/** How much of a term is suspended. */
function suspensionOf(type: string | null, length: number | null, suspended: number | null): 'none' | 'part' | 'whole' {
  if (type === 'suspended_imprisonment' || (length !== null && (suspended ?? 0) >= length)) return 'whole';
  return (suspended ?? 0) > 0 ? 'part' : 'none';
}

/** A sanction with its length in years, whatever it was measured in. */
interface Sanction {
  readonly type: string | null;
  readonly years: number | null;
  readonly suspension: 'none' | 'part' | 'whole';
}

const aggregateSanction = ({ type, days, suspendedDays }: Judgment): Sanction => ({
  type,
  years: isTerm(type) && days !== null ? days / 365.25 : null,
  suspension: suspensionOf(type, days, suspendedDays),
});

function offenceSanction(stage: Stage, { type, months, suspendedMonths, finalMonths }: Sentence): Sanction {
  // Without a final length nothing has changed the one that was given.
  const length = stage === 'final' ? (finalMonths ?? months) : months;
  return {
    type,
    years: isTerm(type) && length !== null ? length / 12 : null,
    suspension: suspensionOf(type, length, suspendedMonths),
  };
}

function kindOf(sanction: Sanction | undefined): 'counted' | 'fully_suspended' | 'life' | 'other_sanction' | 'unknown' {
  if (!sanction || sanction.type === null) return 'unknown';
  if (sanction.type === 'life_imprisonment') return 'life';
  if (!isTerm(sanction.type)) return 'other_sanction';
  if (sanction.suspension === 'whole') return 'fully_suspended';
  return sanction.years === null ? 'unknown' : 'counted';
}

/** Of several penalties the heaviest: for life, then the longest term to be served, then whatever else was set. */
function heaviest(sanctions: readonly Sanction[]): Sanction | undefined {
  const weight = (each: Sanction) =>
    ['unknown', 'other_sanction', 'fully_suspended', 'counted', 'life'].indexOf(kindOf(each));
  return sanctions.toSorted((a, b) => weight(a) - weight(b) || (a.years ?? 0) - (b.years ?? 0)).at(-1);
}

function measures(sanctions: readonly (Sanction | undefined)[]): Readonly<Record<string, number | null>> {
  const ofKind = (kind: ReturnType<typeof kindOf>) => sanctions.filter((each) => kindOf(each) === kind);
  const years = ofKind('counted').flatMap((each) => each?.years ?? []);
  return {
    mean_years: mean(years),
    median_years: quantile(years, 0.5),
    minimum_years: quantile(years, 0),
    maximum_years: quantile(years, 1),
    counted: years.length,
    fully_suspended: ofKind('fully_suspended').length,
    life: ofKind('life').length,
    other_sanction: ofKind('other_sanction').length,
    unknown: ofKind('unknown').length,
    total: sanctions.length,
  };
}

/** A row for each measure, with the two stages as columns. */
function turned(of: (stage: Stage) => Readonly<Record<string, number | null>>): Lines {
  const figures = { final: of('final'), first: of('first') };
  return lines(Object.keys(figures.final), stages, (row, stage) => figures[stage as Stage][row] ?? null);
}

/** K13: years of the aggregate sentence, and of the heaviest penalty set for an offence of trafficking alone. */
export function recountK13(cases: readonly Case[], period: Period): CountedTable[] {
  const { final, first } = convicts(cases);
  const counted = { final: oncePerYear(final, period), first: oncePerYear(first, period) };
  const aggregates = (stage: Stage) =>
    counted[stage].map(({ aggregate }) => (aggregate ? aggregateSanction(aggregate) : undefined));
  const offences = (stage: Stage) =>
    counted[stage].map(({ sentences }) => heaviest(sentences.map((each) => offenceSanction(stage, each))));
  return [
    { table: 'K13', part: 'aggregate', unit: 'person', rows: turned((stage) => measures(aggregates(stage))) },
    { table: 'K13', part: 'offence', unit: 'person', rows: turned((stage) => measures(offences(stage))) },
  ];
}

/** Years of 365.25 days, cut to whole days: a sentence of exactly three years is never under three. */
const classes: readonly (readonly [least: number, name: string])[] = [
  [3652, 'from_10'],
  [1826, 'from_5'],
  [1095, 'from_3'],
  [365, 'from_1'],
  [0, 'under_1'],
];
const classNames = ['under_1', 'from_1', 'from_3', 'from_5', 'from_10', 'fully_suspended', 'life', 'other_sanction'];

/** As for K13, what is suspended in whole stands apart; a part that is suspended shortens nothing. */
function classOf({ aggregate }: Convict): string | null {
  const kind = kindOf(aggregate && aggregateSanction(aggregate));
  if (kind !== 'counted') return kind;
  const days = aggregate?.days ?? null;
  return days === null ? null : (classes.find(([least]) => days >= least)?.[1] ?? null);
}

function suspensions(all: readonly Convict[]): Readonly<Record<string, number | null>> {
  const sanctions = all.flatMap(({ aggregate }) => (aggregate ? [aggregateSanction(aggregate)] : []));
  const withTerm = sanctions.filter(({ years }) => years !== null);
  const suspended = (suspension: Sanction['suspension']) =>
    withTerm.filter((each) => each.suspension === suspension).length;
  const whole = suspended('whole');
  return {
    with_term: withTerm.length,
    fully_suspended: whole,
    partly_suspended: suspended('part'),
    fully_suspended_percent: withTerm.length === 0 ? null : (whole / withTerm.length) * 100,
  };
}

/** T36: classes of the aggregate sentence of each judgment at both stages, the suspended share, and by aggravating circumstance. */
export function recountT36(cases: readonly Case[], period: Period): CountedTable[] {
  const { final, first } = convicts(cases);
  const inPeriod = ({ day }: Convict) => isIn(day, period);
  const counted = { final: final.filter(inPeriod), first: first.filter(inPeriod) };
  const rows = byCode<Convict>(classNames, classOf);
  const circumstances = byCode<Convict>(codes.aggravating, ({ sentences }) => [
    ...new Set(sentences.flatMap((each) => each.aggravating)),
  ]);
  const byClass = (stage: Stage) =>
    Object.fromEntries(Object.entries(rows).map(([name, isIt]) => [name, counted[stage].filter(isIt).length]));
  return [
    { table: 'T36', part: null, unit: 'judgment', rows: turned(byClass) },
    { table: 'T36', part: 'suspended', unit: 'judgment', rows: turned((stage) => suspensions(counted[stage])) },
    ...stages.map(
      (stage): CountedTable => ({
        table: 'T36',
        part: `aggravating_${stage}`,
        unit: 'judgment',
        rows: tabulate(counted[stage], rows, circumstances),
      }),
    ),
  ];
}
