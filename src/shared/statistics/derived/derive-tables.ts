/** Tables that are not counted themselves: of one derived statistic, or the trend of one count. */
import { AppError } from '../../contract/errors.ts';
import type { Label } from '../../contract/statistics.ts';
import type { TableBody } from '../assemble-table.ts';
import { findDerived } from '../catalogue/offered.ts';
import type { TableQuestion } from '../compute-tables.ts';
import { parsePeriod } from '../period.ts';
import {
  assembleDerived,
  type DerivedQuestion,
  type DerivedSources,
  type DerivedStatistic,
} from './derived-statistic.ts';
import { firstYearOf } from './t42-trend.ts';
import { type TrendSource, trendOf } from './trend.ts';

/** Sources in the view of a question. */
export type SourcesFor = (question: DerivedQuestion) => DerivedSources;

const parsed = ({
  period,
  view,
  threshold,
  rounding = 0,
  marks,
  beside = [],
}: Omit<TableQuestion, 'id'>): DerivedQuestion => ({
  period: parsePeriod(period),
  view,
  threshold,
  rounding,
  marks,
  beside,
});

/** Sources that remember whether the marks of a table they gave are pending: those of what is made of it are so, too. */
function noting(sources: DerivedSources): {
  readonly sources: DerivedSources;
  readonly marks: () => Pick<TableBody, 'marks'>;
} {
  let isPending = false;
  const tables: DerivedSources['tables'] = (id, period) => {
    const found = sources.tables(id, period);
    isPending ||= found.some(({ marks }) => marks === 'pending');
    return found;
  };
  return { sources: { ...sources, tables }, marks: () => (isPending ? { marks: 'pending' } : {}) };
}

/** All tables of a derived statistic. */
export function deriveTables(statistic: DerivedStatistic, asked: TableQuestion, sourcesFor: SourcesFor): TableBody[] {
  const question = parsed(asked);
  const { sources, marks } = noting(sourcesFor(question));
  const derived = statistic.derive(sources, question);
  return derived.map((table) => ({ ...assembleDerived(statistic, question, table), ...marks() }));
}

export interface TrendQuestion extends TrendSource, Omit<TableQuestion, 'id'> {}

export interface TrendAnswer {
  readonly table: TableBody;
  readonly of: { readonly row: Label; readonly column: Label };
}

/** The trend of one count of a counted statistic; INVALID_INPUT where there is no such count. */
export function deriveTrend(asked: TrendQuestion, sourcesFor: SourcesFor): TrendAnswer {
  const question = parsed(asked);
  const { sources, marks } = noting(sourcesFor(question));
  const trend = findDerived(sources.register, 'T42');
  const { table, of } = trendOf(sources, question, asked, firstYearOf(sources));
  if (!trend || !of) throw new AppError('INVALID_INPUT', { fields: ['row', 'column'] });
  return { table: { ...assembleDerived(trend, question, { ...table, part: null }), ...marks() }, of };
}
