import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { KeptDrafts } from './kept-drafts.tsx';
import { TaskList } from './task-list.tsx';

/** What waits for the account, the most urgent first. */
export function TasksPage() {
  const { t } = useTranslation('tasks');
  const tasks = useProcedure('task.list', {}, { forget: true });
  const drafts = useProcedure('draft.list', {}, { forget: true });
  const failure = useFailureText()(tasks.error ?? drafts.error);
  useKeyHints(['search', 'shortcuts', 'lock']);
  const waiting = (tasks.data?.tasks ?? []).filter(({ total }) => total > 0);
  const kept = drafts.data?.drafts ?? [];
  const isEmpty = tasks.isSuccess && drafts.isSuccess && waiting.length === 0 && kept.length === 0;
  return (
    <Page>
      <PageHeader title={t('title')} />
      <FailureNotice text={failure} />
      {isEmpty && <EmptyState title={t('nothing')}>{t('nothingNote')}</EmptyState>}
      {kept.length > 0 && <KeptDrafts drafts={kept} />}
      {waiting.map((task) => (
        <TaskList key={task.kind} task={task} />
      ))}
    </Page>
  );
}
