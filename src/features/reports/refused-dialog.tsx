import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import { betrayalReasons } from '#shared/contract/publication.ts';
import { callPeriod, callTable } from '#shared/statistics/catalogue/table-called.ts';
import { namedTables } from '../../api/named-tables.ts';
import { useProcedure } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLabelWords } from '../../i18n/use-label-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './reports.module.css';

type RefusedDialogProps = {
  /** BETRAYS_GROUP. */
  failure: Failure;
  period: string;
  /** Writes without the tables named. */
  onConfirm: (without: readonly string[]) => void;
  onClose: () => void;
};

const namesIn = (param: Failure['params'][string] | undefined): readonly string[] =>
  Array.isArray(param) ? param : [];

/** Which tables of a public summary cannot go out, and what can be done: without them, or what went out before once more. */
export function RefusedDialog({ failure, period, onConfirm, onClose }: RefusedDialogProps) {
  const { t } = useTranslation();
  const words = useLabelWords();
  const formats = useFormats();
  const { kind } = useSession().register;
  const refused = betrayalReasons
    .map((reason) => ({ reason, tables: namesIn(failure.params[reason]) }))
    .filter(({ tables }) => tables.length > 0);
  const { threshold, earlier } = namedTables(failure, kind, t, formats).params;
  const nothingLeft = failure.params.left === 0;
  return (
    <ConfirmDialog
      action={t('summary:refused.confirm')}
      disabled={nothingLeft}
      onClose={onClose}
      onConfirm={() => onConfirm(refused.flatMap(({ tables }) => tables))}
      opened
      size="lg"
      title={t('summary:refused.title', { period: callPeriod(period, words) })}
    >
      <div className={styles.refused}>
        <p>{t('summary:refused.lead', { threshold: String(threshold) })}</p>
        {/* A list longer than its room scrolls in itself, by keyboard too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section aria-label={t('summary:methods.withheld')} className={styles.tables} tabIndex={0}>
          {refused.map(({ reason, tables }) => (
            <div key={reason}>
              <p className={styles.reason}>{t(`summary:refused.${reason}`)}</p>
              <ul>
                {tables.map((name) => (
                  <li key={name}>{callTable(kind, name, words)}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
        {earlier === '' ? null : <p>{t('summary:refused.earlier', { list: String(earlier) })}</p>}
        <InsteadNotice onLeave={onClose} period={period} />
        <p>{t(nothingLeft ? 'summary:refused.nothing' : 'summary:refused.note')}</p>
      </div>
    </ConfirmDialog>
  );
}

type InsteadNoticeProps = { period: string; onLeave: () => void };

/** What stands on the page of publications: the summary of this very period, or a way to publish with more hidden. */
function InsteadNotice({ period, onLeave }: InsteadNoticeProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const publications = useProcedure('publication.list', {}).data?.publications ?? [];
  const frozen = publications.find(
    (each) => each.kind === 'summary' && each.withdrawn === null && each.period.text === period,
  );
  return (
    <Notice
      actions={
        <Button component={Link} onClick={onLeave} to="/publications" variant="default">
          {t('summary:refused.open')}
        </Button>
      }
      tone="info"
    >
      {frozen === undefined
        ? t('summary:refused.more')
        : t('summary:refused.published', { date: formats.date(frozen.at) })}
    </Notice>
  );
}
