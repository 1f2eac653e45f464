import { useTranslation } from 'react-i18next';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { DataList } from '../../ui/data-list.tsx';
import { hiddenMark } from './statistic-table.tsx';
import { useTableWords } from './table-words.ts';

type StatisticFactsProps = { table: StatisticTable };

/** Where the figures come from: period, records, drafts left out, and what proves them. */
export function StatisticFacts({ table }: StatisticFactsProps) {
  const { t } = useTranslation(['statistics', 'tables', 'rounding']);
  const formats = useFormats();
  const words = useTableWords();
  const { period, population, seal } = table;
  const said = (fact: 'records' | 'drafts', count: number | null) =>
    count === null ? [] : [[t(`statistics:facts.${fact}`), formats.number(count, 0)] as const];
  return (
    <DataList
      items={[
        [t('statistics:facts.period'), `${formats.date(period.from)} – ${formats.date(period.to)}`],
        ...(table.countsOneThing
          ? [
              [
                t('statistics:facts.counted'),
                population.counted === null ? hiddenMark : words.counted(table, population.counted),
              ] as const,
            ]
          : []),
        ...said('records', population.records),
        ...said('drafts', population.draftsLeftOut),
        [
          t('statistics:facts.protection'),
          table.rounded
            ? t('rounding:fact', { base: table.rounded.base, threshold: table.threshold })
            : t(table.view === 'public' ? 'statistics:facts.protected' : 'statistics:facts.unprotected', {
                threshold: table.threshold,
              }),
        ],
        [t('statistics:facts.extracted'), formats.dateTime(table.extractedAt)],
        [t('statistics:facts.change'), formats.number(table.changeNumber, 0)],
        [t('statistics:facts.seal'), `${seal.entry} · ${seal.mark}`],
        // It is taken over the marks as well.
        ...(table.marks === undefined
          ? [[t('statistics:facts.digest'), table.digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')] as const]
          : []),
      ]}
    />
  );
}
