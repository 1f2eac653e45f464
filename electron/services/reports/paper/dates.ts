/** Dates on paper, in the order and with the signs of the language. */
import type { Formats } from '#shared/locale/formats.ts';
import type { Translate } from '../texts.ts';

export type DatePart = { readonly part: 'day' | 'month' | 'year' } | { readonly sign: string };

/** A day of which no figure is like another tells where each part stands. */
const probe = '2019-12-30';
const parts = { '30': 'day', '12': 'month', '2019': 'year' } as const;

/** Day, month and year with what the language puts between them. */
export const datePartsOf = (formats: Formats): readonly DatePart[] =>
  (formats.date(probe).match(/\d+|\D+/g) ?? []).map((text) => {
    const part = parts[text as keyof typeof parts];
    return part === undefined ? { sign: text.trim() } : { part };
  });

export const lengthOf = { day: 2, month: 2, year: 4 } as const;

/** `dd.mm.yyyy` with the letters of the language. */
export const datePattern = (formats: Formats, t: Translate): string =>
  datePartsOf(formats)
    .map((each) => ('part' in each ? t(`paper:date.${each.part}`).repeat(lengthOf[each.part]) : each.sign))
    .join('');

/** Figures of a stated date by part; a part that is not known is empty. null: not a single date. */
export function figuresOf(iso: string): Readonly<Record<'day' | 'month' | 'year', string>> | null {
  const [, year, month = '', day = ''] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? [];
  return year === undefined ? null : { year, month, day };
}
