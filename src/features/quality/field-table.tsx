import { useTranslation } from 'react-i18next';
import type { QualityTable } from '#shared/contract/quality.ts';
import { AnswerCells, AnswerHeads } from './answer-cells.tsx';
import classes from './quality.module.css';
import { ReportTable } from './report-table.tsx';
import { useQualityWords } from './use-quality-words.ts';

type FieldTableProps = { table: QualityTable };

/** Core fields first, the least filled on top. */
export function FieldTable({ table }: FieldTableProps) {
  const { t } = useTranslation('quality');
  const words = useQualityWords();
  return (
    <ReportTable
      caption={t('titles.fields')}
      head={
        <>
          <th scope="col">{t('head.field')}</th>
          <AnswerHeads />
        </>
      }
    >
      {table.fields.map(({ entity, field, core, answers }) => (
        <tr key={`${entity}.${field}`}>
          <th scope="row">
            {words.field(field)}
            <span className={classes.detail}>
              {[words.fieldNo(field), core ? t('core') : '', entity === table.entity ? '' : t('rows')]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </th>
          <AnswerCells answers={answers} of={{ field, section: null, core: false }} />
        </tr>
      ))}
    </ReportTable>
  );
}
