import { Button, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { ariaKeysOf } from '../../../ui/shortcuts.ts';
import { FilterChooser } from './filter-chooser.tsx';
import { FilterEditor } from './filter-editors.tsx';
import type { FilterTarget } from './filter-targets.ts';
import { subjectOf } from './list-view.ts';
import type { FilterWords } from './use-filter-words.ts';

/** Closed, choosing what to narrow by, or setting one filter. */
export type FilterMenuState = 'closed' | 'choosing' | FilterTarget;

type FilterMenuProps = {
  index: RegisterIndex;
  entity: string;
  targets: readonly FilterTarget[];
  filters: readonly RecordFilter[];
  state: FilterMenuState;
  filterWords: FilterWords;
  onState: (state: FilterMenuState) => void;
  onFilter: (subject: string, filter: RecordFilter | null) => void;
};

/** First what to narrow by, then its codes, its days, its numbers, or why it has none. */
export function FilterMenu(props: FilterMenuProps) {
  const { index, entity, targets, filters, state, filterWords, onState, onFilter } = props;
  const { t } = useTranslation('records');
  const apply = (target: FilterTarget) => (filter: RecordFilter | null) => {
    onFilter(target.subject, filter);
    onState('closed');
  };
  return (
    <Popover
      onChange={(open) => !open && onState('closed')}
      opened={state !== 'closed'}
      position="bottom-start"
      returnFocus
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button
          aria-keyshortcuts={ariaKeysOf('filter')}
          onClick={() => onState(state === 'closed' ? 'choosing' : 'closed')}
          rightSection={<KeyHint of="filter" />}
          variant="default"
        >
          {t('list.addFilter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {state === 'choosing' && (
          <FilterChooser
            entity={entity}
            filterWords={filterWords}
            index={index}
            inUse={filters.map(subjectOf)}
            onChoose={onState}
            targets={targets}
          />
        )}
        {typeof state === 'object' && (
          <FilterEditor
            current={filters.find((filter) => subjectOf(filter) === state.subject)}
            filterWords={filterWords}
            key={state.subject}
            onApply={apply(state)}
            target={state}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
