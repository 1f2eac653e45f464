import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QualityLine, QualityTable } from '#shared/contract/quality.ts';
import { lateAfterDays } from '#shared/statistics/quality/delays.ts';
import { filledShare } from '#shared/statistics/quality/share.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Figure } from './figure.tsx';
import classes from './quality.module.css';
import { NumberCell, NumberHead, ReportTable } from './report-table.tsx';
import { ShareBar } from './share-bar.tsx';
import { useQualityWords } from './use-quality-words.ts';

type LineTableProps = {
  table: QualityTable;
  by: NonNullable<QualityTable['by']>;
  /** Shows fields, sections and rules of one line. */
  onChoose: (line: string | null) => void;
};

/** Every office, officer or year, the least complete first. */
export function LineTable({ table, by, onChoose }: LineTableProps) {
  const { t } = useTranslation('quality');
  const words = useQualityWords();
  return (
    <>
      <ReportTable
        caption={t(`titles.lines.${by}`)}
        head={
          <>
            <th scope="col">{t(`by.${by}`)}</th>
            <NumberHead>{t('head.records')}</NumberHead>
            <NumberHead>{t('head.core')}</NumberHead>
            <NumberHead>{t('head.all')}</NumberHead>
            <NumberHead>{t('head.gaps')}</NumberHead>
            <NumberHead>{t('head.median')}</NumberHead>
            <NumberHead>{t('head.late', { days: lateAfterDays })}</NumberHead>
            <NumberHead>{t('head.open')}</NumberHead>
            <NumberHead>{t('head.confirmed')}</NumberHead>
          </>
        }
      >
        {table.lines.map((line) => (
          <tr data-kind={line.key === null ? 'total' : undefined} key={line.key}>
            <th scope="row">
              <UnstyledButton className={classes.lineButton} onClick={() => onChoose(line.key)}>
                {words.line(by, line)}
              </UnstyledButton>
            </th>
            <LineCells line={line} />
          </tr>
        ))}
      </ReportTable>
      <YearTable by={by} table={table} />
    </>
  );
}

function LineCells({ line }: { line: QualityLine }) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const [delay] = line.delays;
  const findings = (count: number | null, confirmed: boolean) => (
    <NumberCell>
      {count === null ? (
        <span title={t('rules.closed')}>–</span>
      ) : (
        <Figure count={count} filter={{ kind: 'finding', rule: null, confirmed }} line={line.key} />
      )}
    </NumberCell>
  );
  return (
    <>
      <NumberCell>
        <Figure count={line.records} filter={null} line={line.key} />
      </NumberCell>
      <NumberCell>
        <ShareBar answers={line.core} />
      </NumberCell>
      <NumberCell>
        <ShareBar answers={line.all} />
      </NumberCell>
      <NumberCell>
        <Figure
          count={line.core.gap.records}
          filter={{ kind: 'counted-answer', field: null, section: null, core: true, answer: 'gap' }}
          line={line.key}
        />
      </NumberCell>
      <NumberCell>{delay?.median == null ? '–' : formats.number(delay.median, 1)}</NumberCell>
      <NumberCell>
        {delay === undefined ? (
          '–'
        ) : (
          <Figure count={delay.late} filter={{ kind: 'delay', field: delay.field, measure: 'late' }} line={line.key} />
        )}
      </NumberCell>
      {findings(line.open, false)}
      {findings(line.confirmed, true)}
    </>
  );
}

/** Completeness of each line in each year of registration; nothing where there is one year only. */
function YearTable({ table, by }: Pick<LineTableProps, 'table' | 'by'>) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const words = useQualityWords();
  const { years } = table;
  if (years === null || years.years.length < 2) return null;
  const title = t('titles.years');
  return (
    <>
      <h2 className={classes.partTitle}>{title}</h2>
      <ReportTable
        caption={title}
        head={
          <>
            <th scope="col">{t(`by.${by}`)}</th>
            {years.years.map((year) => (
              <NumberHead key={year}>{year === '' ? t('notStated.year') : year}</NumberHead>
            ))}
          </>
        }
      >
        {table.lines.slice(1).map((line, at) => (
          <tr key={line.key}>
            <th scope="row">{words.line(by, line)}</th>
            {years.years.map((year, column) => {
              const cell = years.cells[at]?.[column];
              const share = cell === undefined ? null : filledShare(cell);
              return (
                <NumberCell key={year}>
                  {share === null ? '–' : formats.number(share, 1)}
                  {cell === undefined || cell.records === 0 ? null : (
                    <span className={classes.of}>
                      <Figure count={cell.records} filter={null} line={line.key} year={year} />
                    </span>
                  )}
                </NumberCell>
              );
            })}
          </tr>
        ))}
      </ReportTable>
    </>
  );
}
