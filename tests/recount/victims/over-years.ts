/** T42: counts by year with their change. T43: victims in every hundred thousand inhabitants. */
import { ageGroupOf, daysOf } from '../recount.ts';
import { type CountedTable, type Figures, figuresOf } from './counting.ts';
import { identifiedIn, type Material, presumedIn } from './victims.ts';

/** A change in percent says nothing of a small base. */
const leastBase = 10;

/** Counts of several years in a row, each with its change on the year before and the mean of three years. */
export function trendOf(counts: ReadonlyMap<number, number>): Figures {
  const lines = [...counts].map(([year, number]) => {
    const before = counts.get(year - 1);
    const three = [year - 2, year - 1, year].map((each) => counts.get(each));
    const isWhole = three.every((each) => each !== undefined);
    return [
      String(year),
      {
        count: number,
        change: before === undefined ? null : number - before,
        percent: before === undefined || before < leastBase ? null : ((number - before) / before) * 100,
        mean: isWhole ? three.reduce((sum: number, each) => sum + (each ?? 0), 0) / 3 : null,
      },
    ] as const;
  });
  return figuresOf(Object.fromEntries(lines));
}

/** The trend of the years up to the one in which the period ends. */
export function recountT42(material: Material, period: string, years = 10): CountedTable[] {
  const last = Number(daysOf(period).last.slice(0, 4));
  const all = Array.from({ length: years }, (_, place) => last - years + 1 + place);
  const trend = (part: string, number: (year: number) => number): CountedTable => ({
    table: 'T42',
    part,
    figures: trendOf(new Map(all.map((year) => [year, number(year)]))),
  });
  const children = (year: number) =>
    identifiedIn(material, String(year)).filter(({ registration }) => ageGroupOf(registration) === 'child').length;
  return [
    trend('identified', (year) => identifiedIn(material, String(year)).length),
    trend('presumed', (year) => presumedIn(material, String(year)).length),
    trend('children', children),
  ];
}

/** Inhabitants in the middle of a year. */
export interface Population {
  readonly year: number;
  readonly sex: string;
  /** Age from and to, both included; null where it has no end. */
  readonly from: number;
  readonly to: number | null;
  readonly persons: number;
}

/** T43: victims of a year to all inhabitants of it, to those of each sex, and to children and adults. */
export function recountT43(material: Material, period: string, population: readonly Population[]): CountedTable[] {
  const year = Number(daysOf(period).last.slice(0, 4));
  const victims = identifiedIn(material, String(year)).map(({ registration }) => registration);
  const inhabitants = population.filter((each) => each.year === year);
  const rate = (isIt: (sex: string | null, age: string) => boolean, isThey: (group: Population) => boolean) => {
    const persons = inhabitants.filter(isThey).reduce((sum, each) => sum + each.persons, 0);
    const number = victims.filter((each) => isIt(each.sex, ageGroupOf(each))).length;
    return { count: number, persons, rate: persons === 0 ? null : (number / persons) * 100_000 };
  };
  const isChild = ({ to }: Population) => to !== null && to < 18;
  return [
    {
      table: 'T43',
      part: '',
      figures: figuresOf({
        total: rate(
          () => true,
          () => true,
        ),
        female: rate(
          (sex) => sex === 'female',
          ({ sex }) => sex === 'female',
        ),
        male: rate(
          (sex) => sex === 'male',
          ({ sex }) => sex === 'male',
        ),
        child: rate((_, age) => age === 'child', isChild),
        adult: rate(
          (_, age) => age === 'adult',
          (group) => !isChild(group),
        ),
      }),
    },
  ];
}
