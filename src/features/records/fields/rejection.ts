/** What speed mode does not take from the keyboard, and why. */
import { beginsShortCode, type CodeOption, namedRetired, numbered } from './code-options.ts';

export type Rejection =
  | { readonly why: 'digitsOnly' }
  | { readonly why: 'noSuchNumber'; readonly typed: string; readonly most: string }
  | { readonly why: 'noSuchLetters'; readonly typed: string }
  | { readonly why: 'noValue'; readonly typed: string }
  /** The number of an entry that is not chosen any more; replaced: with the one to be typed in its place. */
  | { readonly why: 'retired'; readonly entry: string; readonly remark: string }
  | { readonly why: 'replaced'; readonly entry: string; readonly remark: string; readonly successor: string };

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
  if (fits) return null;
  const retired = namedRetired(options, typed, fold);
  if (retired === null) return { why: 'noSuchNumber', typed, most: String(Math.max(0, ...numbers)) };
  const { option, successor } = retired;
  const named = { entry: numbered(option), remark: option.entry?.remark ?? '' };
  return successor === null
    ? { why: 'retired', ...named }
    : { why: 'replaced', ...named, successor: numbered(successor) };
}

/** Dates and numbers are typed on the number pad: figures and the signs between them. */
export const rejectedFigures = (typed: string): Rejection | null =>
  /^[\d.,/-]*$/.test(typed) ? null : { why: 'digitsOnly' };
