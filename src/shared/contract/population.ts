/** Mid-year population of the country, for rates per 100,000 inhabitants (table T43). */
import { z } from 'zod';
import {
  type PopulationAge,
  type PopulationSex,
  populationAges,
  populationSexes,
} from '../statistics/population/population.ts';
import { procedure } from './procedure.ts';
import { nothing } from './shapes.ts';

/** More people than there are. */
const mostPersons = 10_000_000_000;

const populationCell = z.strictObject({
  sex: z.enum(populationSexes) satisfies z.ZodType<PopulationSex>,
  age: z.enum(populationAges as readonly [PopulationAge, ...PopulationAge[]]),
  persons: z.number().int().min(0).max(mostPersons),
});

/** Years for which a register of our days can have cases. */
export const populationYears = { first: 1980, last: 2100 } as const;

const populationYear = z.strictObject({
  year: z.number().int().min(populationYears.first).max(populationYears.last),
  /** Who published the figures: stands under every table that rests on them. */
  source: z.string().trim().min(2).max(200),
  /** Only what was entered; sums that follow from it are not kept. */
  cells: z.array(populationCell).max(populationSexes.length * populationAges.length),
});

export const populationProcedures = {
  /** Newest year first. */
  'population.list': procedure({
    input: nothing,
    output: z.strictObject({ years: z.array(populationYear) }),
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'never',
  }),
  /** Replaces a year; without cells it is removed. POPULATION_SUMS where a sum does not hold. */
  'population.save': procedure({
    input: populationYear,
    output: nothing,
    access: ['supervisor', 'analyst'],
    audit: 'always',
  }),
} as const;
