import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobResult } from '#shared/contract/exchange.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Notice } from '../../ui/notice.tsx';
import { SimpleTable, type TableColumn } from '../../ui/simple-table.tsx';
import styles from './exchange.module.css';

type Report = JobResult<'exchange.import'>;
type Problem = Report['problems'][number];

type ImportReportProps = { report: Report; onCommit: () => void; onAgain: () => void };

const nameOf = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

/** What the check found, by file, line and column; only a clean check can be imported. */
export function ImportReport({ report, onCommit, onAgain }: ImportReportProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { records, rows, problems, problemCount, warningCount } = report;
  const inFile: TableColumn<Problem> = {
    key: 'file',
    title: t('exchange:report.inFile'),
    cell: ({ file }) => nameOf(file),
  };
  const counted = { records: formats.number(records), rows: formats.number(rows) };
  return (
    <>
      <Summary report={report} onCommit={onCommit} onAgain={onAgain} counted={counted} />
      {warningCount > 0 && problemCount === 0 && !report.committed ? (
        <Notice tone="warn">
          {t('exchange:report.warnings', { count: warningCount, shown: formats.number(warningCount) })}
        </Notice>
      ) : null}
      <ul className={styles.list}>
        {report.files.map(({ file, rows: rowsOfFile, encoding }) => (
          <li key={file}>
            {t('exchange:report.file', {
              file: nameOf(file),
              count: rowsOfFile,
              shown: formats.number(rowsOfFile),
              encoding,
            })}
          </li>
        ))}
      </ul>
      {problems.length === 0 ? null : (
        <SimpleTable<Problem>
          caption={t('exchange:report.problems')}
          rows={problems}
          rowKey={(problem) =>
            `${problem.file}:${problem.line}:${problem.column ?? ''}:${problem.code}:${JSON.stringify(problem.params)}`
          }
          columns={[
            ...(report.files.length > 1 ? [inFile] : []),
            { key: 'line', title: t('exchange:report.line'), cell: ({ line }) => formats.number(line), numeric: true },
            { key: 'column', title: t('exchange:report.column'), cell: ({ column }) => column ?? '–' },
            {
              key: 'message',
              title: t('exchange:report.message'),
              cell: ({ code, params }) => t(`exchange:problem.${code}`, params),
            },
          ]}
        />
      )}
      {problemCount > problems.length ? (
        <p>
          {t('exchange:report.more', { shown: formats.number(problems.length), total: formats.number(problemCount) })}
        </p>
      ) : null}
    </>
  );
}

type SummaryProps = ImportReportProps & { counted: { records: string; rows: string } };

function Summary({ report, onCommit, onAgain, counted }: SummaryProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { committed, records, problemCount } = report;
  if (committed) {
    return (
      <Notice
        tone="good"
        title={t('exchange:report.committed', { count: records, ...counted })}
        actions={
          <Button variant="default" onClick={onAgain}>
            {t('exchange:report.again')}
          </Button>
        }
      >
        {t('exchange:report.committedNote')}
      </Notice>
    );
  }
  if (problemCount > 0 || records === 0) {
    return (
      <Notice
        tone="error"
        title={
          records === 0 && problemCount === 0
            ? t('exchange:report.nothing')
            : t('exchange:report.faulty', { count: problemCount, shown: formats.number(problemCount) })
        }
      >
        {t('exchange:report.faultyNote')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="good"
      title={t('exchange:report.clean', { count: records, ...counted })}
      actions={<Button onClick={onCommit}>{t('exchange:report.commit', { count: records, ...counted })}</Button>}
    >
      {t('exchange:report.cleanNote')}
    </Notice>
  );
}
