import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordFilter } from '#shared/contract/record.ts';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { datesOf } from '../texts/date-examples.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './list.module.css';
import { firstDay, lastDay } from './list-view.ts';

type FilterEditorProps = {
  field: FieldDeclaration;
  current: RecordFilter | undefined;
  onApply: (filter: RecordFilter | null) => void;
};

/** Answer of a filter beside the codes: nothing was entered at all. */
export const notEntered = 'not_entered';
const manyChoices = 12;

/** Any of these codes, of the markers of the field, or not entered. */
export function CodesFilter({ field, current, onApply }: FilterEditorProps) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(
    current !== undefined && 'anyOf' in current ? current.anyOf : [],
  );
  const choices = [
    ...words.options(field.list ?? '').map((option) => ({ code: option.code, label: option.label })),
    ...field.missing.map((marker) => ({ code: marker as string, label: translate(markerTextKey(marker)) })),
    { code: notEntered, label: t('list.notEntered') },
  ];
  const folded = words.formats.fold(typed);
  const found = choices.filter((choice) => words.formats.fold(choice.label).includes(folded));
  const toggle = (code: string) =>
    setChosen(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  const apply = () => onApply(chosen.length === 0 ? null : { field: field.id, anyOf: [...chosen] });
  return (
    <form
      className={classes.chooser}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className={classes.chooserTitle}>{words.label(field)}</div>
      {choices.length > manyChoices && (
        <TextInput
          aria-label={t('list.findCode')}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={t('list.findCode')}
          value={typed}
        />
      )}
      <div className={classes.choices}>
        {found.map((choice) => (
          <Checkbox
            checked={chosen.includes(choice.code)}
            key={choice.code}
            label={choice.label}
            onChange={() => toggle(choice.code)}
          />
        ))}
      </div>
      <Group justify="flex-end">
        <Button type="submit">{t('list.apply')}</Button>
      </Group>
    </form>
  );
}

/** From and to, inclusive; a year or a month may be typed. */
export function PeriodFilter({ field, current, onApply }: FilterEditorProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { formats } = words;
  const range = current !== undefined && 'from' in current ? current : { from: null, to: null };
  const [from, setFrom] = useState(range.from === null ? '' : formats.date(range.from));
  const [to, setTo] = useState(range.to === null ? '' : formats.date(range.to));
  const read = (text: string) => (text.trim() === '' ? null : (formats.parsePartialDate(text) ?? undefined));
  const [first, last] = [read(from), read(to)];
  const problem = t('field.problem.date', datesOf(formats));
  const isReadable = first !== undefined && last !== undefined;
  const apply = () => {
    if (!isReadable) return;
    const bounds = { from: first === null ? null : firstDay(first), to: last === null ? null : lastDay(last) };
    onApply(bounds.from === null && bounds.to === null ? null : { field: field.id, ...bounds });
  };
  return (
    <form
      className={classes.chooser}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className={classes.chooserTitle}>{words.label(field)}</div>
      <TextInput
        data-autofocus
        error={first === undefined && problem}
        label={t('list.from')}
        onChange={(event) => setFrom(event.currentTarget.value)}
        value={from}
      />
      <TextInput
        error={last === undefined && problem}
        label={t('list.to')}
        onChange={(event) => setTo(event.currentTarget.value)}
        value={to}
      />
      <Group justify="flex-end">
        <Button disabled={!isReadable} type="submit">
          {t('list.apply')}
        </Button>
      </Group>
    </form>
  );
}
