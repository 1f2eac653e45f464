import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordFilter } from '#shared/contract/record.ts';
import { columnsOf, filtersOf } from '#shared/dictionary/derive-columns.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { useCall } from '../../api/query.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { PaperButton } from './dialogs/paper-dialog.tsx';
import { RestoreButton, RestoreDialog, useBin } from './list/bin.tsx';
import { ColumnMenu, StateMenu } from './list/choice-menus.tsx';
import { FilterMenu } from './list/filter-menu.tsx';
import { FilterPills } from './list/filter-pills.tsx';
import classes from './list/list.module.css';
import { fieldsShown } from './list/list-columns.tsx';
import { keepView, type ListScope, type ListView, recallView, withFilter } from './list/list-view.ts';
import { RecordTable } from './list/record-table.tsx';
import { useRecordList } from './list/use-record-list.ts';
import { useWords } from './texts/use-words.ts';
import { useRecordNavigation } from './use-record-navigation.ts';

type RecordsPageProps = { entity: string };

interface Asked {
  readonly search?: string;
  /** Filters that a figure of another page opens its records with. */
  readonly filters?: readonly RecordFilter[];
}

/** A figure shows exactly its records: nothing else narrows the list then. */
const askedView = (view: ListView, { search, filters }: Asked): ListView =>
  filters === undefined
    ? { ...view, search: search ?? view.search }
    : { ...view, filters, search: search ?? '', states: [], scope: 'all' };

/** A view that changes is remembered at once; what the address asks for takes the place of what was looked for here. */
function useListView(key: string) {
  const asked = useSearch({ strict: false }) as Asked;
  const [view, setView] = useState<ListView>(() => askedView(recallView(key), asked));
  const [before, setBefore] = useState(asked);
  if (asked.search !== before.search || JSON.stringify(asked.filters) !== JSON.stringify(before.filters)) {
    setBefore(asked);
    setView(askedView({ ...view, search: '' }, asked));
  }
  const change = useCallback(
    (part: Partial<ListView>) =>
      setView((before) => {
        const next = { ...before, ...part };
        keepView(key, next);
        return next;
      }),
    [key],
  );
  return [view, change] as const;
}

/** All records of one type: dense rows, filters as pills, Enter opens and Esc comes back. */
export function RecordsPage({ entity }: RecordsPageProps) {
  const { t } = useTranslation('records');
  const { register, account } = useSession();
  const isSupervisor = useHasRole()('supervisor');
  const words = useWords();
  const index = indexOfKind(register.kind);
  const [view, change] = useListView(`${register.id} ${account.id} ${entity}`);
  const { rows, total, isPending, error, hasMore, fetchMore } = useRecordList(entity, useDeferredValue(view));
  const create = useCall('record.create', ['record.list', 'record.count']);
  const { openRecord } = useRecordNavigation();
  const [printed, setPrinted] = useState<string | null>(null);
  const failure = useFailureText()(error ?? create.error);
  const fields = useMemo(() => fieldsShown(index, entity, view.columns), [index, entity, view.columns]);
  const isSearched = view.filters.length > 0 || view.states.length > 0 || view.search.trim() !== '';
  const isNarrowed = isSearched || view.scope !== 'all';
  const emptyText =
    view.scope === 'bin' && !isSearched ? 'list.emptyBin' : isNarrowed ? 'list.nothingFound' : 'list.empty';

  const open = (id: string) => {
    change({ selected: id });
    openRecord(id);
  };
  const add = () => create.mutate({ entity }, { onSuccess: ({ meta }) => open(meta.id) });
  const filter = (field: string, value: Parameters<typeof withFilter>[2]) =>
    change({ filters: withFilter(view.filters, field, value) });
  const isBin = view.scope === 'bin';
  const bin = useBin(isBin ? rows : [], view.selected);
  useShortcut('newRecord', add);
  useShortcut('restoreRecord', bin.ask);
  useKeyHints(['moveInList', 'openRecord', 'newRecord', ...(isBin ? (['restoreRecord'] as const) : [])]);
  const scopes: readonly ListScope[] = ['all', 'current', 'archived', 'bin'];
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
            {isSupervisor && (
              <SegmentedControl
                aria-label={t('list.scope')}
                data={scopes.map((scope) => ({ value: scope, label: t(`list.scopes.${scope}`) }))}
                onChange={(scope) => change({ scope: scope as ListScope })}
                value={view.scope}
              />
            )}
            <PaperButton entity={entity} onPrinted={setPrinted} />
            {isBin ? <RestoreButton bin={bin} /> : addButton}
          </>
        }
        title={words.entity(entity, 2)}
      />
      <FailureNotice text={failure} />
      {printed !== null && <Notice title={printed} tone="good" />}
      <div className={classes.panel}>
        <div className={classes.bar}>
          <TextInput
            aria-label={t('list.search')}
            className={classes.search}
            onChange={(event) => change({ search: event.currentTarget.value })}
            placeholder={t('list.search')}
            spellCheck={false}
            value={view.search}
          />
          <StateMenu onChange={(states) => change({ states })} states={view.states} />
          <FilterMenu current={view.filters} filters={filtersOf(index, entity)} onFilter={filter} />
          <FilterPills
            entity={entity}
            filters={view.filters}
            index={index}
            onFilters={(filters) => change({ filters })}
            onStates={(states) => change({ states })}
            states={view.states}
          />
          <span aria-live="polite" className={classes.count}>
            {total === null ? '' : t('list.found', { count: total, number: words.formats.number(total) })}
          </span>
          <ColumnMenu
            columns={columnsOf(index, entity)}
            onChange={(columns) => change({ columns })}
            shown={fields.map((field) => field.id)}
          />
        </div>
        {isPending && <p className={classes.waiting}>{t('list.loading')}</p>}
        {!isPending && rows.length === 0 && error === null && (
          <EmptyState action={isNarrowed ? undefined : addButton} title={t(emptyText)}>
            <p>{t(`${emptyText}Note`)}</p>
          </EmptyState>
        )}
        {rows.length > 0 && (
          <RecordTable
            caption={words.entity(entity, 2)}
            fields={fields}
            isBin={isBin}
            onNearEnd={hasMore ? fetchMore : nothing}
            onOpen={open}
            onOrder={(order) => change({ order })}
            onSelect={(selected) => change({ selected })}
            order={view.order}
            rows={rows}
            selected={view.selected}
            total={total ?? rows.length}
          />
        )}
      </div>
      <RestoreDialog bin={bin} />
    </Page>
  );
}

const nothing = () => undefined;
