import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListScope, listScopes } from '#shared/contract/list-query.ts';
import { indexOfKind, registerOf } from '#shared/dictionary/registers.ts';
import { useCall } from '../../api/query.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { PaperButton } from './dialogs/paper-dialog.tsx';
import { RecordList } from './list/record-list.tsx';
import { useListState } from './list/use-list-state.ts';
import { useWords } from './texts/use-words.ts';
import { useRecordNavigation } from './use-record-navigation.ts';

type RecordsPageProps = { entity: string };

/** All records of one type: dense rows, filters as pills, Enter opens and Esc comes back. */
export function RecordsPage({ entity }: RecordsPageProps) {
  const { t } = useTranslation('records');
  const { register } = useSession();
  const isSupervisor = useHasRole()('supervisor');
  const words = useWords();
  const { state, change } = useListState(entity);
  const create = useCall('record.create', ['record.list', 'record.count']);
  const { openRecord, openCourse } = useRecordNavigation();
  const [printed, setPrinted] = useState<string | null>(null);
  const failure = useFailureText()(create.error);

  const add = () => create.mutate({ entity }, { onSuccess: ({ meta }) => openRecord(meta.id) });
  useShortcut('newRecord', add);
  const addButton = (
    <Button loading={create.isPending} onClick={add} rightSection={<KeyHint of="newRecord" />}>
      {t(`list.add`, { entity: words.entity(entity, 1) })}
    </Button>
  );

  return (
    <Page fill>
      <PageHeader
        actions={
          <>
            {isSupervisor && state !== null && (
              <SegmentedControl
                aria-label={t('list.scope')}
                data={listScopes.map((scope) => ({ value: scope, label: t(`list.scopes.${scope}`) }))}
                onChange={(scope) => change({ view: { ...state.view, scope: scope as ListScope }, current: null })}
                value={state.view.scope}
              />
            )}
            <PaperButton entity={entity} onPrinted={setPrinted} />
            {state?.view.scope !== 'bin' && addButton}
          </>
        }
        title={words.entity(entity, 2)}
      />
      <FailureNotice text={failure} />
      {printed !== null && <Notice title={printed} tone="good" />}
      {state !== null && (
        <RecordList
          addButton={addButton}
          entity={entity}
          index={indexOfKind(register.kind)}
          onChange={change}
          onCourse={registerOf(register.kind).courses?.[entity] === undefined ? null : openCourse}
          onOpen={openRecord}
          state={state}
        />
      )}
    </Page>
  );
}
