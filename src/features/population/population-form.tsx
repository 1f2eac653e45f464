import { Button, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figuresOf, type PopulationYear, withSums, wrongSums } from '#shared/statistics/population/population.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { isFocusLost } from '../../ui/use-focus-back.ts';
import classes from './population.module.css';
import { PopulationGrid } from './population-grid.tsx';
import { decimalSign, readCells, type TypedCells, typedFrom } from './typed-population.ts';

type PopulationFormProps = {
  year: number;
  /** As it is kept; undefined where nothing was entered. */
  stored: PopulationYear | undefined;
  /** The newest year before it, to begin from. */
  before: PopulationYear | undefined;
  readOnly: boolean;
  /** Told while something is typed that is not saved. */
  onDirty: (isDirty: boolean) => void;
};

/** One year: figures by sex and age, where they come from, and the sums that have to hold. */
export function PopulationForm({ year, stored, before, readOnly, onDirty }: PopulationFormProps) {
  const { t } = useTranslation('population');
  const formats = useFormats();
  const failure = useFailureText();
  const messages = useId();
  const write = (persons: number) => formats.number(persons, 0);
  const kept = () => typedFrom(figuresOf(stored?.cells ?? []), write);
  const [typed, setTyped] = useState<TypedCells>(kept);
  const [source, setSource] = useState(stored?.source ?? '');
  const [isDirty, setDirty] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const save = useCall('population.save', ['population.list', 'statistics.table', 'statistics.trend']);
  const { cells, unreadable } = readCells(typed, decimalSign(formats));
  const entered = figuresOf(cells);
  const wrong = wrongSums(entered);
  const isSourceMissing = source.trim().length < 2;
  const isReady = isDirty && cells.length > 0 && unreadable.length === 0 && wrong.length === 0 && !isSourceMissing;

  const touch = (dirty: boolean) => {
    setDirty(dirty);
    onDirty(dirty);
  };
  const change = (next: TypedCells) => {
    save.reset();
    setTyped(next);
    touch(true);
  };
  const discard = () => {
    setTyped(kept());
    setSource(stored?.source ?? '');
    touch(false);
  };
  const submit = () => save.mutate({ year, source: source.trim(), cells }, { onSuccess: () => touch(false) });
  const remove = () =>
    save.mutate(
      { year, source: stored?.source ?? '', cells: [] },
      {
        onSuccess: () => {
          setRemoving(false);
          setTyped(new Map());
          setSource('');
          touch(false);
        },
      },
    );

  return (
    <Panel
      className={classes.panel}
      note={readOnly ? t('readOnly') : t('gridNote')}
      title={t('ofYear', { year: String(year) })}
    >
      <div className={classes.above}>
        <TextInput
          className={classes.source}
          description={t('sourceHint')}
          label={t('source')}
          maxLength={200}
          onChange={(event) => {
            save.reset();
            setSource(event.currentTarget.value);
            touch(true);
          }}
          readOnly={readOnly}
          required
          value={source}
        />
        {!readOnly && before !== undefined && (
          <Button onClick={() => change(typedFrom(figuresOf(before.cells), write))} variant="default">
            {t('takeOver', { year: String(before.year) })}
          </Button>
        )}
      </div>
      <div className={classes.scroll}>
        <PopulationGrid
          caption={t('ofYear', { year: String(year) })}
          describedBy={messages}
          figures={withSums(entered)}
          onChange={change}
          readOnly={readOnly}
          typed={typed}
          wrong={new Set([...unreadable, ...wrong])}
        />
      </div>
      <div className={classes.foot}>
        <div className={classes.messages} id={messages} role="status">
          {unreadable.length > 0 && <p>{t('unreadable')}</p>}
          {wrong.length > 0 && <p>{t('wrongSum')}</p>}
          {isDirty && cells.length > 0 && isSourceMissing && <p>{t('sourceNeeded')}</p>}
        </div>
        {!readOnly && (
          <div className={classes.buttons}>
            <Button disabled={!isReady} loading={save.isPending} onClick={submit}>
              {t('common:save')}
            </Button>
            <Button disabled={!isDirty} onClick={discard} variant="default">
              {t('discard')}
            </Button>
            {stored !== undefined && (
              <Button className={classes.remove} onClick={() => setRemoving(true)} variant="subtle">
                {t('remove', { year: String(year) })}
              </Button>
            )}
            {save.isSuccess && !isDirty ? <Saved text={t('saved', { year: String(year) })} /> : null}
          </div>
        )}
      </div>
      <FailureNotice text={failure(save.error)} />
      <ConfirmDialog
        action={t('remove', { year: String(year) })}
        busy={save.isPending}
        dangerous
        onClose={() => setRemoving(false)}
        onConfirm={remove}
        opened={isRemoving}
        title={t('removeTitle', { year: String(year) })}
      >
        {t('removeNote')}
      </ConfirmDialog>
    </Panel>
  );
}

/** Saving takes the focus with its button: who works by keyboard goes on from here. */
function Saved({ text }: { text: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isFocusLost()) place.current?.focus();
  }, []);
  return (
    <span ref={place} role="status" tabIndex={-1}>
      {text}
    </span>
  );
}
