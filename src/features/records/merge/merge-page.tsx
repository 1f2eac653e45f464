import { Loader, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useKeyHints } from '../../../ui/key-hints.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../../ui/page.tsx';
import { useEscape } from '../page/use-escape.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import type { Prepared } from './merge-choice.ts';
import { MergePersons } from './merge-persons.tsx';
import { MergeRecords } from './merge-records.tsx';

type MergePageProps = { id: string; other: string };

/** Two records side by side: are they two registrations of one person, or one registration that was entered twice? */
export function MergePage({ id, other }: MergePageProps) {
  const { t } = useTranslation('merge');
  const prepared = useProcedure('merge.prepare', { id, other }, { forget: true });
  const failure = useFailureText()(prepared.error);
  const { openRecord } = useRecordNavigation();
  useEscape(() => openRecord(id));
  useKeyHints(['back']);
  return (
    <Page>
      <PageHeader title={t('title')} />
      <FailureNotice text={failure} />
      {prepared.isPending && <Loader aria-label={t('loading')} size="sm" />}
      {prepared.data !== undefined && <Decision prepared={prepared.data} />}
    </Page>
  );
}

type Kind = 'person' | 'record';

function Decision({ prepared }: { prepared: Prepared }) {
  const { t } = useTranslation('merge');
  const [kind, setKind] = useState<Kind | null>(null);
  const isOnePerson = prepared.registrations === null;
  return (
    <>
      <Panel note={t('what.note')} title={t('what.title')}>
        <Radio.Group aria-label={t('what.title')} onChange={(value) => setKind(value as Kind)} value={kind}>
          <div style={{ display: 'grid', gap: 12 }}>
            <Radio
              description={t(isOnePerson ? 'what.personAlready' : 'what.personNote')}
              disabled={isOnePerson}
              label={t('what.person')}
              value="person"
            />
            <Radio description={t('what.recordNote')} label={t('what.record')} value="record" />
          </div>
        </Radio.Group>
      </Panel>
      {kind === 'record' ? (
        <MergeRecords prepared={prepared} />
      ) : (
        <MergePersons isDeciding={kind === 'person'} prepared={prepared} />
      )}
    </>
  );
}
