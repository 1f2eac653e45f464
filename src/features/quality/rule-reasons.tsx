import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QualityTable } from '#shared/contract/quality.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import classes from './quality.module.css';
import { ReportTable } from './report-table.tsx';

type RuleReasonsProps = { table: QualityTable };

const shownAtOnce = 200;

/** Why warnings were confirmed, by whom and when; only on the screen, for a reason may speak of the person. */
export function RuleReasons({ table }: RuleReasonsProps) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const { entity, period, by, line } = table;
  const query = useProcedure('quality.confirmations', {
    entity,
    period: period?.text ?? null,
    by,
    line,
    rule: null,
    limit: shownAtOnce,
  });
  const failure = useFailureText()(query.error);
  const reasons = query.data?.confirmations ?? [];
  const total = query.data?.total ?? 0;
  return (
    <>
      <h2 className={classes.partTitle}>{t('titles.reasons')}</h2>
      <FailureNotice text={failure} />
      {query.data !== undefined && total === 0 ? <p className={classes.quiet}>{t('reasons.none')}</p> : null}
      {total > reasons.length ? (
        <p className={classes.quiet}>{t('reasons.shown', { count: total, shown: reasons.length })}</p>
      ) : null}
      {reasons.length === 0 ? null : (
        <ReportTable
          caption={t('titles.reasons')}
          head={
            <>
              <th scope="col">{t('head.record')}</th>
              <th scope="col">{t('head.rule')}</th>
              <th scope="col">{t('head.reason')}</th>
              <th scope="col">{t('head.who')}</th>
              <th scope="col">{t('head.when')}</th>
            </>
          }
        >
          {reasons.map((each) => (
            <tr key={`${each.recordId} ${each.rule}`}>
              <th className={classes.nowrap} scope="row">
                <Link className={classes.figure} params={{ id: each.recordId }} to="/record/$id">
                  {each.code ?? '–'}
                </Link>
              </th>
              <td>{each.rule}</td>
              <td className={classes.words}>{each.reason}</td>
              <td>{each.by}</td>
              <td className={classes.nowrap}>{formats.dateTime(each.at)}</td>
            </tr>
          ))}
        </ReportTable>
      )}
    </>
  );
}
