/** Every way in which a word of a name may be read; two words are one name where a reading of each is the same. */
import { letterByLetter, normaliseWord, readings, romanise, withoutSoftening } from './romanise.ts';

export interface NameWord {
  /** As written, in lower case. */
  readonly written: string;
  /** Readings in plain Latin letters, the likeliest first; the letters one by one, as written, come last. */
  readonly spellings: readonly string[];
}

/** Words with many doubtful letters do not occur; the bound keeps nonsense from filling the index. */
const mostReadings = 12;
const mostBeside = 2;

const isWord = /[\p{L}\p{M}]+(?:['’ʼ`ʹ′ʺ″"][\p{L}\p{M}]+)*['’ʹʺ″]?/gu;
const doubled = /(.)\1+/g;

const sign = /[A-Z]/;
const signs = Object.entries(readings);

function read(romanised: string): string[] {
  let found = [romanised];
  if (!sign.test(romanised)) return found;
  for (const [sign, ways] of signs) {
    // Two letters of German or Hungarian are read by one custom: both bare, or both written out.
    if (sign === 'U' || !(romanised.includes(sign) || (sign === 'O' && romanised.includes('U')))) continue;
    found = found.flatMap((text) =>
      ways.map((way, at) => {
        const known = text.replaceAll(sign, way);
        return sign === 'O' ? known.replaceAll('U', readings.U[at] ?? '') : known;
      }),
    );
  }
  return found;
}

const hasDouble = /(.)\1/;
const single = (text: string): string => (hasDouble.test(text) ? text.replace(doubled, '$1') : text);

/** All spellings of one normalised word. */
export function spellingsOf(written: string): string[] {
  const found = read(romanise(written)).slice(0, mostReadings);
  const hard = withoutSoftening(written);
  const beside = hard === written ? [] : read(romanise(hard)).slice(0, mostBeside);
  // Double letters as typed: an error between them would otherwise be two.
  const last = [found[0] ?? '', letterByLetter(written)];
  return [...new Set([...found.map(single), ...beside.map(single), ...last])].filter((spelling) => spelling !== '');
}

const toWord = (written: string): NameWord => ({ written, spellings: spellingsOf(written) });

/** The words of a name; hyphens, points and spaces part them, initials are left out beside whole names. */
export function wordsOf(name: string): NameWord[] {
  const found = normaliseWord(name).match(isWord) ?? [];
  const whole = found.filter((word) => Array.from(word).length > 1);
  return (whole.length > 0 ? whole : found).map(toWord).filter(({ spellings }) => spellings.length > 0);
}

/** Letters of a word as written. */
export const lettersIn = ({ written }: Pick<NameWord, 'written'>): number => Array.from(written).length;

/** Two words written as one. */
export const joinWords = (words: readonly NameWord[]): NameWord => toWord(words.map(({ written }) => written).join(''));
