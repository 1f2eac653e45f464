import { useTranslation } from 'react-i18next';
import type { QualityTable } from '#shared/contract/quality.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Figure } from './figure.tsx';
import { JudgeAgain, JudgeNeeded } from './judge-records.tsx';
import classes from './quality.module.css';
import { NumberCell, NumberHead, ReportTable } from './report-table.tsx';
import { RuleReasons } from './rule-reasons.tsx';
import { useQualityWords } from './use-quality-words.ts';

type RuleTableProps = { table: QualityTable; mayRead: boolean };

/** Records by rule, open and confirmed, and the reasons that were given. */
export function RuleTable({ table, mayRead }: RuleTableProps) {
  const { t } = useTranslation(['quality', 'print']);
  const formats = useFormats();
  const words = useQualityWords();
  if (table.rules === null) return <JudgeNeeded />;
  return (
    <>
      {table.rules.length === 0 ? (
        <p>{t('quality:rules.none')}</p>
      ) : (
        <ReportTable
          caption={t('quality:titles.rules')}
          head={
            <>
              <th scope="col">{t('quality:head.rule')}</th>
              <th scope="col">{t('quality:head.level')}</th>
              <NumberHead>{t('quality:head.openRecords')}</NumberHead>
              <NumberHead>{t('quality:head.confirmedRecords')}</NumberHead>
            </>
          }
        >
          {table.rules.map(({ rule, parts, level, open, confirmed }) => (
            <tr key={rule}>
              <th scope="row">
                <b>{rule}</b>
                {parts.map((part) => (
                  <span className={classes.detail} key={part}>
                    {words.rule(rule, part)}
                  </span>
                ))}
              </th>
              <td>{t(`print:dictionary.levels.${level}`)}</td>
              <NumberCell>
                <Figure count={open} filter={{ kind: 'finding', rule, confirmed: false }} />
              </NumberCell>
              <NumberCell>
                <Figure count={confirmed} filter={{ kind: 'finding', rule, confirmed: true }} />
              </NumberCell>
            </tr>
          ))}
        </ReportTable>
      )}
      {table.judgedAt === null ? null : (
        <JudgeAgain note={t('quality:judge.last', { at: formats.dateTime(table.judgedAt) })} />
      )}
      {mayRead ? <RuleReasons table={table} /> : null}
    </>
  );
}
