/** Turns what is typed into a value; a problem where it is not one (yet). */
import { isGiven } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { birthsOfAge } from '#shared/records/age.ts';
import { parseCode } from '#shared/records/check-character.ts';
import { dayInterval, dayNumber, statedInterval } from '#shared/records/partial-date.ts';
import type { FieldValue } from '#shared/records/record.ts';

export type TypingProblem =
  | { readonly problem: 'number' | 'wholeNumber' | 'date' | 'wholeDate' | 'recordCode' }
  | { readonly problem: 'between' | 'atLeast' | 'atMost'; readonly min: string; readonly max: string };
export type Reading = { readonly value: FieldValue } | TypingProblem;

/**
 * Both decimal signs are accepted in every language. A single sign parts thousands only where it does so in the
 * language and three digits follow; of two different signs the last one is the decimal sign.
 */
function plainNumber(text: string, formats: Formats): string {
  const typed = text.replace(/\s/g, '');
  const [sign, ...others] = [...typed.matchAll(/[.,]/g)].map(([found]) => found);
  if (sign === undefined) return typed;
  const last = others.at(-1);
  if (last !== undefined && last !== sign) return typed.replaceAll(sign, '').replace(last, '.');
  const group = formats.number(1234, 0).replace(/\d/g, '');
  const partsThousands = others.length > 0 || (sign === group && /^-?\d{1,3}[.,]\d{3}$/.test(typed));
  return partsThousands ? typed.replaceAll(sign, '') : typed.replace(sign, '.');
}

function readNumber(text: string, isWhole: boolean, formats: Formats): Reading {
  const plain = plainNumber(text, formats);
  if (!/^-?\d+(\.\d{1,2})?$/.test(plain)) return { problem: isWhole ? 'wholeNumber' : 'number' };
  if (isWhole && !/^-?\d+$/.test(plain)) return { problem: 'wholeNumber' };
  return { value: Number(plain) };
}

function readDate(text: string, isPartial: boolean, formats: Formats): Reading {
  const date = formats.parsePartialDate(text);
  if (date === null) return { problem: isPartial ? 'date' : 'wholeDate' };
  return isPartial || date.length === 10 ? { value: date } : { problem: 'wholeDate' };
}

const firstDay = (date: string): number => dayInterval(date)?.earliest ?? 0;
const lastDay = (date: string): number => dayInterval(date)?.latest ?? 0;

/** The bounds of the dictionary; a date known in part is outside only with all its days. */
function withinBounds(field: FieldDeclaration, reading: Reading, formats: Formats): Reading {
  if (!('value' in reading)) return reading;
  const { value } = reading;
  const { min, max } = field;
  const isBelow =
    typeof value === 'number'
      ? typeof min === 'number' && value < min
      : typeof value === 'string' && typeof min === 'string' && lastDay(value) < lastDay(min);
  const isAbove =
    typeof value === 'number'
      ? typeof max === 'number' && value > max
      : typeof value === 'string' && typeof max === 'string' && firstDay(value) > firstDay(max);
  if (!isBelow && !isAbove) return reading;
  const shown = { min: boundText(field, min, formats), max: boundText(field, max, formats) };
  return { problem: max === undefined ? 'atLeast' : min === undefined ? 'atMost' : 'between', ...shown };
}

function boundText(field: FieldDeclaration, bound: number | string | undefined, formats: Formats): string {
  return bound === undefined ? '' : typedText(field, bound, formats);
}

/** A birth date typed as an age on a day: an interval of birthdays. */
function readBirth(text: string, ageDay: string | undefined, formats: Formats): Reading | null {
  const day = ageDay === undefined ? undefined : dayNumber(ageDay);
  const ages = day === undefined ? null : formats.parseAge(text);
  if (ages === null || day === undefined) return null;
  const { earliest } = birthsOfAge(ages.most, day);
  const { latest } = birthsOfAge(ages.least, day);
  return { value: statedInterval({ earliest, latest }) };
}

/** `ageDay`: the day on which an age is counted, where one may be typed for a date. */
export function readTyped(field: FieldDeclaration, text: string, formats: Formats, ageDay?: string): Reading {
  if (text.trim() === '') return { value: null };
  if (field.meta === 'code' || isGiven(field))
    return parseCode(text) === null ? { problem: 'recordCode' } : { value: text.trim() };
  switch (field.type) {
    case 'int':
      return withinBounds(field, readNumber(text, true, formats), formats);
    case 'decimal':
      return withinBounds(field, readNumber(text, false, formats), formats);
    case 'date':
      return withinBounds(field, readDate(text, false, formats), formats);
    case 'partial_date':
      return withinBounds(field, readBirth(text, ageDay, formats) ?? readDate(text, true, formats), formats);
    default:
      return { value: text };
  }
}

/** True where no figure could follow and still leave a value: a whole date, a month of a year, a number near its bound. */
export function isFinished({ type, max }: FieldDeclaration, figures: string): boolean {
  if (!/^\d+$/.test(figures)) return false;
  if (type === 'date') return figures.length === 8;
  // Six figures are a month and its year: the first two of that year are no month, so they begin no whole date.
  if (type === 'partial_date') return figures.length === 8 || figures.length === 6;
  return type === 'int' && typeof max === 'number' && Number(figures) * 10 > max;
}

/** How a value stands in its field while nobody is typing. */
export function typedText(field: FieldDeclaration, value: FieldValue, formats: Formats): string {
  // Years are whole numbers too: no sign between thousands.
  if (typeof value === 'number') return field.type === 'decimal' ? formats.number(value, 2) : String(value);
  if (typeof value !== 'string') return '';
  return field.type === 'date' || field.type === 'partial_date' ? formats.date(value) : value;
}
