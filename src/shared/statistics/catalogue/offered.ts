/** Everything that is offered of a register: what is counted from records, and what is derived from that. */
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import type { DerivedStatistic } from '../derived/derived-statistic.ts';
import { databaseCreated } from '../derived/k3-database.ts';
import { trends } from '../derived/t42-trend.ts';
import { victimRates } from '../derived/t43-rates.ts';
import { qualityStatistic } from '../derived/t44-quality.ts';
import { statisticsOf } from './catalogue.ts';

const derived: Readonly<Record<RegisterKind, readonly DerivedStatistic[]>> = {
  victims: [databaseCreated('victims'), trends('victims'), victimRates, qualityStatistic('victims')],
  justice: [databaseCreated('justice'), trends('justice'), qualityStatistic('justice')],
};

/** Statistics of a register that are derived from others. */
export const derivedStatisticsOf = (register: RegisterKind): readonly DerivedStatistic[] => derived[register];

/** The derived statistic of that id, where the register has one. */
export const findDerived = (register: RegisterKind, id: string): DerivedStatistic | undefined =>
  derived[register].find((statistic) => statistic.id === id);

export interface OfferedStatistic {
  readonly register: RegisterKind;
  readonly id: string;
  /** Names of its tables where there are several. */
  readonly parts: readonly string[];
  /** Counted from records, so that each count has a trend. */
  readonly hasTrend: boolean;
}

/** Every standard statistic of a register: final indicators first, then tables, by their numbers. */
export function offeredStatistics(register: RegisterKind): readonly OfferedStatistic[] {
  const counted = statisticsOf(register).map(({ id, parts }) => ({ id, parts: parts.map(({ part }) => part) }));
  return [...counted, ...derived[register]]
    .map(({ id, parts }) => ({
      register,
      id,
      parts: parts.flatMap((part) => part ?? []),
      hasTrend: !findDerived(register, id),
    }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
