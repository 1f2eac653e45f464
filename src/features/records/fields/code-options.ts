/** What a code field offers, and how typing finds it. */

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
}

const noMatch = 5;

function rank(option: CodeOption, text: string, folded: string): number {
  if (option.number !== null && /^\d+$/.test(text)) {
    const number = String(option.number);
    return number === text ? 0 : number.startsWith(text) ? 3 : noMatch;
  }
  if (option.hint !== null && option.hint.toLowerCase() === text.toLowerCase()) return 0;
  if (option.folded.startsWith(folded)) return 1;
  if (option.folded.split(/[\s/,()-]+/).some((word) => word.startsWith(folded))) return 2;
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
  return exact ?? (found.length === 1 ? (found[0] ?? null) : null);
}
