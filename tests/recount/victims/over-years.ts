/** T42: counts by year with their change. T43: victims in every hundred thousand inhabitants. */
import { known } from '../read-export.ts';
import { ageGroupOf, daysOf, sexAndAgeOf } from '../recount.ts';
import { type CountedTable, type Figures, figuresOf } from './counting.ts';
import { type Counted, identifiedIn, isDayIn, type Material, presumedIn, said } from './victims.ts';

/** A change in percent says nothing of a small base. */
const leastBase = 10;

/** Counts of years in a row, each with its change on the year before and the mean of three years. */
export function trendOf(counts: ReadonlyMap<number, number | null>): Figures {
  const lines = [...counts].map(([year, count]) => {
    const before = counts.get(year - 1) ?? null;
    const change = count === null || before === null ? null : count - before;
    const three = [year - 2, year - 1, year].flatMap((each) => counts.get(each) ?? []);
    return [
      String(year),
      {
        count,
        change,
        changePercent: change === null || before === null || before < leastBase ? null : (change / before) * 100,
        mean: three.length < 3 ? null : three.reduce((sum, each) => sum + each, 0) / 3,
      },
    ] as const;
  });
  return figuresOf(Object.fromEntries(lines));
}

/** The trend of the five years up to the one in which the period ends. */
export function recountT42(material: Material, period: string): CountedTable[] {
  const last = Number(daysOf(period).last.slice(0, 4));
  const registered = [
    ...material.victims.map((victim) => said(victim, 'registration_date')),
    ...material.prevented.map((row) => known(row, 'prevented_registration_date')),
  ].filter((day) => day !== null);
  const firstYear = Math.min(...registered.map((day) => Number(day.slice(0, 4))));
  const trend = (part: string, number: (year: string) => number): CountedTable => {
    const years = [last - 4, last - 3, last - 2, last - 1, last];
    const counts = years.map((year): [number, number | null] => {
      const counted = number(String(year));
      // Before there was a register nobody was counted, and nothing is said of it.
      return [year, counted === 0 && year < firstYear ? null : counted];
    });
    return { table: 'T42', part, figures: trendOf(new Map(counts)) };
  };
  const isChild = ({ registration }: Counted) => ageGroupOf(registration) === 'child';
  return [
    trend('identified', (year) => identifiedIn(material, year).length),
    trend('presumed', (year) => presumedIn(material, year).length),
    trend('children', (year) => identifiedIn(material, year).filter(isChild).length),
    trend(
      'prevented',
      (year) => material.prevented.filter((row) => isDayIn(known(row, 'prevented_date'), year)).length,
    ),
  ];
}

/** Lines of T43 with who stands in them. */
const groups: Readonly<Record<string, (each: Counted) => boolean>> = {
  female: ({ registration }) => registration.sex === 'female',
  male: ({ registration }) => registration.sex === 'male',
  child: ({ registration }) => ageGroupOf(registration) === 'child',
  adult: ({ registration }) => ageGroupOf(registration) === 'adult',
  girls: ({ registration }) => sexAndAgeOf(registration) === 'girls',
  boys: ({ registration }) => sexAndAgeOf(registration) === 'boys',
  women: ({ registration }) => sexAndAgeOf(registration) === 'women',
  men: ({ registration }) => sexAndAgeOf(registration) === 'men',
  total: () => true,
};
const bands = ['a0_11', 'a12_14', 'a15_17', 'a18_24', 'a25_34', 'a35_49', 'a50_plus'];

/** T43: victims of a calendar year in every hundred thousand of the same sex and age, and by main form among all. */
export function recountT43(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const inhabitants = /^\d{4}$/.test(period) ? material.population.get(Number(period)) : undefined;
  const line = (victims: number, population: number | null) => ({
    victims,
    population,
    rate: population === null || population === 0 ? null : (victims / population) * 100_000,
  });
  const byBand = bands.map((band) => [band, ({ registration }: Counted) => registration.ageGroup === band] as const);
  const lines = [...Object.entries(groups), ...byBand].map(
    ([key, isIt]) => [key, line(identified.filter(isIt).length, inhabitants?.[key] ?? null)] as const,
  );
  const all = inhabitants?.total ?? null;
  const forms = Map.groupBy(identified, ({ registration }) => registration.mainForm ?? 'unknown');
  const formLines = [...forms, ['total', identified] as const].map(([form, each]) => [form, line(each.length, all)]);
  return [
    { table: 'T43', part: 'sexAge', figures: figuresOf(Object.fromEntries(lines)) },
    { table: 'T43', part: 'form', figures: figuresOf(Object.fromEntries(formLines)) },
    // What a form of which there is no victim has: none of all.
    { table: 'T43', part: 'none', figures: figuresOf({ none: line(0, all) }) },
  ];
}
