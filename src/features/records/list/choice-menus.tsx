import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecordState, recordStates } from '#shared/contract/shapes.ts';
import type { ListColumn } from '#shared/dictionary/derive-columns.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './list.module.css';

type ColumnMenuProps = {
  columns: readonly ListColumn[];
  shown: readonly string[];
  onChange: (columns: readonly string[] | null) => void;
};

/** Which fields of the record the list shows. */
export function ColumnMenu({ columns, shown, onChange }: ColumnMenuProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const [typed, setTyped] = useState('');
  const folded = words.formats.fold(typed);
  const found = columns.filter(({ field }) => words.formats.fold(words.label(field)).includes(folded));
  return (
    <Popover position="bottom-end" returnFocus shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default">{t('list.columns')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.chooser}>
          <TextInput
            aria-label={t('list.findField')}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
            placeholder={t('list.findField')}
            value={typed}
          />
          <div className={classes.choices}>
            {found.map(({ field }) => (
              <Checkbox
                checked={shown.includes(field.id)}
                key={field.id}
                label={words.label(field)}
                onChange={() =>
                  onChange(shown.includes(field.id) ? shown.filter((id) => id !== field.id) : [...shown, field.id])
                }
              />
            ))}
          </div>
          <Button onClick={() => onChange(null)} variant="default">
            {t('list.usualColumns')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

type StateMenuProps = { states: readonly RecordState[]; onChange: (states: readonly RecordState[]) => void };

export function StateMenu({ states, onChange }: StateMenuProps) {
  const { t } = useTranslation();
  const toggle = (state: RecordState) =>
    onChange(states.includes(state) ? states.filter((other) => other !== state) : [...states, state]);
  return (
    <Popover position="bottom-start" returnFocus shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default">{t('records:list.state')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.choices}>
          {recordStates.map((state) => (
            <Checkbox
              checked={states.includes(state)}
              key={state}
              label={t(codeTextKey('RECSTAT', state))}
              onChange={() => toggle(state)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
