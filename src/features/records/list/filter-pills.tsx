import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isFigureFilter } from '#shared/contract/figure-filter.ts';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { useFigureText } from './figure-text.ts';
import { type FilterTarget, targetOf } from './filter-targets.ts';
import classes from './list.module.css';
import { subjectOf } from './list-view.ts';

import type { FilterWords } from './use-filter-words.ts';

type FilterPillsProps = {
  index: RegisterIndex;
  entity: string;
  filters: readonly RecordFilter[];
  targets: readonly FilterTarget[];
  filterWords: FilterWords;
  onEdit: (target: FilterTarget) => void;
  onFilter: (subject: string, filter: null) => void;
  onClear: () => void;
};

/** What the list is narrowed by, each to be changed or taken away with one press. */
export function FilterPills(props: FilterPillsProps) {
  const { index, entity, filters, targets, filterWords, onEdit, onFilter, onClear } = props;
  const figureText = useFigureText(index, entity, filters);
  const { t, label, value } = filterWords;
  return (
    <>
      {filters.map((filter) => {
        const subject = subjectOf(filter);
        if (isFigureFilter(filter)) {
          const isWhole = filter.kind === 'statistic' || filter.kind === 'design';
          const text = figureText(filter);
          return <Pill isWhole={isWhole} key={subject} onRemove={() => onFilter(subject, null)} text={text} />;
        }
        const target = targetOf(targets, filter);
        if (target === undefined) return null;
        return (
          <Pill
            key={subject}
            onEdit={() => onEdit(target)}
            onRemove={() => onFilter(subject, null)}
            text={`${label(target)}: ${value(target, filter)}`}
          />
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

type PillProps = {
  text: string | null;
  /** Written out on a line of its own, however long. */
  isWhole?: boolean;
  /** Absent where a filter came with a figure: it is taken away or left. */
  onEdit?: () => void;
  onRemove: () => void;
};

function Pill({ text, isWhole = false, onEdit, onRemove }: PillProps) {
  const { t } = useTranslation();
  if (text === null) return null;
  return (
    <span className={classes.pill} data-whole={isWhole || undefined}>
      {onEdit === undefined ? (
        <span className={classes.pillText} title={text}>
          {text}
        </span>
      ) : (
        <UnstyledButton
          aria-label={t('lists:filter.edit', { filter: text })}
          className={classes.pillText}
          onClick={onEdit}
          title={text}
        >
          {text}
        </UnstyledButton>
      )}
      <button
        aria-label={t('records:list.removeFilter', { filter: text })}
        className={classes.pillRemove}
        onClick={onRemove}
        type="button"
      >
        ×
      </button>
    </span>
  );
}
