/** Mid-year population by sex and age: the cells that are kept, what follows from them, and which sums do not hold. */
import { ageGroups } from '../../dictionary/code-lists/general.ts';

export const populationSexes = ['female', 'male', 'all'] as const;
export type PopulationSex = (typeof populationSexes)[number];

const bandsOf = (wanted: 'child' | 'adult') =>
  ageGroups.codes.flatMap(({ code, group }) =>
    group === wanted && code !== 'child_age_unknown' && code !== 'adult_age_unknown' ? [code] : [],
  );

/** Bands of ages of children and of adults, as tables of victims have them. */
export const childBands = bandsOf('child');
export const adultBands = bandsOf('adult');
type Band = (typeof childBands)[number];

export type PopulationAge = Band | 'child' | 'adult' | 'all';
/** Each sum after what it adds up. */
export const populationAges: readonly PopulationAge[] = [...childBands, 'child', ...adultBands, 'adult', 'all'];

export interface PopulationCell {
  readonly sex: PopulationSex;
  readonly age: PopulationAge;
  readonly persons: number;
}

export interface PopulationYear {
  readonly year: number;
  /** Who published the figures, and when. */
  readonly source: string;
  readonly cells: readonly PopulationCell[];
}

/** Persons by `cellKey`. */
export type PopulationFigures = ReadonlyMap<string, number>;

export const cellKey = (sex: PopulationSex, age: PopulationAge): string => `${sex} ${age}`;

export const figuresOf = (cells: readonly PopulationCell[]): PopulationFigures =>
  new Map(cells.map(({ sex, age, persons }) => [cellKey(sex, age), persons]));

interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

const sums: readonly Sum[] = [
  ...populationSexes.flatMap((sex) =>
    (
      [
        ['child', childBands],
        ['adult', adultBands],
        ['all', ['child', 'adult']],
      ] as const
    ).map(([whole, parts]) => ({ whole: cellKey(sex, whole), parts: parts.map((age) => cellKey(sex, age)) })),
  ),
  ...populationAges.map((age) => ({
    whole: cellKey('all', age),
    parts: [cellKey('female', age), cellKey('male', age)],
  })),
];

/** With every sum that follows from what was entered, so that nobody has to type one. */
export function withSums(entered: PopulationFigures): PopulationFigures {
  const figures = new Map(entered);
  // Sums of sums: the order of the list is not enough, a second look is.
  for (let look = 0; look < 2; look++) {
    for (const { whole, parts } of sums) {
      const known = parts.flatMap((part) => figures.get(part) ?? []);
      if (figures.has(whole) || known.length < parts.length) continue;
      figures.set(
        whole,
        known.reduce((sum, each) => sum + each, 0),
      );
    }
  }
  return figures;
}

/** Keys of the cells that are not what their parts add up to, or less than those of their parts that are known. */
export function wrongSums(entered: PopulationFigures): readonly string[] {
  const figures = withSums(entered);
  const wrong = sums.flatMap(({ whole, parts }) => {
    const sum = figures.get(whole);
    const known = parts.flatMap((part) => figures.get(part) ?? []);
    if (sum === undefined || known.length === 0) return [];
    const added = known.reduce((total, each) => total + each, 0);
    return known.length === parts.length ? (sum === added ? [] : [whole]) : added > sum ? [whole] : [];
  });
  return [...new Set(wrong)];
}
