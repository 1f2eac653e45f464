import { useTranslation } from 'react-i18next';
import type { FieldFilter, RecordFilter } from '#shared/contract/record.ts';
import type { RecordState } from '#shared/contract/shapes.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey, markerTextKey } from '#shared/dictionary/text-keys.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { useWords } from '../texts/use-words.ts';
import { notEntered } from './filter-editors.tsx';
import classes from './list.module.css';
import { isFieldFilter } from './list-view.ts';
import { useQualityText } from './quality-text.ts';

type FilterPillsProps = {
  index: RegisterIndex;
  entity: string;
  states: readonly RecordState[];
  filters: readonly RecordFilter[];
  onStates: (states: readonly RecordState[]) => void;
  onFilters: (filters: readonly RecordFilter[]) => void;
};

/** What the list is narrowed by, each to be taken away with one press. */
export function FilterPills({ index, entity, states, filters, onStates, onFilters }: FilterPillsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const qualityText = useQualityText(index, entity, filters);
  const isMarker = (code: string) => (missingMarkers as readonly string[]).includes(code);
  const codeText = (list: string, code: string) => {
    if (code === notEntered) return t('records:list.notEntered');
    return isMarker(code) ? t(markerTextKey(code)) : words.code(list, code);
  };
  const period = (from: string | null, to: string | null) => {
    const [first, last] = [from, to].map((day) => (day === null ? '' : words.formats.date(day)));
    if (to === null) return t('records:list.since', { from: first });
    return from === null ? t('records:list.until', { to: last }) : `${first}–${last}`;
  };
  const fieldText = (filter: FieldFilter) => {
    const field = index.findField(entity, filter.field);
    if (field === undefined) return null;
    const value =
      'anyOf' in filter
        ? filter.anyOf.map((code) => codeText(field.list ?? '', code)).join(', ')
        : period(filter.from, filter.to);
    return `${words.label(field)}: ${value}`;
  };
  return (
    <>
      {states.length > 0 && (
        <Pill
          onRemove={() => onStates([])}
          text={`${t('records:list.state')}: ${states.map((state) => t(codeTextKey('RECSTAT', state))).join(', ')}`}
        />
      )}
      {filters.map((filter) => {
        const text = isFieldFilter(filter) ? fieldText(filter) : qualityText(filter);
        if (text === null) return null;
        return <Pill key={text} onRemove={() => onFilters(filters.filter((other) => other !== filter))} text={text} />;
      })}
    </>
  );
}

function Pill({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useTranslation('records');
  return (
    <span className={classes.pill}>
      <span className={classes.pillText} title={text}>
        {text}
      </span>
      <button
        aria-label={t('list.removeFilter', { filter: text })}
        className={classes.pillRemove}
        onClick={onRemove}
        type="button"
      >
        ×
      </button>
    </span>
  );
}
