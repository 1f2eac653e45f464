import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { CodeOption } from '../fields/code-options.ts';
import { OptionList, optionId } from '../fields/option-list.tsx';
import type { FilterTarget } from './filter-targets.ts';
import classes from './menus.module.css';
import type { FilterWords } from './use-filter-words.ts';

type FilterChooserProps = {
  index: RegisterIndex;
  entity: string;
  targets: readonly FilterTarget[];
  /** Subjects that are narrowed already. */
  inUse: readonly string[];
  filterWords: FilterWords;
  onChoose: (target: FilterTarget) => void;
};

/** What to narrow the list by: typing finds a field by its name or number, the arrows go through what was found. */
export function FilterChooser({ index, entity, targets, inUse, filterWords, onChoose }: FilterChooserProps) {
  const { t, words, label } = filterWords;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const folded = words.formats.fold(typed);
  const number = typed.trim().toLowerCase();
  const found = targets.filter(
    (target) =>
      words.formats.fold(label(target)).includes(folded) ||
      ('filter' in target && target.filter.field.no.toLowerCase() === number),
  );
  const options = found.map((target): CodeOption => {
    const holder = 'filter' in target ? target.filter.field.entity : entity;
    const hint = 'filter' in target ? (holder === entity ? target.filter.field.no : words.entity(holder, 1)) : null;
    return {
      code: target.subject,
      label: label(target),
      hint,
      number: null,
      definition: null,
      folded: '',
      offered: true,
    };
  });
  const at = Math.min(active, found.length - 1);
  const choose = (chosen: number) => {
    const target = found[chosen];
    if (target !== undefined) onChoose(target);
  };
  const move = (step: number) => setActive((at + step + found.length) % Math.max(1, found.length));
  return (
    <div className={classes.chooser}>
      <TextInput
        aria-activedescendant={found.length === 0 ? undefined : optionId(listId, at)}
        aria-controls={listId}
        aria-expanded
        aria-label={t('records:list.findField')}
        autoComplete="off"
        data-autofocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose(at);
          else if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else return;
          event.preventDefault();
        }}
        placeholder={t('records:list.findField')}
        role="combobox"
        spellCheck={false}
        value={typed}
      />
      <OptionList
        active={at}
        chosen={inUse}
        id={listId}
        label={t('lists:filter.what', { entity: words.entity(index.rootOf(entity).id, 2) })}
        multiple={false}
        onActive={setActive}
        onChoose={({ code }) => choose(found.findIndex(({ subject }) => subject === code))}
        options={options}
      />
    </div>
  );
}
