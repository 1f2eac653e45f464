import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '#shared/dictionary/derive-columns.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './menus.module.css';
import { moveFocus } from './move-focus.ts';

type ColumnMenuProps = {
  columns: readonly ListColumn[];
  shown: readonly string[];
  onChange: (columns: string[] | null) => void;
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
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only go to the next of its own controls. */}
        <div className={classes.chooser} onKeyDown={moveFocus}>
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
