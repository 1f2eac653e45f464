import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerState } from '#shared/contract/answer-states.ts';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { readTyped, typedText } from '../fields/typed-text.ts';
import { datesOf } from '../texts/date-examples.ts';
import { AnswerChoices } from './answer-choices.tsx';
import { FilterForm } from './filter-form.tsx';
import { firstDay, lastDay } from './list-view.ts';
import classes from './menus.module.css';
import type { FilterWords } from './use-filter-words.ts';

type RangeProps = {
  title: string;
  current: RecordFilter | undefined;
  onApply: (filter: RecordFilter | null) => void;
  filterWords: FilterWords;
};

type Bounds<T> = { readonly from: T | null; readonly to: T | null };

type RangeFilterProps<T> = RangeProps & {
  /** What stands in the boxes at first. */
  texts: readonly [string, string];
  /** undefined: what was typed is no bound. */
  read: (text: string, end: 'from' | 'to') => T | null | undefined;
  problem: string;
  filterOf: (bounds: Bounds<T>) => RecordFilter;
  /** Field of which it can also be asked whether it was answered. */
  field: string | null;
};

/** From and to, inclusive; or, of a field, whether it was answered at all. */
function RangeFilter<T>({
  title,
  texts,
  read,
  problem,
  filterOf,
  field,
  current,
  onApply,
  filterWords,
}: RangeFilterProps<T>) {
  const { t } = filterWords;
  const [from, setFrom] = useState(texts[0]);
  const [to, setTo] = useState(texts[1]);
  const [states, setStates] = useState<AnswerState[]>(current?.kind === 'answer' ? current.anyOf : []);
  const [first, last] = [read(from, 'from'), read(to, 'to')];
  const byAnswer = states.length > 0;
  const isReversed = first != null && last != null && first > last;
  const isReadable = first !== undefined && last !== undefined && !isReversed;
  const reversed = t('lists:filter.reversed', { from: t('records:list.from'), to: t('records:list.to') });
  const apply = () => {
    if (byAnswer && field !== null) onApply({ kind: 'answer', field, anyOf: states });
    else if (isReadable) onApply(first === null && last === null ? null : filterOf({ from: first, to: last }));
  };
  return (
    <FilterForm canApply={byAnswer || isReadable} onApply={apply} title={title}>
      <TextInput
        data-autofocus
        disabled={byAnswer}
        error={!byAnswer && first === undefined && problem}
        label={t('records:list.from')}
        onChange={(event) => setFrom(event.currentTarget.value)}
        value={from}
      />
      <TextInput
        disabled={byAnswer}
        error={!byAnswer && ((last === undefined && problem) || (isReversed && reversed))}
        label={t('records:list.to')}
        onChange={(event) => setTo(event.currentTarget.value)}
        value={to}
      />
      {field !== null && (
        <fieldset className={classes.byAnswer}>
          <legend>{t('lists:filter.byAnswer')}</legend>
          <AnswerChoices chosen={states} filterWords={filterWords} onChange={setStates} />
        </fieldset>
      )}
    </FilterForm>
  );
}

type DaysFilterProps = RangeProps & ({ kind: 'period'; field: string } | { kind: 'saved' | 'completed'; field: null });

/** A year or a month may be typed as a bound. */
export function DaysFilter({ kind, field, ...props }: DaysFilterProps) {
  const { formats } = props.filterWords.words;
  const { current } = props;
  const known = current?.kind === kind ? current : { from: null, to: null };
  const text = (day: string | null) => (day === null ? '' : formats.date(day));
  const read = (typed: string, end: 'from' | 'to') => {
    if (typed.trim() === '') return null;
    const date = formats.parsePartialDate(typed);
    return date === null ? undefined : end === 'from' ? firstDay(date) : lastDay(date);
  };
  return (
    <RangeFilter
      field={field}
      filterOf={(bounds) => (kind === 'period' ? { kind, field, ...bounds } : { kind, ...bounds })}
      problem={props.filterWords.t('records:field.problem.date', datesOf(formats))}
      read={read}
      texts={[text(known.from), text(known.to)]}
      {...props}
    />
  );
}

/** A number, or an amount with its decimals as the language writes them. */
export function NumbersFilter({ field, ...props }: RangeProps & { field: FieldDeclaration }) {
  const { current } = props;
  const { t } = props.filterWords;
  const known = current?.kind === 'number' ? current : { from: null, to: null };
  const { formats } = props.filterWords.words;
  const text = (bound: number | null) => typedText(field, bound, formats);
  const read = (typed: string) => {
    const reading = readTyped(field, typed, formats);
    return 'value' in reading ? (reading.value as number | null) : undefined;
  };
  return (
    <RangeFilter
      field={field.id}
      filterOf={(bounds) => ({ kind: 'number', field: field.id, ...bounds })}
      problem={t(field.type === 'int' ? 'records:field.problem.wholeNumber' : 'records:field.problem.number')}
      read={read}
      texts={[text(known.from), text(known.to)]}
      {...props}
    />
  );
}
