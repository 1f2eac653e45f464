/** Tables that count persons at the stages of the proceedings: T32, T33 and T38. */

import {
  priorConvictions,
  publicServices,
  traffickingRoles,
  victimRelations,
} from '../../../dictionary/code-lists/defendants.ts';
import { exploitationForms } from '../../../dictionary/code-lists/exploitation.ts';
import { sexes, yesNo } from '../../../dictionary/code-lists/general.ts';
import { citizenshipGroup, countryClass } from '../../../dictionary/reference-lists/country.ts';
import type { CodeListDeclaration } from '../../../dictionary/vocabulary.ts';
import { type Counting, oncePerYear, onDay, type Where } from '../../counting.ts';
import { byAnswers, byAnswersOf, byField, byFirstAnswer, byTwoFields, type CodeField } from '../classify.ts';
import { citizenshipLines, countryLines } from '../countries.ts';
import {
  ageAndSexLines,
  ageBands,
  allOf,
  childOrAdult,
  codeLines,
  lineOfAgeAndSex,
  totalOf,
  unknownLine,
} from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { codeAxis, line, lineOfUnion, stageAxis, sumOf, unionLines } from './words.ts';

export const countedSteps = ['suspected', 'prosecuted', 'convicted_first', 'convicted_final'] as const;
const convictions = ['convicted_first', 'convicted_final'] as const;

const ofDefendant = (field: string): CodeField => ({ entity: 'defendant', field });
/** Left out are companies. */
export const natural: Where = { entity: 'defendant', field: 'person_type', is: ['natural_person'] };

/** Persons to whom this happened, each once per calendar year. */
export const personsAt = (step: string, where: readonly Where[] = []): Counting => ({
  key: step,
  decisions: oncePerYear(
    onDay('person_step', 'step_day', [{ entity: 'person_step', field: 'step', is: [step] }, ...where]),
    { entity: 'person_step', field: 'step_person' },
  ),
});

const everybody = countedSteps.map((step) => personsAt(step));
const naturalPersons = countedSteps.map((step) => personsAt(step, [natural]));
const convictedPersons = naturalPersons.filter(({ key }) => convictions.some((step) => step === key));

const steps = stageAxis('step', countedSteps);

const byStep = (part: string, rows: Axis): StatisticPart => ({
  part,
  units: 'person_step',
  stages: naturalPersons,
  rows,
  columns: steps,
  counted: null,
  percentOf: null,
  unknown: [],
});

function sexAxis(): Axis {
  const persons = [...codeLines(sexes), unknownLine];
  const all = [sumOf('naturalPersons', persons), line('legalPersons')];
  const lines = [...persons, ...all, totalOf(all)];
  const lineOf = (type: string | undefined, sex: string | undefined) =>
    type === 'legal_person' ? 'legalPersons' : (sex ?? 'unknown');
  return {
    dimension: 'sex',
    lines,
    classify: byTwoFields(ofDefendant('person_type'), ofDefendant('def_sex'), lines, lineOf),
  };
}

function ageAndSexAxis(): Axis {
  const lines = [...ageAndSexLines, totalOf(ageAndSexLines)];
  const classify = byTwoFields(ofDefendant('def_age_group'), ofDefendant('def_sex'), lines, lineOfAgeAndSex);
  return { dimension: 'ageAndSex', lines, classify };
}

function ageAxis(): Axis {
  const [children, adults] = [ageBands('child'), ageBands('adult')];
  const [child, adult] = [childOrAdult('child', children), childOrAdult('adult', adults)];
  const lines = [child, ...children, adult, ...adults, unknownLine, totalOf([child, adult, unknownLine])];
  return { dimension: 'ageGroup', lines, classify: byField(ofDefendant('def_age_group'), lines) };
}

/** By the first citizenship, which is the main one. */
function citizenshipAxis(values: readonly Line[], lineOf: (code: string, own: string) => string): Axis {
  const leaves = [...values, unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  const classify = byFirstAnswer(ofDefendant('def_citizenship'), lines, (code, store) => lineOf(code, store.country));
  return { dimension: 'citizenship', lines, classify };
}

/** Every answer; a person stands in several lines. */
function everyAnswer(dimension: string, field: CodeField, list: CodeListDeclaration): Axis {
  const lines = [...codeLines(list), unknownLine, allOf('tables:lines.persons')];
  return { dimension, lines, classify: byAnswers(byAnswersOf(field), lines), several: true };
}

const sensitive = (axis: Axis): Axis => ({ ...axis, sensitive: true });

export const offenders: readonly StatisticPart[] = [
  { ...byStep('persons', sexAxis()), stages: everybody },
  {
    ...byStep('citizenship', citizenshipAxis(countryLines, countryClass)),
    stages: convictedPersons,
    columns: stageAxis('step', convictions),
  },
];

/** Persons charged with, and convicted of, using the services of a victim; the columns are those of trafficking. */
const users: readonly Counting[] = [
  ...['suspected', 'prosecuted'].map((step) =>
    personsAt(step, [natural, { entity: 'person_step', field: 'step_of_use', is: ['yes'] }]),
  ),
  ...convictions.map((step) => personsAt(`use_${step}`, [natural])),
];

const sexOfUsers = codeAxis('sex', ofDefendant('def_sex'), codeLines(sexes));

/** The table is about those who hold an office; nearly all others hold none. */
const services = codeLines(publicServices).map((each) =>
  each.key === 'no' ? { ...each, aside: true as const } : each,
);

export const euroUsers: StatisticPart = { ...byStep('users', sexOfUsers), stages: users };

export const euroPersons: readonly StatisticPart[] = [
  byStep('persons', ageAndSexAxis()),
  byStep('citizenship', citizenshipAxis(citizenshipLines, citizenshipGroup)),
  byStep('union', citizenshipAxis(unionLines, lineOfUnion)),
  byStep('form', everyAnswer('everyForm', { field: 'exploitation_forms' }, exploitationForms)),
];

export const profile: readonly StatisticPart[] = [
  byStep('age', ageAxis()),
  byStep('role', everyAnswer('role', ofDefendant('def_role'), traffickingRoles)),
  byStep('relation', everyAnswer('relation', ofDefendant('relation_to_victim'), victimRelations)),
  byStep('prior', sensitive(codeAxis('prior', ofDefendant('prior_convictions'), codeLines(priorConvictions)))),
  byStep('former', sensitive(codeAxis('former', ofDefendant('was_victim_before'), codeLines(yesNo)))),
  byStep('official', codeAxis('official', ofDefendant('public_official'), services)),
];
