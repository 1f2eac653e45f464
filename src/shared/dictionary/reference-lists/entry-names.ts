/** Names of entries of reference lists: which one is shown, which are missing, and whether two entries look alike. */
import { type Language, languages } from '../../languages.ts';
import { fold, latinised } from '../../locale/fold.ts';

export type EntryNames = Readonly<Partial<Record<Language, string>>>;

interface Named {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Name in this language, else in the official language of the country, which stands first: that name is on the door of the
 * office, an English one is nowhere.
 */
export const entryName = ({ code, names }: Named, language: Language): string =>
  names[language] ?? Object.values(names)[0] ?? code;

/** The name that is shown in each of the languages, so that it can be kept where the order of the names is lost. */
export const namesInEach = (entry: Named): Record<Language, string> =>
  Object.fromEntries(languages.map((language) => [language, entryName(entry, language)])) as Record<Language, string>;

/** Names as they are kept: trimmed, without empty ones, the working language first. */
export function orderedNames(names: EntryNames, working: Language): Record<string, string> {
  const order = [working, ...languages.filter((language) => language !== working)];
  return Object.fromEntries(
    order.flatMap((language) => {
      const name = (names[language] ?? '').trim().replaceAll(/\s+/g, ' ');
      return name === '' ? [] : [[language, name]];
    }),
  );
}

const foldedNames = (names: Readonly<Record<string, string | undefined>>): Set<string> =>
  new Set(Object.values(names).flatMap((name) => (name === undefined || fold(name) === '' ? [] : [fold(name)])));

/** Entries with a name that a reader would take for one of these, in whatever language. */
export function alikeEntries<E extends Named>(names: EntryNames, entries: readonly E[]): E[] {
  const wanted = foldedNames(names);
  return entries.filter((entry) => [...foldedNames(entry.names)].some((name) => wanted.has(name)));
}

/** What a code may be made of: it stands in files, on paper and in other programs. */
export const entryCode = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
export const longestEntryCode = 64;
const longestProposal = 40;

/** A readable code for a name that no entry has yet; '' where the name holds no letter or digit. */
export function proposeCode(name: string, taken: readonly string[]): string {
  const words = latinised(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let code = '';
  for (const word of words) {
    const longer = code === '' ? word.slice(0, longestProposal) : `${code}_${word}`;
    if (longer.length > longestProposal) break;
    code = longer;
  }
  if (code === '') return '';
  const known = new Set(taken.map((other) => other.toLowerCase()));
  let free = code;
  for (let number = 2; known.has(free); number += 1) free = `${code}_${number}`;
  return free;
}
