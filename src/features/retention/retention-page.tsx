import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { queryKey, useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { DueList } from './due-list.tsx';
import { FinishedList } from './finished-list.tsx';
import { ProposeOneDialog } from './propose-dialog.tsx';
import styles from './retention.module.css';
import { useRestsOnConsent } from './use-rests-on-consent.ts';
import { WaitingList } from './waiting-list.tsx';

type Tab = 'due' | 'waiting' | 'finished';
type Outcome = { readonly tone: 'good' | 'warn'; readonly title: string };

const tabs: readonly Tab[] = ['due', 'waiting', 'finished'];
const pageSize = 200;

/** What is due for erasing, what waits for the second person, and what was decided. */
export function RetentionPage() {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const text = useFailureText();
  const hasConsent = useRestsOnConsent();
  const { history } = useRouter();
  const isSupervisor = useHasRole()('supervisor');
  const { record } = useSearch({ strict: false }) as { record?: string };
  const [limit, setLimit] = useState(pageSize);
  const due = useProcedure('retention.due', { limit }, { keepPrevious: true });
  const waiting = useProcedure('erasure.list', {});
  const finished = useInfiniteQuery({
    queryKey: queryKey('erasure.finished'),
    queryFn: ({ pageParam }) => call('erasure.finished', { after: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  // An administrator comes to confirm, a supervisor to propose.
  const [tab, setTab] = useState<Tab>(isSupervisor ? 'due' : 'waiting');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const counts: Readonly<Record<Tab, number | undefined>> = {
    due: due.data?.total,
    waiting: waiting.data?.proposals.length,
    finished: finished.data?.pages[0]?.total,
  };
  const labelOf = (each: Tab) => {
    const count = counts[each];
    return t(`tabs.${each}`, { number: count === undefined ? '…' : formats.number(count) });
  };
  const tell = (key: 'propose' | 'confirm', count: number, isSwept = true) => {
    const title = t(`${key}.done`, { count, number: formats.number(count) });
    setOutcome(isSwept ? { tone: 'good', title } : { tone: 'warn', title: `${title} ${t('confirm.unswept')}` });
    setTab(key === 'propose' ? 'waiting' : 'finished');
  };
  const leaveRecord = () => history.replace('/retention');

  return (
    <Page fill>
      <PageHeader
        actions={
          <SegmentedControl
            aria-label={t('tabs.label')}
            data={tabs.map((each) => ({ value: each, label: labelOf(each) }))}
            onChange={(value) => {
              setOutcome(null);
              setTab(value as Tab);
            }}
            value={tab}
          />
        }
        title={t('title')}
      />
      <FailureNotice text={text(due.error ?? waiting.error ?? finished.error)} />
      {tab === 'due' && due.data?.isPeriodSet === false ? (
        <Notice title={t('noPeriod.title')} tone="info">
          {t('noPeriod.text')} {hasConsent ? t('noPeriod.identities') : null}
        </Notice>
      ) : null}
      {outcome === null ? null : <Notice title={outcome.title} tone={outcome.tone} />}
      <div className={styles.panel}>
        {tab === 'due' && due.data !== undefined ? (
          <DueList
            due={due.data}
            onMore={() => setLimit(limit + pageSize)}
            onProposed={(count) => tell('propose', count)}
          />
        ) : null}
        {tab === 'waiting' && waiting.data !== undefined ? (
          <WaitingList list={waiting.data} onErased={(count, isSwept) => tell('confirm', count, isSwept)} />
        ) : null}
        {tab === 'finished' && finished.data !== undefined ? (
          <FinishedList
            onMore={finished.hasNextPage ? () => void finished.fetchNextPage() : null}
            onPrinted={(file) => setOutcome({ tone: 'good', title: t('print.done', { file }) })}
            rows={finished.data.pages.flatMap(({ rows }) => rows)}
            total={finished.data.pages[0]?.total ?? 0}
          />
        ) : null}
      </div>
      {record !== undefined && isSupervisor ? (
        <ProposeOneDialog
          onClose={leaveRecord}
          onDone={(count) => {
            leaveRecord();
            tell('propose', count);
          }}
          recordId={record}
        />
      ) : null}
    </Page>
  );
}
