import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { type AnswerState, answerStates } from '#shared/contract/answer-states.ts';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import { recordStates } from '#shared/contract/shapes.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { FindField } from '../../../ui/find-field.tsx';
import { AnswerChoices } from './answer-choices.tsx';
import { FilterForm } from './filter-form.tsx';
import type { FilterTarget, MetaKind } from './filter-targets.ts';
import classes from './menus.module.css';
import { DaysFilter, NumbersFilter } from './range-filters.tsx';
import type { FilterWords } from './use-filter-words.ts';

type EditorProps = {
  current: RecordFilter | undefined;
  onApply: (filter: RecordFilter | null) => void;
  filterWords: FilterWords;
};

/** The form in which a filter is set. */
export function FilterEditor({ target, ...props }: EditorProps & { target: FilterTarget }) {
  if ('meta' in target) return <MetaFilter meta={target.meta} {...props} />;
  const { field, kind } = target.filter;
  const title = props.filterWords.label(target);
  switch (kind) {
    case 'codes':
      return <CodesFilter field={field} title={title} {...props} />;
    case 'period':
      return <DaysFilter field={field.id} kind="period" title={title} {...props} />;
    case 'number':
      return <NumbersFilter field={field} title={title} {...props} />;
    case 'answer':
      return <AnswerFilter field={field} title={title} {...props} />;
  }
}

type FieldFilterProps = EditorProps & { field: FieldDeclaration; title: string };

const manyChoices = 12;
const reasons = answerStates.filter((state) => state !== 'answered');

/** Any of these codes, of the reasons for none, or any answer at all. */
function CodesFilter({ field, title, current, onApply, filterWords }: FieldFilterProps) {
  const { words, t } = filterWords;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(
    current?.kind === 'codes' || current?.kind === 'answer' ? current.anyOf : [],
  );
  const folded = words.formats.fold(typed);
  const fits = (label: string) => words.formats.fold(label).includes(folded);
  const options = words.options(field.list ?? '');
  const found = options.filter(
    ({ label, code }) => fits(label) || (typed !== '' && code.toLowerCase() === typed.toLowerCase()),
  );
  const toggle = (code: string) =>
    setChosen(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  const states = answerStates.filter((state) => chosen.includes(state));
  const apply = () => {
    if (chosen.length === 0) onApply(null);
    else if (states.includes('answered')) onApply({ kind: 'answer', field: field.id, anyOf: states });
    else onApply({ kind: 'codes', field: field.id, anyOf: [...chosen] });
  };
  const isListed = (state: AnswerState) => options.some(({ code }) => code === state);
  return (
    <FilterForm onApply={apply} title={title}>
      {options.length > manyChoices && (
        <FindField label={t('records:list.findCode')} onChange={setTyped} value={typed} />
      )}
      <div className={classes.choices}>
        {found.map(({ code, label }) => (
          <Checkbox checked={chosen.includes(code)} key={code} label={label} onChange={() => toggle(code)} />
        ))}
        <AnswerChoices
          chosen={states}
          filterWords={filterWords}
          onChange={(next) =>
            setChosen([...chosen.filter((code) => !answerStates.includes(code as AnswerState)), ...next])
          }
          states={answerStates.filter((state) => !isListed(state) && fits(filterWords.answer(state)))}
        />
      </div>
    </FilterForm>
  );
}

function AnswerFilter({ field, title, current, onApply, filterWords }: FieldFilterProps) {
  const [chosen, setChosen] = useState<AnswerState[]>(current?.kind === 'answer' ? current.anyOf : []);
  const apply = () => onApply(chosen.length === 0 ? null : { kind: 'answer', field: field.id, anyOf: chosen });
  return (
    <FilterForm onApply={apply} title={title}>
      <div className={classes.choices}>
        <AnswerChoices
          chosen={chosen}
          filterWords={filterWords}
          onChange={setChosen}
          states={['answered', ...reasons]}
        />
      </div>
    </FilterForm>
  );
}

function MetaFilter({ meta, ...props }: EditorProps & { meta: MetaKind }) {
  const { t, authors } = props.filterWords;
  const title = t(`lists:filter.${meta}`);
  switch (meta) {
    case 'state':
      return (
        <ChoiceFilter
          choices={recordStates.map((state) => ({ value: state, label: t(codeTextKey('RECSTAT', state)) }))}
          filterOf={(anyOf) => ({ kind: 'state', anyOf })}
          title={title}
          {...props}
        />
      );
    case 'enteredBy':
      return (
        <ChoiceFilter
          choices={authors
            .map(({ id, displayName }) => ({ value: id, label: displayName }))
            .sort((a, b) => props.filterWords.words.formats.compare(a.label, b.label))}
          filterOf={(anyOf) => ({ kind: 'enteredBy', anyOf })}
          title={title}
          {...props}
        />
      );
    case 'saved':
    case 'completed':
      return <DaysFilter field={null} kind={meta} title={title} {...props} />;
    case 'identity':
      return <EitherFilter kind="identity" texts={['hasIdentity', 'hasNoIdentity']} title={title} {...props} />;
    case 'archived':
      return <EitherFilter kind="archived" texts={['isArchived', 'isNotArchived']} title={title} {...props} />;
  }
}

type ChoiceFilterProps<T extends string> = EditorProps & {
  title: string;
  choices: readonly { readonly value: T; readonly label: string }[];
  filterOf: (chosen: T[]) => RecordFilter;
};

function ChoiceFilter<T extends string>({ title, choices, filterOf, current, onApply }: ChoiceFilterProps<T>) {
  const before: readonly string[] = current !== undefined && 'anyOf' in current ? current.anyOf : [];
  const [chosen, setChosen] = useState(choices.map(({ value }) => value).filter((value) => before.includes(value)));
  return (
    <FilterForm onApply={() => onApply(chosen.length === 0 ? null : filterOf(chosen))} title={title}>
      <div className={classes.choices}>
        {choices.map(({ value, label }) => (
          <Checkbox
            checked={chosen.includes(value)}
            key={value}
            label={label}
            onChange={() =>
              setChosen(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
            }
          />
        ))}
      </div>
    </FilterForm>
  );
}

type EitherFilterProps = EditorProps & {
  title: string;
  kind: 'identity' | 'archived';
  texts: readonly [string, string];
};

function EitherFilter({ title, kind, texts, current, onApply, filterWords: { t } }: EitherFilterProps) {
  const before = current !== undefined && 'is' in current ? current.is : null;
  const [chosen, setChosen] = useState(before === null ? '' : before ? 'yes' : 'no');
  return (
    <FilterForm canApply={chosen !== ''} onApply={() => onApply({ kind, is: chosen === 'yes' })} title={title}>
      <Radio.Group aria-label={title} onChange={setChosen} value={chosen}>
        <div className={classes.choices}>
          <Radio label={t(`lists:filter.${texts[0]}`)} value="yes" />
          <Radio label={t(`lists:filter.${texts[1]}`)} value="no" />
        </div>
      </Radio.Group>
    </FilterForm>
  );
}
