import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { AccountDialog, type AccountTask } from './account-dialog.tsx';
import { AccountTable } from './account-table.tsx';

/** Who may do what. The data refuses what a role may not do; here it is only not offered. */
export function AccountsPage() {
  const { t } = useTranslation();
  const text = useFailureText();
  const isAdministrator = useHasRole()('administrator');
  const listed = useProcedure('account.list', {});
  const [task, setTask] = useState<AccountTask | null>(null);
  return (
    <Page>
      <PageHeader
        title={t('administration:accounts.title')}
        actions={
          isAdministrator ? (
            <Button onClick={() => setTask({ name: 'add' })}>{t('administration:accounts.add')}</Button>
          ) : undefined
        }
      />
      <Panel title={t('administration:accounts.listTitle')} note={t('administration:accounts.note')}>
        <FailureNotice text={text(listed.error)} />
        <AccountTable accounts={listed.data?.accounts ?? []} onTask={setTask} />
      </Panel>
      {task === null ? null : <AccountDialog task={task} onClose={() => setTask(null)} />}
    </Page>
  );
}
