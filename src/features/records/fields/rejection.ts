/** What speed mode does not take from the keyboard, and why. */
import { beginsShortCode, type CodeOption } from './code-options.ts';

export type Rejection =
  | { readonly why: 'digitsOnly' }
  | { readonly why: 'noSuchNumber'; readonly typed: string; readonly most: string }
  | { readonly why: 'noSuchLetters'; readonly typed: string }
  | { readonly why: 'noValue'; readonly typed: string };

/** Nothing but a number that begins or is one of the list; of a list without numbers, the letters of its short codes. */
export function rejectedCode(
  options: readonly CodeOption[],
  typed: string,
  fold: (text: string) => string,
): Rejection | null {
  const numbers = options.flatMap(({ offered, number }) => (offered && number !== null ? [number] : []));
  if (numbers.length === 0 && options.length > 0)
    return beginsShortCode(options, typed, fold) ? null : { why: 'noSuchLetters', typed };
  if (!/^\d*$/.test(typed)) return { why: 'digitsOnly' };
  const fits = typed === '' || numbers.some((number) => String(number).startsWith(typed));
  return fits ? null : { why: 'noSuchNumber', typed, most: String(Math.max(0, ...numbers)) };
}

/** Dates and numbers are typed on the number pad: figures and the signs between them. */
export const rejectedFigures = (typed: string): Rejection | null =>
  /^[\d.,/-]*$/.test(typed) ? null : { why: 'digitsOnly' };
