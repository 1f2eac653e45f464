import { AppError } from '../../contract/errors.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import { justiceLinks } from './justice/links.ts';
import { justiceStatistics } from './justice/statistics.ts';
import { joinLinks, type Links } from './linked-cells.ts';
import type { StandardStatistic } from './standard-statistic.ts';
import { victimLinks } from './victims/links.ts';
import { overlapsIn } from './victims/overlaps.ts';
import { victimStatistics } from './victims/statistics.ts';

const catalogue: readonly StandardStatistic[] = [...victimStatistics, ...justiceStatistics];

const links: Readonly<Record<RegisterKind, (country: string) => Links>> = {
  victims: (country) => joinLinks(victimLinks, overlapsIn(country)),
  justice: justiceLinks,
};

/** Which cells of the tables of a register of some country speak of the same persons. */
export const linksOf = (register: RegisterKind, country: string): Links => links[register](country);

/** Standard statistics of a kind of register, in the order in which they are offered. */
export const statisticsOf = (register: RegisterKind): readonly StandardStatistic[] =>
  catalogue.filter((statistic) => statistic.register === register);

/** The standard statistic of that id; INVALID_INPUT where the register has none. */
export function findStatistic(register: RegisterKind, id: string): StandardStatistic {
  const found = statisticsOf(register).find((statistic) => statistic.id === id);
  if (!found) throw new AppError('INVALID_INPUT', { statistic: id });
  return found;
}
