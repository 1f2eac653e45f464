import { Button, Group } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './menus.module.css';
import { moveFocus } from './move-focus.ts';

type FilterFormProps = { title: string; children: ReactNode; canApply?: boolean; onApply: () => void };

/** The frame of every filter: Enter applies it, the arrows go from choice to choice. */
export function FilterForm({ title, children, canApply = true, onApply }: FilterFormProps) {
  const { t } = useTranslation('records');
  const form = useRef<HTMLFormElement>(null);
  // The control that had the keyboard before is gone: the menu puts this form in its place.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus], input')?.focus(), []);
  return (
    <form
      aria-label={title}
      className={classes.chooser}
      onKeyDown={moveFocus}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canApply) onApply();
      }}
    >
      <div className={classes.chooserTitle}>{title}</div>
      {children}
      <Group justify="flex-end">
        <Button disabled={!canApply} type="submit">
          {t('list.apply')}
        </Button>
      </Group>
    </form>
  );
}
