import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract, type Output, type ProcedureName } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import styles from './audit.module.css';
import { CheckRegister } from './check-register.tsx';
import { useDetailText } from './use-detail-text.ts';

type Entry = Output<'audit.list'>['entries'][number];

const pageSize = 100;
const audited = (Object.keys(contract) as ProcedureName[]).filter((name) => contract[name].audit !== 'never');

/** Who did what and when; never what was written. Newest first, earlier entries on request. */
export function AuditPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const detailText = useDetailText();
  const text = useFailureText();
  const { seal } = useSession();
  const [name, setName] = useState<string | null>(null);
  const listed = useInfiniteQuery({
    queryKey: ['audit.list', { name }],
    queryFn: ({ pageParam }) => call('audit.list', { before: pageParam, limit: pageSize, name }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // The log grows with every call, so it is asked again whenever the page is opened.
    staleTime: 0,
  });
  const entries = listed.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = listed.data?.pages[0]?.total ?? 0;
  const nameOf = (of: string) => t(`audit:names.${of}`, { defaultValue: of });

  return (
    <Page>
      <PageHeader title={t('audit:title')} beside={t('audit:seal', { entry: seal.entry, mark: seal.mark })} />
      <CheckRegister />
      <Panel title={t('audit:list.title')} note={t('audit:list.note')}>
        <Select
          className={styles.filter}
          label={t('audit:list.filter')}
          data={audited
            .map((each) => ({ value: each, label: nameOf(each) }))
            .sort((a, b) => formats.compare(a.label, b.label))}
          value={name}
          onChange={setName}
          placeholder={t('audit:list.all')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('audit:list.all') }}
          nothingFoundMessage={t('common:nothingFound')}
        />
        <FailureNotice text={text(listed.error)} />
        <SimpleTable<Entry>
          caption={t('audit:list.title')}
          rows={entries}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              key: 'number',
              title: t('audit:list.number'),
              cell: ({ number }) => formats.number(number),
              numeric: true,
            },
            { key: 'at', title: t('audit:list.at'), cell: ({ at }) => formats.dateTime(at) },
            { key: 'account', title: t('audit:list.account'), cell: ({ account }) => account ?? '–' },
            { key: 'name', title: t('audit:list.what'), cell: (entry) => nameOf(entry.name) },
            { key: 'outcome', title: t('audit:list.outcome'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
            {
              key: 'detail',
              title: t('audit:list.detail'),
              cell: (entry) => <span className={styles.detail}>{detailText(entry)}</span>,
            },
          ]}
        />
        <div className={styles.more}>
          <span>
            {t('audit:list.shown', {
              count: entries.length,
              shown: formats.number(entries.length),
              total: formats.number(total),
            })}
          </span>
          {listed.hasNextPage ? (
            <Button variant="default" loading={listed.isFetchingNextPage} onClick={() => void listed.fetchNextPage()}>
              {t('audit:list.earlier')}
            </Button>
          ) : null}
        </div>
      </Panel>
    </Page>
  );
}

function Outcome({ outcome }: { outcome: string }) {
  const { t } = useTranslation();
  if (outcome === 'ok' || outcome === 'OK') return t('audit:list.ok');
  if (outcome === 'written' || outcome === 'carried') return t(`audit:list.${outcome}`);
  if (outcome === 'verified' || outcome === 'unverified') {
    return <Badge tone={outcome === 'verified' ? 'good' : 'warn'}>{t(`backup:list.${outcome}`)}</Badge>;
  }
  return <Badge tone="warn">{t(`errors:${outcome}.what`, { defaultValue: outcome })}</Badge>;
}
