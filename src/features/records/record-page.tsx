import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { queryKey } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { RecordEditor } from './page/record-editor.tsx';
import type { RecordView } from './page/record-layout.tsx';

type RecordPageProps = { id: string; view: RecordView };

/** One record, opened by a call that the audit log keeps; never shown from memory. */
export function RecordPage({ id, view }: RecordPageProps) {
  const { t } = useTranslation('records');
  const record = useQuery({
    queryKey: queryKey('record.open', { id }),
    queryFn: () => call('record.open', { id }),
    gcTime: 0,
  });
  const failure = useFailureText()(record.error);
  if (record.data !== undefined) return <RecordEditor key={id} opened={record.data} view={view} />;
  return (
    <Page>
      <FailureNotice
        actions={
          <Button onClick={() => history.back()} variant="default">
            {t('page.back')}
          </Button>
        }
        text={failure}
      />
      {record.isPending && <Loader aria-label={t('page.opening')} size="sm" />}
    </Page>
  );
}
