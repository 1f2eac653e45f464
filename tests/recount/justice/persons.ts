/** Persons at each stage of the proceedings: T32, T33, T38. */
import type { Case, Defendant, Verdict } from './cases.ts';
import * as codes from './codes.ts';
import { suspectedOn } from './course.ts';
import { earliest, isIn, type Period } from './days.ts';
import { byCode, type CountedTable, type Happening, lines, oncePerYear, tabulate } from './figures.ts';
import {
  concernsTrafficking,
  decisionsOn,
  finalitiesOf,
  isChargedWithTrafficking,
  isGuilty,
  isTrafficking,
  isTraffickingConviction,
  type Outcome,
} from './finality.ts';
import { concernsTraffickingCase, type JoinedCase } from './joined-cases.ts';

/** A defendant at the stage that a table counts. */
export interface Reached extends Happening {
  readonly defendant: Defendant;
  readonly forms: readonly string[];
}

const stages = ['suspected', 'prosecuted', 'convicted_first', 'convicted_final'] as const;
type Stage = (typeof stages)[number];

export type Stages = Readonly<Record<Stage, readonly Reached[]>>;

/** Convictions of trafficking at first instance, and those that became final. */
export const traffickingConvictions = (defendant: Defendant, stage: 'first' | 'final'): readonly Outcome[] =>
  outcomesOf(defendant, stage).filter(({ verdict, row, charge }) => isTraffickingConviction(verdict, row, charge));

export function outcomesOf(defendant: Defendant, stage: 'first' | 'final'): readonly Outcome[] {
  if (stage === 'final') return defendant.charges.flatMap((charge) => finalitiesOf(charge, defendant));
  return defendant.charges.flatMap(decisionsOn).filter(({ row, day }) => row.instance === 'first' && row.day === day);
}

function reached(defendant: Defendant, forms: readonly string[], days: readonly (number | null)[]): readonly Reached[] {
  const { person } = defendant;
  return days.filter((day) => day !== null).map((day) => ({ person, day, defendant, forms }));
}

function stagesOf(cases: readonly Case[], period: Period, isMeant: Meaning): Stages {
  const all = (days: (defendant: Defendant) => readonly (number | null)[]) =>
    oncePerYear(
      cases.flatMap((each) =>
        each.defendants.flatMap((defendant) => reached(defendant, formsOf(defendant, each), days(defendant))),
      ),
      period,
    );
  const indicted = ({ indictments }: Defendant) => [earliest(indictments.map(({ day }) => day))];
  const convicted = (stage: 'first' | 'final') => (defendant: Defendant) =>
    outcomesOf(defendant, stage)
      .filter((outcome) => isMeant.conviction(outcome))
      .map(({ day }) => day);
  return {
    suspected: all((defendant) => (isMeant.suspect(defendant) ? [suspectedOn(defendant)] : [])),
    prosecuted: all((defendant) => (isMeant.accused(defendant) ? indicted(defendant) : [])),
    convicted_first: all(convicted('first')),
    convicted_final: all(convicted('final')),
  };
}

/** Whom a table is about, at each stage. */
interface Meaning {
  readonly suspect: (defendant: Defendant) => boolean;
  readonly accused: (defendant: Defendant) => boolean;
  readonly conviction: (outcome: Outcome) => boolean;
}

const ofTrafficking: Meaning = {
  suspect: concernsTrafficking,
  accused: isChargedWithTrafficking,
  conviction: ({ verdict, row, charge }) => isTraffickingConviction(verdict, row, charge),
};

const use = 'use_of_services_of_victim';
const isUse = ({ charges }: Defendant) => charges.some(({ offence }) => offence === use);
const convictedOf = (row: Verdict) => row.offence;

/** Knowing use of the services of a victim is counted apart (Directive 2024/1712). */
const ofUse: Meaning = {
  suspect: isUse,
  accused: isUse,
  conviction: ({ verdict, row, charge }) => isGuilty(verdict) && (convictedOf(row) ?? charge.offence) === use,
};

/** Forms charged as trafficking; those of the case where none is charged yet. */
function formsOf({ charges }: Defendant, { forms }: Case): readonly string[] {
  const charged = charges.flatMap(({ offence, form }) => (isTrafficking(offence) && form !== null ? [form] : []));
  return [...new Set(charged.length > 0 ? charged : forms)];
}

/** Persons at each stage of trafficking proceedings in a period. */
export const traffickingStages = (cases: readonly Case[], period: Period): Stages =>
  stagesOf(cases, period, ofTrafficking);

const sexOf = ({ defendant }: Reached) => (defendant.isLegalPerson ? 'legal_person' : defendant.sex);

function ageOf({ defendant }: Reached): string | null {
  if (defendant.isLegalPerson) return 'legal_person';
  const { ageGroup } = defendant;
  if (ageGroup !== null && codes.childBands.includes(ageGroup)) return 'child';
  return ageGroup !== null && codes.adultBands.includes(ageGroup) ? 'adult' : null;
}

/** Rows of categories, with a column for each stage. */
const perStage = (counted: Stages, rows: Record<string, (each: Reached) => boolean>) =>
  lines(Object.keys(rows), stages, (row, stage) => counted[stage as Stage].filter((each) => rows[row]?.(each)).length);

const bySex = byCode<Reached>([...codes.sexes, 'legal_person'], sexOf);

/** T32: offences recorded, and persons at each stage by sex; the convicted by citizenship. */
export function recountT32(cases: readonly Case[], joined: readonly JoinedCase[], period: Period): CountedTable[] {
  const counted = traffickingStages(cases, period);
  const convicted = [...counted.convicted_first, ...counted.convicted_final];
  const countries = [...new Set(convicted.flatMap(({ defendant }) => defendant.citizenship ?? []))].toSorted();
  const byCitizenship = perStage(
    counted,
    byCode(countries, ({ defendant }) => defendant.citizenship),
  );
  const recorded = joined.filter((each) => isIn(each.reported, period) && concernsTraffickingCase(each));
  return [
    { table: 'T32', part: 'offences', unit: 'case', rows: { recorded: { total: recorded.length } } },
    {
      table: 'T32',
      part: 'persons',
      unit: 'person',
      rows: Object.fromEntries(
        stages.map((stage) => [stage, tabulate(counted[stage], { [stage]: () => true }, bySex)[stage] ?? {}]),
      ),
    },
    {
      table: 'T32',
      part: 'citizenship',
      unit: 'person',
      rows: Object.fromEntries(
        Object.entries(byCitizenship).map(([row, { convicted_first, convicted_final }]) => [
          row,
          { convicted_first: convicted_first ?? 0, convicted_final: convicted_final ?? 0 },
        ]),
      ),
    },
  ];
}

function eurostatGroup(country: string | null, own: string): string | null {
  if (country === null) return null;
  if (country === own) return 'own';
  return codes.memberStates.includes(country) ? 'other_eu' : 'non_eu';
}

/** T33: suspects, prosecuted and convicted persons, users of services apart, and judgments by result. */
export function recountT33(cases: readonly Case[], period: Period, own: string): CountedTable[] {
  const counted = traffickingStages(cases, period);
  const part = (name: string, rows: Record<string, (each: Reached) => boolean>): CountedTable => ({
    table: 'T33',
    part: name,
    unit: 'person',
    rows: perStage(counted, rows),
  });
  const users = stagesOf(cases, period, ofUse);
  return [
    part('sex', bySex),
    part('age', byCode(['child', 'adult', 'legal_person'], ageOf)),
    part(
      'citizenship',
      byCode(['own', 'other_eu', 'non_eu'], ({ defendant }) => eurostatGroup(defendant.citizenship, own)),
    ),
    part(
      'form',
      byCode(codes.forms, ({ forms }) => forms),
    ),
    { table: 'T33', part: 'users', unit: 'person', rows: perStage(users, { total: () => true }) },
    judgmentsByResult(cases, period),
  ];
}

/** A judgment is what one court decided on one day on one defendant; it has the gravest result of its verdicts. */
function judgmentsByResult(cases: readonly Case[], period: Period): CountedTable {
  const judgments = cases
    .flatMap(({ defendants }) => defendants)
    .flatMap((defendant) => {
      const decisions = defendant.charges.flatMap(decisionsOn).filter(({ row }) => isIn(row.day, period));
      return [...Map.groupBy(decisions, ({ day, row }) => `${day} ${row.instance}`).values()];
    })
    .filter((decisions) => decisions.some(({ charge }) => isTrafficking(charge.offence)))
    .map((decisions) => ({
      instance: decisions[0]?.row.instance ?? null,
      result: codes.verdicts.find((code) => decisions.some(({ verdict }) => verdict === code)) ?? null,
    }));
  const rows = byCode<(typeof judgments)[number]>(codes.verdicts, ({ result }) => result);
  const columns = byCode<(typeof judgments)[number]>(codes.instances, ({ instance }) => instance);
  return { table: 'T33', part: 'judgments', unit: 'judgment', rows: tabulate(judgments, rows, columns) };
}

/** T38: who they are, at each stage. Answers that do not apply to a legal person leave its table. */
export function recountT38(cases: readonly Case[], period: Period): CountedTable[] {
  const counted = traffickingStages(cases, period);
  const natural = Object.fromEntries(
    stages.map((stage) => [stage, counted[stage].filter(({ defendant }) => !defendant.isLegalPerson)]),
  ) as unknown as Stages;
  const countries = [
    ...new Set(stages.flatMap((stage) => counted[stage].flatMap(({ defendant }) => defendant.citizenship ?? []))),
  ].toSorted();
  const part = (name: string, of: Stages, rows: Record<string, (each: Reached) => boolean>): CountedTable => ({
    table: 'T38',
    part: name,
    unit: 'person',
    rows: perStage(of, rows),
  });
  const answer = (read: (defendant: Defendant) => string | null | readonly string[]) => (each: Reached) =>
    read(each.defendant);
  const bands = [...codes.childBands, ...codes.adultBands];
  return [
    part(
      'sex',
      natural,
      byCode(
        codes.sexes,
        answer((each) => each.sex),
      ),
    ),
    part(
      'age',
      natural,
      byCode(
        bands,
        answer((each) => (each.ageGroup === 'unknown' ? null : each.ageGroup)),
      ),
    ),
    part(
      'citizenship',
      counted,
      byCode(
        countries,
        answer((each) => each.citizenship),
      ),
    ),
    part(
      'role',
      counted,
      byCode(
        codes.roles,
        answer((each) => each.roles),
      ),
    ),
    part(
      'relation',
      counted,
      byCode(
        codes.relations,
        answer((each) => each.relations),
      ),
    ),
    part(
      'prior_convictions',
      counted,
      byCode(
        codes.priorConvictions,
        answer((each) => each.priorConvictions),
      ),
    ),
    part(
      'former_victim',
      natural,
      byCode(
        ['yes', 'no'],
        answer((each) => each.wasVictim),
      ),
    ),
    part(
      'public_official',
      natural,
      byCode(
        codes.publicServices,
        answer((each) => each.publicOfficial),
      ),
    ),
  ];
}
