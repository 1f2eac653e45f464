import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';

type PublishDialogProps = {
  preview: JobResult<'publication.preview'>;
  onPublished: (published: Output<'publication.publish'>) => void;
  onClose: () => void;
};

/** What will go out and what will not, before it is decided. */
export function PublishDialog({ preview, onPublished, onClose }: PublishDialogProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const failure = useFailureText();
  const publish = useCall('publication.publish', ['publication.list']);
  const { subject, tables, betrayals, hidesMore } = preview;
  const without = betrayals.map(({ table }) => table);
  const left = tables.filter((table) => !without.includes(table));
  const what = subject.id === null ? t('publish.summary') : words.what(subject.id);
  return (
    <ConfirmDialog
      action={t('publish.confirm')}
      busy={publish.isPending}
      disabled={left.length === 0}
      onClose={onClose}
      onConfirm={() =>
        publish.mutate({ ...subject, without, hideMore: hidesMore.length > 0 }, { onSuccess: onPublished })
      }
      opened
      size="lg"
      title={t('publish.dialogTitle', { what, period: words.period(subject.period) })}
    >
      <div className={classes.stack}>
        {betrayals.length > 0 && (
          <Notice title={left.length === 0 ? t('publish.nothingLeft') : t('publish.betraying')} tone="warn">
            <ul className={classes.betrayals}>
              {betrayals.map((betrayal) => (
                <li key={betrayal.table}>{words.betrayal(betrayal)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {hidesMore.length > 0 && left.length > 0 && (
          <Notice title={t('publish.hidesMore')} tone="info">
            {t('publish.hidesMoreIn', {
              list: hidesMore
                .filter(({ table }) => left.includes(table))
                .map(({ table, figures }) => `${words.table(table)} (${formats.number(figures)})`)
                .join('; '),
            })}
          </Notice>
        )}
        {left.length > 0 && <TablesLeft names={left} />}
        <p>{t('publish.note')}</p>
        <FailureNotice text={failure(publish.error)} />
      </div>
    </ConfirmDialog>
  );
}

type TablesLeftProps = { names: readonly string[] };

function TablesLeft({ names }: TablesLeftProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  return (
    <div>
      <p>{t('publish.tables')}</p>
      {/* A list longer than its room scrolls in itself, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul aria-label={t('publish.tables')} className={classes.tables} tabIndex={0}>
        {names.map((name) => (
          <li key={name}>{words.table(name)}</li>
        ))}
      </ul>
    </div>
  );
}
