import { UnstyledButton } from '@mantine/core';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import { type FilterTarget, targetOf } from './filter-targets.ts';
import classes from './list.module.css';
import type { FilterWords } from './use-filter-words.ts';

type FilterPillsProps = {
  filters: readonly RecordFilter[];
  targets: readonly FilterTarget[];
  filterWords: FilterWords;
  onEdit: (target: FilterTarget) => void;
  onFilter: (subject: string, filter: null) => void;
  onClear: () => void;
};

/** What the list is narrowed by, each to be changed or taken away with one press. */
export function FilterPills({ filters, targets, filterWords, onEdit, onFilter, onClear }: FilterPillsProps) {
  const { t, label, value } = filterWords;
  return (
    <>
      {filters.map((filter) => {
        const target = targetOf(targets, filter);
        if (target === undefined) return null;
        const text = `${label(target)}: ${value(target, filter)}`;
        return (
          <span className={classes.pill} key={target.subject}>
            <UnstyledButton
              aria-label={t('lists:filter.edit', { filter: text })}
              className={classes.pillText}
              onClick={() => onEdit(target)}
              title={text}
            >
              {text}
            </UnstyledButton>
            <button
              aria-label={t('records:list.removeFilter', { filter: text })}
              className={classes.pillRemove}
              onClick={() => onFilter(target.subject, null)}
              type="button"
            >
              ×
            </button>
          </span>
        );
      })}
      {filters.length > 1 && (
        <UnstyledButton className={classes.clear} onClick={onClear}>
          {t('lists:filter.clear')}
        </UnstyledButton>
      )}
    </>
  );
}
