import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DesignFilter } from '#shared/contract/table-design.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { dayInterval } from '#shared/records/partial-date.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import type { OfferedField } from './offer.ts';
import type { DesignWords } from './use-design-words.ts';

export type RangeFilter = Extract<DesignFilter, { kind: 'number' | 'period' }>;

type RangeFieldsProps = {
  field: OfferedField;
  current: RangeFilter | null;
  disabled: boolean;
  words: DesignWords;
  /** null: nothing, or nothing readable, was typed. */
  onChange: (range: RangeFilter | null) => void;
};

type End = 'from' | 'to';

/** From and to, both included; of dates a year or a month may be typed. */
export function RangeFields({ field, current, disabled, words, onChange }: RangeFieldsProps) {
  const { t } = words;
  const formats = useFormats();
  const isDate = field.type === 'date';
  const [texts, setTexts] = useState({ from: written(current?.from, formats), to: written(current?.to, formats) });
  const read = (text: string, end: End): string | number | null | undefined =>
    isDate ? readDay(text, end, formats) : readNumber(text);
  const bounds = { from: read(texts.from, 'from'), to: read(texts.to, 'to') };
  const isReversed = bounds.from != null && bounds.to != null && bounds.from > bounds.to;
  const problem = isDate ? t('records:field.problem.date', typable(formats)) : t('records:field.problem.number');

  const type = (end: End, text: string): void => {
    const next = { ...texts, [end]: text };
    setTexts(next);
    const [from, to] = [read(next.from, 'from'), read(next.to, 'to')];
    const isReadable = from !== undefined && to !== undefined && !(from === null && to === null);
    const isOrdered = from == null || to == null || from <= to;
    const place = { entity: field.entity, field: field.id };
    const range = { kind: isDate ? 'period' : 'number', ...place, from, to } as RangeFilter;
    onChange(isReadable && isOrdered ? range : null);
  };
  const input = (end: End) => (
    <TextInput
      data-autofocus={end === 'from' || undefined}
      disabled={disabled}
      error={
        !disabled &&
        ((bounds[end] === undefined && problem) ||
          (end === 'to' &&
            isReversed &&
            t('lists:filter.reversed', { from: t('records:list.from'), to: t('records:list.to') })))
      }
      label={t(`records:list.${end}`)}
      onChange={(event) => type(end, event.currentTarget.value)}
      value={texts[end]}
    />
  );
  return (
    <>
      {input('from')}
      {input('to')}
    </>
  );
}

/** How a date may be typed, in the habit of the language. */
const typable = (formats: Formats) => ({
  year: formats.date('2019'),
  month: formats.date('2019-03'),
  day: formats.date('2019-03-14'),
});

const written = (bound: string | number | null | undefined, formats: Formats): string =>
  bound == null ? '' : typeof bound === 'number' ? String(bound) : formats.date(bound);

function readNumber(text: string): number | null | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return null;
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : undefined;
}

/** 2025 begins on 1 January and ends on 31 December. */
function readDay(text: string, end: End, formats: Formats): string | null | undefined {
  if (text.trim() === '') return null;
  const date = formats.parsePartialDate(text);
  const days = date === null ? null : dayInterval(date);
  if (days === null || days === undefined) return undefined;
  const millisecondsOfDay = 86_400_000;
  return new Date((end === 'from' ? days.earliest : days.latest) * millisecondsOfDay).toISOString().slice(0, 10);
}
