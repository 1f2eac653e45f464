/** Population of the country by year, for rates per 100,000 inhabitants. */
import { eq } from 'drizzle-orm';
import { AppError } from '#shared/contract/errors.ts';
import { cellKey, figuresOf, type PopulationYear, wrongSums } from '#shared/statistics/population/population.ts';
import { population } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';

/** Every year that was entered, newest first. */
export function readPopulation(database: RegisterDatabase): PopulationYear[] {
  const years = new Map<number, { year: number; source: string; cells: PopulationYear['cells'][number][] }>();
  for (const { year, source, ...cell } of database.orm.select().from(population).all()) {
    const found = years.get(year) ?? { year, source, cells: [] };
    found.cells.push(cell);
    years.set(year, found);
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}

/** Replaces a year, and removes it where nothing is entered; to be called in a transaction. */
export function writePopulation(database: RegisterDatabase, { year, source, cells }: PopulationYear): void {
  const keys = new Set(cells.map(({ sex, age }) => cellKey(sex, age)));
  if (keys.size < cells.length) throw new AppError('INVALID_INPUT', { fields: ['cells'] });
  const wrong = wrongSums(figuresOf(cells));
  if (wrong.length > 0) throw new AppError('POPULATION_SUMS', { year: String(year), cells: wrong });
  database.orm.delete(population).where(eq(population.year, year)).run();
  for (const cell of cells) {
    database.orm
      .insert(population)
      .values({ year, source, ...cell })
      .run();
  }
}
