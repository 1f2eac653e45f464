import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delay, QualityLine, QualityTable } from '#shared/contract/quality.ts';
import type { DelayMeasure } from '#shared/contract/quality-filter.ts';
import { lateAfterDays } from '#shared/statistics/quality/delays.ts';
import { filledShare } from '#shared/statistics/quality/share.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Figure } from './figure.tsx';
import classes from './quality.module.css';
import { NumberCell, NumberHead, ReportTable } from './report-table.tsx';
import { useQualityWords } from './use-quality-words.ts';

type DelayTableProps = { table: QualityTable; line: QualityLine };

/** How long after a date the record was begun, for every line of the breakdown or for all records. */
export function DelayTable({ table, line }: DelayTableProps) {
  const { t } = useTranslation('quality');
  const words = useQualityWords();
  const lines = table.by === null ? [line] : table.lines;
  const days = { days: lateAfterDays };
  return line.delays.map(({ field }, at) => {
    const from = words.field(field);
    const caption = t('delay.from', { field: from });
    return (
      <Fragment key={field}>
        {table.by === null ? null : <h2 className={classes.partTitle}>{caption}</h2>}
        <ReportTable
          caption={caption}
          head={
            <>
              <th scope="col">{table.by === null ? t('titles.delays') : t(`by.${table.by}`)}</th>
              <NumberHead>{t('head.median')}</NumberHead>
              <NumberHead>{t('head.quartiles')}</NumberHead>
              <NumberHead>{t('head.lateShare', days)}</NumberHead>
              <NumberHead>{t('head.late', days)}</NumberHead>
              <NumberHead>{t('head.measured')}</NumberHead>
              <NumberHead>{t('head.imputed')}</NumberHead>
              <NumberHead>{t('head.imputedShare')}</NumberHead>
              <NumberHead>{t('head.before')}</NumberHead>
              <NumberHead>{t('head.dateUnknown')}</NumberHead>
            </>
          }
        >
          {lines.map((each) => {
            const delay = each.delays[at];
            if (delay === undefined) return null;
            return (
              <tr data-kind={each.key === null && table.by !== null ? 'total' : undefined} key={each.key}>
                <th scope="row">{table.by === null ? caption : words.line(table.by, each)}</th>
                <DelayCells delay={delay} line={each.key} />
              </tr>
            );
          })}
        </ReportTable>
      </Fragment>
    );
  });
}

function DelayCells({ delay, line }: { delay: Delay; line: string | null }) {
  const formats = useFormats();
  const days = (value: number | null) => (value === null ? '–' : formats.number(value, 1));
  const share = (count: number) => {
    const percent = filledShare({ applies: delay.measured, filled: count });
    return percent === null ? '–' : formats.number(percent, 1);
  };
  const figure = (measure: DelayMeasure) => (
    <NumberCell>
      <Figure count={delay[measure]} filter={{ kind: 'delay', field: delay.field, measure }} line={line} />
    </NumberCell>
  );
  return (
    <>
      <NumberCell>{days(delay.median)}</NumberCell>
      <NumberCell>
        {delay.median === null ? '–' : `${days(delay.lowerQuartile)} – ${days(delay.upperQuartile)}`}
      </NumberCell>
      <NumberCell>{share(delay.late)}</NumberCell>
      {figure('late')}
      {figure('measured')}
      {figure('imputed')}
      <NumberCell>{share(delay.imputed)}</NumberCell>
      {figure('before')}
      {figure('unknown')}
    </>
  );
}
