/**
 * K9, T15 and T16 counted a second time from an export, after the words of the domain documents and
 * docs/definitions.md only. Shares no code with the program: that two ways agree is the point.
 */
import { type Registration, readRegistrations } from './read-export.ts';

/** Rows of columns of counts, every line named even where it is 0. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Recount {
  /** By table and part: K9, T15, T16 main, T16 every. */
  readonly tables: Readonly<Record<string, Counts>>;
  /** Registrations ever completed, and those that never were. */
  readonly completed: number;
  readonly drafts: number;
}

const childBands = ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'];
const adultBands = ['a18_24', 'a25_34', 'a35_49', 'a50_plus', 'adult_age_unknown'];
const sexes = ['female', 'male', 'other_or_non_binary'];
const forms = [
  'sexual_exploitation',
  'forced_labour_or_services',
  'domestic_servitude',
  'begging',
  'forced_criminal_activity',
  'slavery_or_similar_practices',
  'servitude',
  'forced_or_child_marriage',
  'illegal_adoption',
  'exploitative_surrogacy',
  'organ_removal',
  'armed_conflict_use',
  'other',
];

/** Counts K9, T15 and both parts of T16 from the CSV files in `folder`; period as 2025, 2025-H1 or FROM..TO. */
export function recountVictims(folder: string, period: string): Recount {
  return recountRegistrations(readRegistrations(folder), period);
}

/** The same from registrations already read. */
export function recountRegistrations(registrations: readonly Registration[], period: string): Recount {
  const population = registrations.filter(({ isCompleted }) => isCompleted);
  const identified = countedIn(population, 'formally_identified', period);
  const presumed = countedIn(population, 'presumed', period);
  return {
    tables: {
      K9: tabulate([...groups, 'total'], ['identified', 'presumed'], (row, column) =>
        (column === 'identified' ? identified : presumed).filter((each) => row === 'total' || ageGroupOf(each) === row),
      ),
      T15: tabulate(
        [...sexes, 'unknown', 'total'],
        ['child', ...childBands, 'adult', ...adultBands, 'unknown', 'total'],
        (row, column) =>
          identified
            .filter(({ sex }) => row === 'total' || (sex ?? 'unknown') === row)
            .filter((each) => [ageGroupOf(each), each.ageGroup, 'total'].includes(column)),
      ),
      'T16 main': tabulate([...forms, 'mixed', 'unknown', 'total'], sexAndAge, (row, column) =>
        identified
          .filter(({ mainForm }) => row === 'total' || (mainForm ?? 'unknown') === row)
          .filter((each) => column === 'total' || sexAndAgeOf(each) === column),
      ),
      'T16 every': tabulate([...forms, 'unknown', 'total'], sexAndAge, (row, column) =>
        identified
          .filter((each) => row === 'total' || (each.forms.length > 0 ? each.forms.includes(row) : row === 'unknown'))
          .filter((each) => column === 'total' || sexAndAgeOf(each) === column),
      ),
    },
    completed: population.length,
    drafts: registrations.length - population.length,
  };
}

function tabulate(
  rows: readonly string[],
  columns: readonly string[],
  select: (row: string, column: string) => readonly Registration[],
): Counts {
  const line = (row: string) => Object.fromEntries(columns.map((column) => [column, select(row, column).length]));
  return Object.fromEntries(rows.map((row) => [row, line(row)]));
}

const groups = ['child', 'adult', 'unknown'];

export function ageGroupOf({ ageGroup }: Registration): string {
  if (ageGroup === null) return 'unknown';
  if (childBands.includes(ageGroup)) return 'child';
  return adultBands.includes(ageGroup) ? 'adult' : 'unknown';
}

const sexAndAge = ['girls', 'boys', 'women', 'men', 'otherSex', 'unknown', 'total'];

export function sexAndAgeOf(registration: Registration): string {
  const group = ageGroupOf(registration);
  // The heading says "sex or age unknown": an unknown age goes there even where the column of the sex has no ages.
  if (registration.sex === null || group === 'unknown') return 'unknown';
  if (registration.sex === 'other_or_non_binary') return 'otherSex';
  if (registration.sex === 'female') return group === 'child' ? 'girls' : 'women';
  return group === 'child' ? 'boys' : 'men';
}

export interface CountedDecision<R extends Registration> {
  readonly day: string;
  readonly registration: R;
}

/** The registrations that carry a decision counted in the period: one per person and calendar year. */
const countedIn = (population: readonly Registration[], status: string, period: string): readonly Registration[] =>
  decisionsIn(population, status, period).map(({ registration }) => registration);

/** The decisions counted in the period, with the registrations that carry them. */
export function decisionsIn<R extends Registration>(
  population: readonly R[],
  status: string,
  period: string,
): readonly CountedDecision<R>[] {
  const { first, last } = daysOf(period);
  const persons = Map.groupBy(population, ({ person }) => person).values();
  return [...persons].flatMap((registrations) => {
    const decisions = traffickingsOf(registrations).flatMap((trafficking) => firstDecision(trafficking, status));
    const years = Map.groupBy(decisions, ({ day }) => day.slice(0, 4)).values();
    return [...years].map(earliest).filter(({ day }) => first <= day && day <= last);
  });
}

/** Registrations of one person in the order of episodes, cut where another trafficking begins. */
export function traffickingsOf<R extends Registration>(registrations: readonly R[]): readonly (readonly R[])[] {
  const traffickings: R[][] = [];
  for (const registration of registrations.toSorted((a, b) => a.episode - b.episode)) {
    const current = traffickings.at(-1);
    if (current && registration.relation === 'same_trafficking') current.push(registration);
    else traffickings.push([registration]);
  }
  return traffickings;
}

function firstDecision<R extends Registration>(
  trafficking: readonly R[],
  status: string,
): readonly CountedDecision<R>[] {
  const decisions = trafficking.flatMap((registration) =>
    registration.decisions
      .filter((decision) => decision.status === status)
      .map(({ day }): CountedDecision<R> => ({ day, registration })),
  );
  return decisions.length === 0 ? [] : [earliest(decisions)];
}

/** Of several on one day the one that stands first. */
const earliest = <R extends Registration>(decisions: readonly CountedDecision<R>[]): CountedDecision<R> =>
  decisions.reduce((best, next) => (next.day < best.day ? next : best));

export function daysOf(period: string): { readonly first: string; readonly last: string } {
  const [first, last] = period.split('..');
  if (first !== undefined && last !== undefined) return { first, last };
  const year = period.slice(0, 4);
  const half = period.slice(5);
  return {
    first: half === 'H2' ? `${year}-07-01` : `${year}-01-01`,
    last: half === 'H1' ? `${year}-06-30` : `${year}-12-31`,
  };
}
