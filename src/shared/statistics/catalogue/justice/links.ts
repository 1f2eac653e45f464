/** How the tables of the justice register overlap: they count the same persons, judgments and cases in other ways. */
import { funnelSteps } from '../../../dictionary/code-lists/counted-proceedings.ts';
import { memberStates, regionalCountries } from '../../../dictionary/reference-lists/country.ts';
import {
  addressOf as at,
  type CellAddress,
  type LinkedOrder,
  type LinkedSum,
  type Links,
  tableName,
} from '../linked-cells.ts';
import { countedLines } from '../standard-statistic.ts';
import { countedSteps, euroPersons, profile } from './persons.ts';
import { sentences } from './sentences.ts';

const same = (whole: CellAddress, ...parts: CellAddress[]): LinkedSum => ({ whole, parts });

const personTables = [
  ...euroPersons.map(({ part, rows }) => ({ name: tableName('T33', part), rows })),
  ...profile.map(({ part, rows }) => ({ name: tableName('T38', part), rows })),
];

/** Natural persons at one stage, in every table that breaks them down. */
function atStep(step: string): readonly LinkedSum[] {
  const [sex, ages] = ['T32.persons', 'T38.age'];
  const people = (key: string) => at('T33.persons', key, step);
  return [
    ...personTables.map(({ name }) => same(at(name, 'total', step), people('total'))),
    same(people('total'), at(sex, 'naturalPersons', step)),
    // These hold where nobody's age or sex is unknown; where they do not, they tell nobody anything.
    same(at('T33.union', 'own', step), at('T33.citizenship', 'own', step)),
    same(at('T33.union', 'unknown', step), at('T33.citizenship', 'unknown', step)),
    same(at(sex, 'female', step), people('girls'), people('women')),
    same(at(sex, 'male', step), people('boys'), people('men')),
    same(at(sex, 'other_or_non_binary', step), people('otherSex')),
    same(at(ages, 'child', step), people('girls'), people('boys')),
    same(at(ages, 'adult', step), people('women'), people('men')),
  ];
}

/** Citizenship by country, beside that by groups. */
const convicted = (country: string) =>
  ['convicted_first', 'convicted_final'].flatMap((step) => {
    const [named, grouped] = ['T32.citizenship', 'T33.citizenship'];
    return [
      same(at(named, 'total', step), at(grouped, 'total', step)),
      same(at(named, 'unknown', step), at(grouped, 'unknown', step)),
      same(at(named, 'otherEu', step), at(grouped, 'eu', step)),
      same(at(named, 'otherCountry', step), at(grouped, 'other', step)),
      same(
        at('T33.union', 'otherEu', step),
        at(named, 'otherEu', step),
        ...regionalCountries
          .filter((each) => each !== country && memberStates.includes(each))
          .map((each) => at(named, each, step)),
      ),
      ...(regionalCountries.includes(country) ? [same(at(named, country, step), at(grouped, 'own', step))] : []),
    ];
  });

const kinds = ['term', 'life', 'suspended', 'other', 'unknown', 'total'];
const classes = sentences.flatMap(({ part, rows }) => (part === 'terms' ? rows.lines.map(({ key }) => key) : []));

/** K13 counts persons and T36 judgments: mostly the same, and a reader may take them to be. */
const sentenced: readonly LinkedSum[] = [
  same(at('T33.judgments', 'convicted_tip', 'first'), at('T36.terms', 'total', 'first_aggregate')),
  ...['first_aggregate', 'final_aggregate'].flatMap((version) =>
    kinds.map((kind) => same(at('K13', version, kind), at('T36.terms', kind, version))),
  ),
  ...classes.map((kind) => same(at('T36.aggravating', 'total', kind), at('T36.terms', kind, 'final_aggregate'))),
  same(at('K13', 'final_aggregate', 'total'), at('K13', 'final_tip', 'total')),
  same(at('K13', 'first_aggregate', 'total'), at('K13', 'first_tip', 'total')),
  same(at('K13', 'final_aggregate', 'total'), at('T32.persons', 'naturalPersons', 'convicted_final')),
  same(at('K13', 'first_aggregate', 'total'), at('T32.persons', 'naturalPersons', 'convicted_first')),
];

const reported: readonly LinkedSum[] = [
  ...['T32.cases', 'T40.investigated'].map((name) =>
    same(at(name, 'total', 'cases'), at('T34', 'reported', 'reached')),
  ),
  same(at('K14.authorities', 'police', 'cases'), at('T34', 'reported', 'reached')),
  same(at('K14.flow', 'newCases', 'cases'), at('T34', 'reported', 'reached')),
  same(
    at('K14.flow', 'dealtWith', 'cases'),
    at('K14.flow', 'closedCases', 'cases'),
    at('K14.flow', 'pendingAtEnd', 'cases'),
  ),
  ...funnelSteps.map((step, index) => {
    const next = funnelSteps[index + 1];
    const [reached, stayed] = [at('T34', step, 'reached'), at('T34', step, 'wentNoFurther')];
    return next === undefined ? same(reached, stayed) : same(reached, stayed, at('T34', next, 'reached'));
  }),
];

/** Requests by type and by country. */
const requests = ['answered', 'unanswered', 'total'].map((column) =>
  same(at('T41.types', 'total', column), at('T41.countries', 'total', column)),
);

/** Where a person may stand in several lines, none of them holds more than all. */
const withinAll: readonly LinkedOrder[] = [
  ...personTables.flatMap(({ name, rows }) =>
    rows.several
      ? countedLines(rows).flatMap(({ key }) =>
          countedSteps.map((step) => ({ smaller: at(name, key, step), larger: at(name, 'total', step) })),
        )
      : [],
  ),
  ...sentences.flatMap(({ part, rows, columns }) =>
    rows.several
      ? countedLines(rows).flatMap(({ key }) =>
          columns.lines.map((column) => ({
            smaller: at(tableName('T36', part), key, column.key),
            larger: at(tableName('T36', part), 'total', column.key),
          })),
        )
      : [],
  ),
  // Members of the Union in the region stand in another group there.
  ...countedSteps.map((step) => ({
    smaller: at('T33.citizenship', 'eu', step),
    larger: at('T33.union', 'otherEu', step),
  })),
  // Those charged with the use of services are some of all.
  ...(['suspected', 'prosecuted'] as const).flatMap((step) =>
    ['female', 'male', 'other_or_non_binary', 'unknown'].map((sex) => ({
      smaller: at('T33.users', sex, step),
      larger: at('T32.persons', sex, step),
    })),
  ),
  // Those of natural persons on trafficking are some of all.
  {
    smaller: at('T33.judgments', 'total', 'first'),
    larger: at('T39.share', 'total', 'judgments'),
  },
  {
    smaller: at('T35.verdicts', 'convicted_tip', 'persons'),
    larger: at('T32.persons', 'total', 'convicted_first'),
  },
];

/** Where every trial ended in one judgment; otherwise it tells nobody anything. */
const judged = same(at('T37', 'to_verdict', 'finished'), at('T39.share', 'total', 'judgments'));

/** What a reader of all tables of one period knows of them, in the register of a country. */
export function justiceLinks(country: string): Links {
  const sums = [...countedSteps.flatMap(atStep), ...convicted(country), ...sentenced, ...reported, ...requests, judged];
  return { sums, orders: withinAll };
}
