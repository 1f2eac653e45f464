import { useTranslation } from 'react-i18next';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { noteOfRounding } from '#shared/statistics/catalogue/table-text.ts';
import { hasDesignation } from '#shared/statistics/label-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { hiddenMark } from './statistic-table.tsx';
import classes from './statistics.module.css';
import { useTableWords } from './table-words.ts';

type StatisticNotesProps = { table: StatisticTable };

/** What the reader must know of the figures above: marks, unit and what is not known. */
export function StatisticNotes({ table }: StatisticNotesProps) {
  const { t } = useTranslation(['statistics', 'tables', 'rounding']);
  const formats = useFormats();
  const words = useTableWords();
  const cells = table.cells.flat();
  const isAnyHidden = cells.some((cell) => cell.count === null && !cell.empty);
  const wouldHide = cells.filter((cell) => cell.hiddenInPublic !== undefined).length;
  const { counted } = table.population;
  const unknown = table.population.unknown.filter(({ count }) => count !== 0);
  const share = (count: number) => (counted === null || counted === 0 ? '–' : formats.percent((count / counted) * 100));
  return (
    <div className={classes.notes}>
      {isAnyHidden && (
        <p>
          <span className={classes.hidden}>{hiddenMark}</span> {t('tables:hidden')}
        </p>
      )}
      {table.rounded && <p>{t(`rounding:${noteOfRounding(table.rounded)}`, { base: table.rounded.base })}</p>}
      {table.marks === 'pending' && <p>{t('statistics:marksPending')}</p>}
      {table.marks === undefined && wouldHide > 0 && <p>{t('statistics:wouldHide', { count: wouldHide })}</p>}
      <p>{words.unit(table)}</p>
      {table.sumsExceedTotal && <p>{t('tables:sumsExceedTotal')}</p>}
      {table.remarks?.map((remark) => (
        <p key={words.label(remark)}>{words.label(remark)}</p>
      ))}
      {hasDesignation(table, words.label) && <p>{t('tables:designation')}</p>}
      {unknown.map(({ dimension, count }) => (
        <p key={dimension}>
          {count === null
            ? t('statistics:unknownHidden', { dimension: t(`tables:dimensions.${dimension}`) })
            : t(`tables:unknown.${dimension}`, { count, percent: share(count) })}
        </p>
      ))}
    </div>
  );
}
