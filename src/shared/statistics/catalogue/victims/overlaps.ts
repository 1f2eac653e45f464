/** How the tables of victims from K10 to T23 overlap with K9, T15 and T16 and with each other. */
import { exploitationForms } from '../../../dictionary/code-lists/exploitation.ts';
import { regionalCountries } from '../../../dictionary/reference-lists/country.ts';
import {
  addressOf as at,
  type CellAddress,
  type LinkedOrder,
  type LinkedSum,
  type Links,
  tableName,
} from '../linked-cells.ts';
import type { StatisticPart } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { citizenship } from './citizenship.ts';
import { prevented } from './prevented.ts';
import { controlMethods, recruitment } from './recruitment-and-control.ts';

const same = (whole: CellAddress, ...parts: CellAddress[]): LinkedSum => ({ whole, parts });

const ages = ['child', 'adult', 'unknown', 'total'];

interface Named {
  readonly name: string;
  readonly part: StatisticPart;
}

const named = (id: string, parts: readonly StatisticPart[]): readonly Named[] =>
  parts.map((part) => ({ name: tableName(id, part.part), part }));

const profiles = [...named('T21', recruitment), ...named('T22', controlMethods)].filter(
  ({ part }) => part.rows.several,
);

/** Everybody identified in the period, in each table that breaks them down. */
const everybody: readonly LinkedSum[] = [
  ...['K12.offer', 'K12.compensation'].flatMap((name) =>
    ages.map((age) => same(at(name, 'total', age), at('K9', age, 'identified'))),
  ),
  // Here the ages are the rows.
  ...['K11', 'T21.online'].flatMap((name) =>
    ages.map((age) => same(at(name, age, 'total'), at('K9', age, 'identified'))),
  ),
  ...named('T17', citizenship).flatMap(({ name }) =>
    victimAxes.ageAndSex.lines.map(({ key }) => same(at(name, 'total', key), at('T16.main', 'total', key))),
  ),
  ...['identified', 'presumed'].map((stage) => same(at('T18', 'total', stage), at('K9', 'total', stage))),
  // Where the period is a calendar year, or the end of one.
  same(at('T19', 'year-0', 'total'), at('K9', 'total', 'identified')),
  same(at('T20.matrix', 'total', 'total'), at('K9', 'total', 'identified')),
  ...profiles.map(({ name }) => same(at(name, 'total', 'persons'), at('K9', 'total', 'identified'))),
];

/** What two tables say of the same answer. */
const alike: readonly LinkedSum[] = [
  same(at('T21.online', 'total', 'unknown'), at('T21.method', 'unknown', 'persons')),
  same(
    at('T21.method', 'known', 'persons'),
    at('T21.online', 'total', 'online'),
    at('T21.online', 'total', 'notOnline'),
  ),
  same(at('T22.control', 'notYet', 'persons'), at('T20.matrix', 'total', 'notYet')),
  ...['notYet', 'total'].map((row) => same(at('T23.venue', row, 'persons'), at('T23.sector', row, 'persons'))),
];

const labourForms = exploitationForms.codes.flatMap(({ code, group }) => (group === 'labour' ? [code] : []));

/** Holds where nobody has two forms of forced labour; where it does not, it tells nobody anything. */
const labourByForm = same(
  at('T23.sector', 'total', 'persons'),
  ...labourForms.map((form) => at('T16.every', form, 'total')),
);

/** Citizenship by country beside that by group, in the register of a country. */
const citizenshipOf = (country: string): readonly LinkedSum[] =>
  victimAxes.ageAndSex.lines.flatMap(({ key }) => {
    const cell = (part: string, row: string) => at(`T17.${part}`, row, key);
    const region = regionalCountries.filter((each) => each !== country);
    return [
      same(cell('countries', 'unknown'), cell('groups', 'unknown')),
      same(cell('groups', 'regional'), ...region.map((each) => cell('countries', each))),
      ...(regionalCountries.includes(country)
        ? [
            same(cell('countries', country), cell('groups', 'own')),
            same(cell('countries', 'otherEu'), cell('groups', 'eu')),
            same(cell('countries', 'otherCountry'), cell('groups', 'other')),
          ]
        : []),
    ];
  });

const withinAll: readonly LinkedOrder[] = [
  { smaller: at('T23.sector', 'total', 'persons'), larger: at('K9', 'total', 'identified') },
  { smaller: at('T23.sector', 'notYet', 'persons'), larger: at('T22.control', 'notYet', 'persons') },
  ...labourForms.map((form) => ({
    smaller: at('T16.every', form, 'total'),
    larger: at('T23.sector', 'total', 'persons'),
  })),
  // A prevented case protects somebody.
  ...(prevented[0]?.rows.lines ?? []).map(({ key }) => ({
    smaller: at('K10.cases', key, 'cases'),
    larger: at('K10.persons', key, 'total'),
  })),
];

/** What a reader of all tables of one period knows of them, in the register of a country. */
export const overlapsIn = (country: string): Links => ({
  sums: [...everybody, ...alike, labourByForm, ...citizenshipOf(country)],
  orders: withinAll,
});
