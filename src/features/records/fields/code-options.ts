/** What a code field offers, and how typing finds it. */
import { type InUse, isInUse } from '#shared/records/in-use.ts';

/** An entry of a list that the installation keeps. */
interface KeptEntry extends InUse {
  /** Code of the entry that took its place. */
  readonly successor: string | null;
  /** In words: from when or until when it is in use, and what took its place; null where it is always in use. */
  readonly remark: string | null;
}

export interface CodeOption {
  readonly code: string;
  /** Position in its list, by which officers learn to choose; reference lists have none. */
  readonly number: number | null;
  readonly label: string;
  /** Short code shown at the right, such as XKX. */
  readonly hint: string | null;
  readonly definition: string | null;
  /** Label without diacritics and case, as typing is compared. */
  readonly folded: string;
  /** False for codes that stay readable but are no longer, or never, chosen by hand. */
  readonly offered: boolean;
  readonly entry?: KeptEntry;
}

/** Of the entries that the installation keeps, those are offered that were in use on one of these days. */
export function offeredOn(options: readonly CodeOption[], days: readonly string[]): readonly CodeOption[] {
  const isOut = ({ entry }: CodeOption) => entry !== undefined && !days.some((day) => isInUse(entry, day));
  return options.some(isOut) ? options.map((each) => (isOut(each) ? { ...each, offered: false } : each)) : options;
}

const noMatch = 5;
/** Figures in a label count from here on: shorter ones are the numbers of entries, as officers have learnt them. */
const fewestFigures = 3;

const wordsIn = (folded: string): readonly string[] => folded.split(/[\s/,()-]+/);
/** An article of law is known by its own number, which stands in its name. */
const isNamedBy = ({ folded }: CodeOption, figures: string): boolean =>
  figures.length >= fewestFigures && wordsIn(folded).some((word) => word.startsWith(figures));

function rank(option: CodeOption, text: string, folded: string): number {
  if (option.number !== null && /^\d+$/.test(text)) {
    const number = String(option.number);
    if (number === text) return 0;
    if (number.startsWith(text)) return 3;
    return isNamedBy(option, text) ? 4 : noMatch;
  }
  if (option.hint !== null && option.hint.toLowerCase() === text.toLowerCase()) return 0;
  if (option.folded.startsWith(folded)) return 1;
  if (wordsIn(option.folded).some((word) => word.startsWith(folded))) return 2;
  return option.folded.includes(folded) ? 4 : noMatch;
}

/** The options that fit what was typed, the best first; all of them where nothing was typed. */
export function findOptions(
  options: readonly CodeOption[],
  text: string,
  fold: (text: string) => string,
): CodeOption[] {
  const offered = options.filter((option) => option.offered);
  const typed = text.trim();
  if (typed === '') return offered;
  const folded = fold(typed);
  return offered
    .map((option, at) => ({ option, at, rank: rank(option, typed, folded) }))
    .filter((found) => found.rank < noMatch)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map((found) => found.option);
}

/** The option that a number names, once no further digit could name another one. */
export function unambiguousOption(options: readonly CodeOption[], text: string): CodeOption | null {
  const typed = text.trim();
  if (!/^\d+$/.test(typed)) return null;
  const fitting = options.filter(
    ({ offered, number }) => offered && number !== null && String(number).startsWith(typed),
  );
  const [only, ...others] = fitting;
  return only !== undefined && others.length === 0 && String(only.number) === typed ? only : null;
}

/** Latin capitals of what was typed, on a Cyrillic keyboard too. */
const lettersOf = (text: string, fold: (text: string) => string): string =>
  text
    .trim()
    .replace(/[^\p{ASCII}]/gu, fold)
    .toUpperCase();

/** Lists without numbers, such as the countries, are chosen in speed mode by the short code of their entries. */
export function beginsShortCode(options: readonly CodeOption[], text: string, fold: (text: string) => string): boolean {
  const letters = lettersOf(text, fold);
  return options.some(({ offered, hint }) => offered && hint?.startsWith(letters));
}

/** The option whose short code was typed in full. */
export function optionOfShortCode(
  options: readonly CodeOption[],
  text: string,
  fold: (text: string) => string,
): CodeOption | null {
  const letters = lettersOf(text, fold);
  return options.find(({ offered, number, hint }) => offered && number === null && hint === letters) ?? null;
}

/** The only option that a text left in the field can mean, if there is one. */
export function resolveText(
  options: readonly CodeOption[],
  text: string,
  fold: (text: string) => string,
): CodeOption | null {
  const found = findOptions(options, text, fold);
  const folded = fold(text.trim());
  const exact = found.find((option) => option.folded === folded || String(option.number) === text.trim());
  if (exact !== undefined) return exact;
  // A retired entry was named whole: an offered one that only begins like it is another one.
  if (namedRetired(options, text, fold) !== null) return null;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** An entry that is not offered any more, and what took its place as far as that is offered. */
export interface RetiredMatch {
  readonly option: CodeOption;
  readonly successor: CodeOption | null;
}

/** Follows the replacements of a retired entry to one that is offered. */
function successorOf(options: readonly CodeOption[], { code, entry }: CodeOption): CodeOption | null {
  const seen = new Set([code]);
  let next = entry?.successor ?? null;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const found = options.find((option) => option.code === next);
    if (found?.offered) return found;
    next = found?.entry?.successor ?? null;
  }
  return null;
}

/** Retired entries that what was typed names by number or name, the best first. */
export function findRetired(
  options: readonly CodeOption[],
  text: string,
  fold: (text: string) => string,
): RetiredMatch[] {
  const typed = text.trim();
  if (typed === '') return [];
  const folded = fold(typed);
  const isFigures = /^\d+$/.test(typed);
  const fits = (option: CodeOption, at: number) => (isFigures ? at === 0 || isNamedBy(option, typed) : at < noMatch);
  return options
    .filter((option) => !option.offered && option.entry !== undefined)
    .map((option) => ({ option, rank: rank(option, typed, folded) }))
    .filter((found) => fits(found.option, found.rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => ({ option, successor: successorOf(options, option) }));
}

/** The retired entry whose whole number or name was typed. */
export function namedRetired(
  options: readonly CodeOption[],
  text: string,
  fold: (text: string) => string,
): RetiredMatch | null {
  const typed = text.trim();
  const isNamed = ({ option }: RetiredMatch) => String(option.number) === typed || option.folded === fold(typed);
  return findRetired(options, typed, fold).find(isNamed) ?? null;
}

/** Number and label, as an answer stands on paper. */
export const numbered = ({ number, label }: CodeOption): string => (number === null ? label : `${number} ${label}`);
