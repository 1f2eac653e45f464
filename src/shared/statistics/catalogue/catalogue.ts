import { AppError } from '../../contract/errors.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import type { Links } from './linked-cells.ts';
import type { StandardStatistic, StatisticPart } from './standard-statistic.ts';
import { victimLinks } from './victim-links.ts';
import { victimStatistics } from './victim-statistics.ts';

const catalogue: readonly StandardStatistic[] = [...victimStatistics];

const links: Partial<Record<RegisterKind, Links>> = { victims: victimLinks };

/** Which cells of the register's tables speak of the same persons. */
export const linksOf = (register: RegisterKind): Links => links[register] ?? { sums: [], orders: [] };

/** Standard statistics of a kind of register, in the order in which they are offered. */
export const statisticsOf = (register: RegisterKind): readonly StandardStatistic[] =>
  catalogue.filter((statistic) => statistic.register === register);

/** The standard statistic of that id; INVALID_INPUT where the register has none. */
export function findStatistic(register: RegisterKind, id: string): StandardStatistic {
  const found = statisticsOf(register).find((statistic) => statistic.id === id);
  if (!found) throw new AppError('INVALID_INPUT', { statistic: id });
  return found;
}

/** Key of a text about a table: title, definition, filter, rows, figure. */
export const tableText = (id: string, part: StatisticPart['part'], name: string): string =>
  part === null ? `tables:${id}.${name}` : `tables:${id}.${part}.${name}`;
