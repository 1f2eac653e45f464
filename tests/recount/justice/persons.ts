/** Persons at each stage of the proceedings: T32, T33, T38. */
import type { Case, Defendant } from './cases.ts';
import * as codes from './codes.ts';
import { finalJudgments, suspectedOn } from './course.ts';
import { isIn, type Period } from './days.ts';
import { byCode, type CountedTable, type Happening, lines, oncePerYear, tabulate } from './figures.ts';
import { decisionsOn, isGuilty, isTrafficking, isTraffickingConviction, type Outcome } from './finality.ts';
import { leadingCases } from './joined-cases.ts';

/** A defendant at the stage that a table counts. */
interface Reached extends Happening {
  readonly defendant: Defendant;
  readonly forms: readonly string[];
}

const stages = ['suspected', 'prosecuted', 'convicted_first', 'convicted_final'] as const;
type Stage = (typeof stages)[number];
type Stages = Readonly<Record<Stage, readonly Reached[]>>;

/** Verdicts of first instance that have a day of their own. */
export const firstInstance = ({ charges }: Defendant): readonly Outcome[] =>
  charges.flatMap(decisionsOn).filter(({ row, day }) => row.instance === 'first' && row.day === day);

export const convictsOfTrafficking = ({ verdict, row, charge }: Outcome): boolean =>
  isTraffickingConviction(verdict, row, charge);

/** Knowing use of the services of a victim is counted apart (Directive 2024/1712). */
const use = 'use_of_services_of_victim';
const convictsOfUse = ({ verdict, row, charge }: Outcome): boolean =>
  isGuilty(verdict) && (row.offence ?? charge.offence) === use;
const isChargedWithUse = ({ charges }: Defendant) => charges.some(({ offence }) => offence === use);

function stagesOf(
  cases: readonly Case[],
  period: Period,
  isMeant: (defendant: Defendant) => boolean,
  convicts: (outcome: Outcome) => boolean,
): Stages {
  const all = (days: (defendant: Defendant) => readonly (number | null)[]) =>
    oncePerYear(
      cases.flatMap(({ defendants, forms }) =>
        defendants.flatMap((defendant) =>
          days(defendant)
            .filter((day) => day !== null)
            .map((day): Reached => ({ person: defendant.person, day, defendant, forms })),
        ),
      ),
      period,
    );
  return {
    suspected: all((each) => (isMeant(each) ? [suspectedOn(each)] : [])),
    prosecuted: all((each) => (isMeant(each) ? each.indictments.map(({ day }) => day) : [])),
    convicted_first: all((each) =>
      firstInstance(each)
        .filter(convicts)
        .map(({ day }) => day),
    ),
    convicted_final: all((each) =>
      finalJudgments(each)
        .filter(({ outcomes }) => outcomes.some(convicts))
        .map(({ day }) => day),
    ),
  };
}

const traffickingStages = (cases: readonly Case[], period: Period): Stages =>
  stagesOf(cases, period, () => true, convictsOfTrafficking);

/** The same cases with natural persons alone. */
export const withoutCompanies = (cases: readonly Case[]): readonly Case[] =>
  cases.map((each) => ({ ...each, defendants: each.defendants.filter(({ isLegalPerson }) => !isLegalPerson) }));

/** Rows of categories, with a column for each stage. */
const perStage = (counted: Stages, rows: Record<string, (each: Reached) => boolean>) =>
  lines(Object.keys(rows), stages, (row, stage) => counted[stage as Stage].filter((each) => rows[row]?.(each)).length);

const bySex = byCode<Reached>([...codes.sexes, 'legal_person'], ({ defendant }) =>
  defendant.isLegalPerson ? 'legal_person' : defendant.sex,
);

/** T32: offences recorded, and persons at each stage by sex; natural persons convicted by citizenship. */
export function recountT32(cases: readonly Case[], period: Period): CountedTable[] {
  const counted = traffickingStages(cases, period);
  const natural = traffickingStages(withoutCompanies(cases), period);
  const byCountry = perStage(
    natural,
    byCode(codes.countryLines, ({ defendant }) => codes.countryLine(defendant.citizenship)),
  );
  const recorded = leadingCases(cases).filter(({ reported }) => isIn(reported, period));
  const byScope = byCode<Case>(codes.scopes, ({ scope }) => scope);
  return [
    { table: 'T32', part: 'offences', unit: 'case', rows: tabulate(recorded, { recorded: () => true }, byScope) },
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
      rows: lines(
        Object.keys(byCountry),
        ['convicted_first', 'convicted_final'],
        (row, stage) => byCountry[row]?.[stage] ?? null,
      ),
    },
  ];
}

function ageOf({ defendant: { ageGroup } }: Reached): string | null {
  if (ageGroup === null) return null;
  if (codes.childBands.includes(ageGroup)) return 'child';
  return codes.adultBands.includes(ageGroup) ? 'adult' : null;
}

/** As T16 has them: one of another sex stands apart where the age is known, else with those of unknown sex or age. */
function ageAndSex(each: Reached): string | null {
  const age = ageOf(each);
  const { sex } = each.defendant;
  if (age === null || sex === null) return null;
  if (sex === 'female') return age === 'child' ? 'girls' : 'women';
  if (sex === 'male') return age === 'child' ? 'boys' : 'men';
  return 'other_sex';
}

/** Own, regional, other members of the Union, others: a country counts in the first that it belongs to. */
function citizenshipGroup(country: string | null, own: string): string | null {
  if (country === null) return null;
  if (country === own) return 'own';
  if (codes.regionalCountries.includes(country)) return 'regional';
  return codes.memberStates.includes(country) ? 'eu' : 'other';
}

/** As Eurostat asks for it: a regional country may be a member as well. */
function eurostatGroup(country: string | null, own: string): string | null {
  if (country === null) return null;
  if (country === own) return 'own';
  return codes.memberStates.includes(country) ? 'other_eu' : 'non_eu';
}

/** T33: natural persons suspected, prosecuted and convicted, users of services apart, and judgments by result. */
export function recountT33(all: readonly Case[], period: Period, own: string): CountedTable[] {
  const cases = withoutCompanies(all);
  const counted = traffickingStages(cases, period);
  const part = (name: string, rows: Record<string, (each: Reached) => boolean>, of = counted): CountedTable => ({
    table: 'T33',
    part: name,
    unit: 'person',
    rows: perStage(of, rows),
  });
  const users = stagesOf(cases, period, isChargedWithUse, convictsOfUse);
  const citizenship = ({ defendant }: Reached) => defendant.citizenship;
  return [
    part(
      'sex',
      byCode(codes.sexes, ({ defendant }) => defendant.sex),
    ),
    part('age', byCode(['child', 'adult'], ageOf)),
    part('age_and_sex', byCode(['girls', 'boys', 'women', 'men', 'other_sex'], ageAndSex)),
    part(
      'citizenship',
      byCode(['own', 'regional', 'eu', 'other'], (each) => citizenshipGroup(citizenship(each), own)),
    ),
    part(
      'citizenship_eurostat',
      byCode(['own', 'other_eu', 'non_eu'], (each) => eurostatGroup(citizenship(each), own)),
    ),
    part(
      'form',
      byCode(codes.forms, ({ forms }) => forms),
    ),
    part(
      'users',
      byCode(codes.sexes, ({ defendant }) => defendant.sex),
      users,
    ),
    judgmentsByResult(cases, period),
  ];
}

/** A judgment is what one court decided on one day on one defendant, here on trafficking among others. */
function judgmentsByResult(cases: readonly Case[], period: Period): CountedTable {
  const judgments = cases
    .flatMap(({ defendants }) => defendants)
    .flatMap(({ charges }) => {
      const decisions = charges.flatMap(decisionsOn).filter(({ row }) => isIn(row.day, period));
      return [...Map.groupBy(decisions, ({ day, row }) => `${day} ${row.instance}`).values()];
    })
    .filter((decisions) => decisions.some((each) => isTrafficking(each.charge.offence) || convictsOfTrafficking(each)))
    .map((decisions) => ({ instance: decisions[0]?.row.instance ?? null, result: resultOf(decisions) }));
  const rows = byCode<(typeof judgments)[number]>(codes.verdicts, ({ result }) => result);
  const columns = byCode<(typeof judgments)[number]>(codes.instances, ({ instance }) => instance);
  return { table: 'T33', part: 'judgments', unit: 'judgment', rows: tabulate(judgments, rows, columns) };
}

/** What came of several verdicts of one judgment. */
export const resultOf = (decisions: readonly Outcome[]): string | null =>
  codes.verdicts.find((code) => decisions.some(({ verdict }) => verdict === code)) ?? null;

/** T38: who the natural persons are, at each stage. */
export function recountT38(all: readonly Case[], period: Period): CountedTable[] {
  const counted = traffickingStages(withoutCompanies(all), period);
  const part = (
    name: string,
    answers: readonly string[],
    read: (defendant: Defendant) => string | null | readonly string[],
  ): CountedTable => ({
    table: 'T38',
    part: name,
    unit: 'person',
    rows: perStage(
      counted,
      byCode(answers, (each) => read(each.defendant)),
    ),
  });
  const found = stages.flatMap((stage) => counted[stage].flatMap(({ defendant }) => defendant.citizenship ?? []));
  return [
    part('sex', codes.sexes, (each) => each.sex),
    part('age', [...codes.childBands, ...codes.adultBands], (each) => each.ageGroup),
    part('citizenship', [...new Set(found)].toSorted(), (each) => each.citizenship),
    part('role', codes.roles, (each) => each.roles),
    part('relation', codes.relations, (each) => each.relations),
    part('prior_convictions', codes.priorConvictions, (each) => each.priorConvictions),
    part('former_victim', ['yes', 'no'], (each) => each.wasVictim),
    part('public_official', codes.publicServices, (each) => each.publicOfficial),
  ];
}
