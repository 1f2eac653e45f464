import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListView } from '#shared/contract/list-query.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useLanguage } from '../../../i18n/use-formats.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useKeyHints } from '../../../ui/key-hints.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useWords } from '../texts/use-words.ts';
import { RestoreButton, RestoreDialog, useBin } from './bin.tsx';
import classes from './list.module.css';
import { ListBar } from './list-bar.tsx';
import { fieldsShown } from './list-columns.tsx';
import { type ListState, queryOf } from './list-view.ts';
import { ReadingLine } from './reading-line.tsx';
import { RecordTable } from './record-table.tsx';
import { useCurrentRow } from './use-current-row.ts';
import { useListWindow } from './use-list-window.ts';
import { useRowWindow } from './use-row-window.ts';

type RecordListProps = {
  index: RegisterIndex;
  entity: string;
  state: ListState;
  /** How to begin, where there is nothing yet. */
  addButton: React.ReactNode;
  onChange: (part: Partial<ListState>) => void;
  onOpen: (id: string) => void;
  /** Opens a record as its course; null where the record type has none. */
  onCourse: ((id: string) => void) | null;
};

/** The list as it is looked at now: its bar, its rows, and what it waits for. */
export function RecordList({ index, entity, state, addButton, onChange, onOpen, onCourse }: RecordListProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const language = useLanguage();
  const { view } = state;
  const fields = useMemo(() => fieldsShown(index, entity, view.columns), [index, entity, view.columns]);
  const columns = useMemo(() => fields.map(({ id }) => id), [fields]);
  const query = useDeferredValue(useMemo(() => queryOf(entity, state, language), [entity, state, language]));
  const [total, setTotal] = useState(0);
  const rows = useRowWindow(total);
  const list = useListWindow(query, columns, {
    first: rows.first,
    end: rows.end,
    current: state.current?.id ?? null,
  });
  const { shown, isChanging, error } = list;
  if (shown !== null && shown.total !== total) setTotal(shown.total);
  const current = useCurrentRow({
    current: state.current,
    list,
    rows,
    onCurrent: (next) => onChange({ current: next }),
  });
  const failure = useFailureText()(error);

  // What was shown last, to go back to where the next list takes too long.
  const settled = useRef(state);
  useEffect(() => {
    if (!isChanging && shown !== null) settled.current = state;
  }, [isChanging, shown, state]);

  /** Another question begins at the top. */
  const ask = (part: Partial<ListState>) => {
    onChange({ ...part, current: null });
    rows.place(0, 0);
  };
  const changeView = (next: ListView) => {
    if (next.columns === view.columns) ask({ view: next });
    else onChange({ view: next });
  };
  const openWith = (at: number, go: (id: string) => void) => {
    const id = list.rowAt(at)?.meta.id;
    if (id === undefined || isChanging) return;
    onChange({ current: { at, id, offset: rows.offsetOf(at) } });
    go(id);
  };
  const open = (at: number) => openWith(at, onOpen);
  const isBin = view.scope === 'bin';
  const isSearched = view.filters.length > 0 || state.search.trim() !== '';
  const isNarrowed = isSearched || view.scope !== 'all';
  const emptyText = isBin && !isSearched ? 'list.emptyBin' : isNarrowed ? 'list.nothingFound' : 'list.empty';
  const bin = useBin((isBin && list.rowAt(current.at)?.meta) || null);
  useShortcut('restoreRecord', bin.ask);
  useShortcut('course', () => onCourse !== null && openWith(current.at, onCourse));
  const courseKey = onCourse === null ? [] : (['course'] as const);
  useKeyHints([
    'moveInList',
    'openRecord',
    ...courseKey,
    'filter',
    'newRecord',
    ...(isBin ? (['restoreRecord'] as const) : []),
  ]);
  const isEmpty = shown !== null && shown.total === 0 && !isChanging && error === null;

  return (
    <div className={classes.panel}>
      <ListBar
        action={isBin && <RestoreButton bin={bin} />}
        columns={columns}
        entity={entity}
        index={index}
        onSearch={(search) => ask({ search })}
        onView={changeView}
        state={state}
        total={shown === null || isChanging ? null : shown.total}
      />
      {(list.isPending || isChanging) && error === null && (
        <ReadingLine entity={entity} onStop={isChanging ? () => onChange(settled.current) : null} />
      )}
      <FailureNotice text={failure} />
      {isEmpty && (
        <EmptyState action={isNarrowed ? undefined : addButton} title={t(emptyText)}>
          <p>{t(`${emptyText}Note`)}</p>
        </EmptyState>
      )}
      {shown !== null && shown.total > 0 && (
        <RecordTable
          caption={words.entity(entity, 2)}
          current={current.at}
          fields={fields}
          isBin={isBin}
          isChanging={isChanging}
          onCurrent={current.moveTo}
          onOpen={open}
          onOrder={(order) => ask({ view: { ...view, order } })}
          order={view.order}
          rowAt={list.rowAt}
          rows={rows}
          total={shown.total}
        />
      )}
      <RestoreDialog bin={bin} />
    </div>
  );
}
