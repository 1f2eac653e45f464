import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListView } from '#shared/contract/list-query.ts';
import { columnsOf } from '#shared/dictionary/derive-columns.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { ColumnMenu } from './column-menu.tsx';
import { FilterMenu, type FilterMenuState } from './filter-menu.tsx';
import { FilterPills } from './filter-pills.tsx';
import { targetsOf } from './filter-targets.ts';
import { FoundRecords } from './found-records.tsx';
import classes from './list.module.css';
import { type ListState, withFilter } from './list-view.ts';
import { useFilterWords } from './use-filter-words.ts';
import { ViewMenu } from './view-menu.tsx';

type ListBarProps = {
  index: RegisterIndex;
  entity: string;
  state: ListState;
  columns: readonly string[];
  total: number | null;
  /** What the list is for besides looking. */
  action: React.ReactNode;
  onSearch: (search: string) => void;
  onView: (view: ListView) => void;
};

/** Words, filters, views and columns of a list, and how many records fit. */
export function ListBar({ index, entity, state, columns, total, action, onSearch, onView }: ListBarProps) {
  const { t } = useTranslation('records');
  const filterWords = useFilterWords();
  const [menu, setMenu] = useState<FilterMenuState>('closed');
  useShortcut('filter', () => setMenu('choosing'));
  const { view, search } = state;
  const targets = targetsOf(index, entity);
  const narrow = (filters: ListView['filters']) => onView({ ...view, filters });
  const filter = (subject: string, value: Parameters<typeof withFilter>[2]) =>
    narrow(withFilter(view.filters, subject, value));
  return (
    <div className={classes.bar}>
      <div className={classes.asked}>
        <TextInput
          aria-label={t('list.search')}
          className={classes.search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          placeholder={t('list.search')}
          spellCheck={false}
          value={search}
        />
        <FilterMenu
          entity={entity}
          filters={view.filters}
          filterWords={filterWords}
          index={index}
          onFilter={filter}
          onState={setMenu}
          state={menu}
          targets={targets}
        />
        <FilterPills
          entity={entity}
          filters={view.filters}
          filterWords={filterWords}
          index={index}
          onClear={() => narrow([])}
          onEdit={setMenu}
          onFilter={filter}
          targets={targets}
        />
      </div>
      <div className={classes.beside}>
        <span aria-live="polite" className={classes.count}>
          {total !== null && <FoundRecords entity={entity} state={state} total={total} />}
        </span>
        <ViewMenu entity={entity} onView={onView} view={view} />
        <ColumnMenu
          columns={columnsOf(index, entity)}
          onChange={(chosen) => onView({ ...view, columns: chosen })}
          shown={columns}
        />
        {action}
      </div>
    </div>
  );
}
