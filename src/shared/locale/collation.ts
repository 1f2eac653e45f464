/** Alphabet order by tailored sort keys: digraphs and accented letters stand where the alphabet of the language puts them. */
import type { Language } from '../languages.ts';

const latin = 'a b c d e f g h i j k l m n o p q r s t u v w x y z';
const cyrillic = 'а б в г д ѓ ђ е ж з ѕ и й ј к л љ м н њ о п р с т ќ ћ у ф х ц ч џ ш щ ъ ь ю я';

/** The script of the language comes first, as in a printed directory. */
const alphabets = {
  sq: `a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh ${cyrillic}`,
  bs: `a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž ${cyrillic}`,
  mk: `а б в г д ѓ ђ е ж з ѕ и й ј к л љ м н њ о п р с т ќ ћ у ф х ц ч џ ш щ ъ ь ю я ${latin}`,
  bg: `${cyrillic} ${latin}`,
  ro: `a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z ${cyrillic}`,
  en: `${latin} ${cyrillic}`,
} satisfies Record<Language, string>;

const sameLetter: Readonly<Record<string, string>> = {
  ş: 'ș',
  ţ: 'ț',
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
};

interface Alphabet {
  readonly weights: ReadonlyMap<string, number>;
}

function alphabetOf(language: Language): Alphabet {
  const symbols = [' ', ...'0123456789', ...alphabets[language].split(' ')];
  return { weights: new Map(symbols.map((symbol, index) => [symbol, index + 1])) };
}

/** Weight of the letter at `at` and how many characters it takes; 0 for punctuation, which does not count. */
function weigh({ weights }: Alphabet, text: string, at: number): { readonly weight: number; readonly length: number } {
  const pair = weights.get(text.slice(at, at + 2));
  if (pair !== undefined) return { weight: pair, length: 2 };
  const letter = text.charAt(at);
  const same = sameLetter[letter];
  const base = letter.normalize('NFD').charAt(0);
  const weight =
    weights.get(letter) ??
    (same === undefined ? undefined : weights.get(same)) ??
    weights.get(base) ??
    (/\p{L}/u.test(letter) ? 999 : 0);
  return { weight, length: 1 };
}

function keyOf(alphabet: Alphabet, text: string): readonly number[] {
  const lower = text.normalize('NFC').toLowerCase();
  const key: number[] = [];
  for (let at = 0; at < lower.length; ) {
    const { weight, length } = weigh(alphabet, lower, at);
    if (weight > 0) key.push(weight);
    at += length;
  }
  return key;
}

const lowestLetter = 2;
const separator = '\u0001';

/**
 * A text whose characters stand to each other as the alphabet of the language has it: sorting by these keys with `<` is
 * sorting by `createCompare`, for lists that are too long to compare text by text.
 */
export function createSortKey(language: Language): (text: string) => string {
  const alphabet = alphabetOf(language);
  return (text) => {
    const letters = String.fromCharCode(...keyOf(alphabet, text).map((weight) => weight + lowestLetter));
    // The last part stands capitals after small letters, as the comparison does.
    const exact = Array.from({ length: text.length }, (_, at) => String.fromCharCode(0xffff - text.charCodeAt(at)));
    return [letters, text.toLowerCase(), exact.join('')].join(separator);
  };
}

/** Compares two texts in the alphabet of the language; equal letters are decided by accents and capitals, never left to chance. */
export function createCompare(language: Language): (a: string, b: string) => number {
  const alphabet = alphabetOf(language);
  const keys = new Map<string, readonly number[]>();
  const cached = (text: string) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = keyOf(alphabet, text);
    if (keys.size > 20_000) keys.clear();
    keys.set(text, key);
    return key;
  };
  return (a, b) => {
    if (a === b) return 0;
    const left = cached(a);
    const right = cached(b);
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
      const difference = (left[index] ?? 0) - (right[index] ?? 0);
      if (difference !== 0) return difference;
    }
    if (left.length !== right.length) return left.length - right.length;
    const lowerA = a.toLowerCase();
    const lowerB = b.toLowerCase();
    if (lowerA !== lowerB) return lowerA < lowerB ? -1 : 1;
    return a > b ? -1 : 1;
  };
}
