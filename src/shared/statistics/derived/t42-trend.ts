/** Table T42: the headline counts of a register over five years. */
import { indexOfKind } from '../../dictionary/registers.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import type { DerivedQuestion, DerivedSources, DerivedStatistic } from './derived-statistic.ts';
import { type TrendSource, trendOf } from './trend.ts';

/** Headline counts by the name of their table. */
export const headlines: Readonly<Record<RegisterKind, Readonly<Record<string, TrendSource>>>> = {
  victims: {
    identified: { id: 'K9', part: null, row: 'total', column: 'identified' },
    children: { id: 'K9', part: null, row: 'child', column: 'identified' },
    presumed: { id: 'K9', part: null, row: 'total', column: 'presumed' },
    prevented: { id: 'K10', part: 'cases', row: 'total', column: 'cases' },
  },
  justice: {
    cases: { id: 'T32', part: 'cases', row: 'total', column: 'cases' },
    suspected: { id: 'T32', part: 'persons', row: 'total', column: 'suspected' },
    prosecuted: { id: 'T32', part: 'persons', row: 'total', column: 'prosecuted' },
    convicted: { id: 'T32', part: 'persons', row: 'total', column: 'convicted_first' },
  },
};

/** Earliest year of registration of any record: a register begins once. */
export function firstYearOf(sources: DerivedSources): number | null {
  const years = indexOfKind(sources.register).roots.flatMap(({ id }) => sources.entered(id).firstYear ?? []);
  return years.length === 0 ? null : Math.min(...years);
}

export const trends = (register: RegisterKind): DerivedStatistic => ({
  id: 'T42',
  register,
  definitionVersion: '1',
  unit: register === 'victims' ? 'victimByStage' : 'personByStage',
  parts: Object.keys(headlines[register]),
  derive: (sources: DerivedSources, question: DerivedQuestion) => {
    const firstYear = firstYearOf(sources);
    return Object.entries(headlines[register]).map(([part, source]) => ({
      ...trendOf(sources, question, source, firstYear).table,
      part,
    }));
  },
});
