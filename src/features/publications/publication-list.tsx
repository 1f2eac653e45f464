import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publication } from '#shared/contract/publication.ts';
import { useHasRole } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { CorrectionsDialog } from './corrections-dialog.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { WriteDialog } from './write-dialog.tsx';

type Action = 'write' | 'corrections' | 'withdraw';
type Open = { readonly action: Action; readonly publication: Publication };

type PublicationListProps = {
  /** null: not read yet. */
  publications: readonly Publication[] | null;
};

/** Everything that went out, newest first, and what can be done with it. */
export function PublicationList({ publications }: PublicationListProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel note={t('list.note')} title={t('list.title')}>
      {publications?.length === 0 && (
        <EmptyState title={t('list.empty')}>
          <p>{t('list.emptyNote')}</p>
        </EmptyState>
      )}
      {publications !== null && publications.length > 0 && (
        <SimpleTable<Publication>
          caption={t('list.title')}
          columns={[
            { key: 'at', title: t('list.at'), cell: ({ at }) => formats.dateTime(at) },
            { key: 'what', title: t('list.what'), cell: ({ statistic }) => words.what(statistic) },
            { key: 'period', title: t('list.period'), cell: ({ period }) => words.period(period.text) },
            { key: 'by', title: t('list.by'), cell: ({ by }) => by },
            {
              key: 'digest',
              title: t('list.digest'),
              cell: ({ digest }) => <span className={classes.digest}>{words.digest(digest)}</span>,
            },
            { key: 'state', title: t('list.state'), cell: (each) => <State publication={each} /> },
            {
              key: 'actions',
              title: '',
              cell: (publication) => (
                <Actions onChoose={(action) => setOpen({ action, publication })} publication={publication} />
              ),
            },
          ]}
          rowKey={({ id }) => id}
          rows={publications}
        />
      )}
      {open?.action === 'write' && <WriteDialog onClose={close} publication={open.publication} />}
      {open?.action === 'corrections' && <CorrectionsDialog onClose={close} publication={open.publication} />}
      {open?.action === 'withdraw' && <WithdrawDialog onClose={close} publication={open.publication} />}
    </Panel>
  );
}

function State({ publication: { way, withdrawn } }: { publication: Publication }) {
  const { t } = useTranslation('publications');
  const formats = useFormats();
  if (withdrawn !== null) {
    return (
      <span className={classes.state}>
        <Badge tone="warn">{t('list.withdrawn')}</Badge>
        <span>{`${formats.date(withdrawn.at)}: ${withdrawn.reason}`}</span>
      </span>
    );
  }
  return (
    <Badge tone={({ published: 'accent', written: 'quiet', begun: 'warn' } as const)[way]}>{t(`list.${way}`)}</Badge>
  );
}

type ActionsProps = { publication: Publication; onChoose: (action: Action) => void };

function Actions({ publication, onChoose }: ActionsProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const hasRole = useHasRole();
  const offered: readonly Action[] = [
    ...(hasRole('supervisor', 'analyst', 'officer') ? (['write'] as const) : []),
    ...(hasRole('supervisor', 'analyst') ? (['corrections'] as const) : []),
    ...(hasRole('supervisor') && publication.withdrawn === null ? (['withdraw'] as const) : []),
  ];
  const facts = { what: words.what(publication.statistic), period: words.period(publication.period.text) };
  return (
    <span className={classes.actions}>
      {offered.map((action) => (
        <Button
          aria-label={t('list.actionOf', { action: t(`list.${action}`), ...facts })}
          key={action}
          onClick={() => onChoose(action)}
          size="compact-sm"
          variant="subtle"
        >
          {t(`list.${action}`)}
        </Button>
      ))}
    </span>
  );
}
