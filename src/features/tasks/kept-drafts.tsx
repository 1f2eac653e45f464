import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { useRecordName } from './record-name.ts';
import classes from './tasks.module.css';

type Draft = Output<'draft.list'>['drafts'][number];
type KeptDraftsProps = { drafts: readonly Draft[] };

/** Records into which the account typed something that no save has taken. */
export function KeptDrafts({ drafts }: KeptDraftsProps) {
  const { t } = useTranslation('tasks');
  const formats = useFormats();
  const nameOf = useRecordName();
  const what = ({ changes, hasIdentity }: Draft) =>
    [changes > 0 ? t('answers', { count: changes }) : '', hasIdentity ? t('identity') : '']
      .filter((part) => part !== '')
      .join(', ');
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{t('kind.kept')}</h2>
      <p className={classes.note}>{t('note.kept')}</p>
      <SimpleTable
        caption={t('kind.kept')}
        columns={[
          {
            key: 'record',
            title: t('record'),
            cell: (draft) => (
              <Link className={classes.link} params={{ id: draft.id }} to="/record/$id">
                {nameOf(draft)}
              </Link>
            ),
          },
          { key: 'what', title: '', cell: what },
          { key: 'at', title: t('keptAt'), cell: ({ at }) => formats.dateTime(at) },
        ]}
        rowKey={({ id }) => id}
        rows={drafts}
      />
    </section>
  );
}
