/** One typing error in a name: a letter left out, put in, replaced, or two neighbours exchanged. */
import type { Random } from '#shared/training/random.ts';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const cyrillic = 'абвгдежзијклмнопрстуфхцчш';

const alphabetOf = (word: string): string => (/\p{Script=Cyrillic}/u.test(word) ? cyrillic : latin);

/** Any word of at least four letters may be hit, at any place. */
export function withOneError(random: Random, name: string): string {
  const words = name.split(' ');
  const long = words.flatMap((word, at) => (Array.from(word).length >= 4 ? [at] : []));
  if (long.length === 0) return name;
  const at = random.pick(long);
  return words.map((word, place) => (place === at ? mistype(random, word) : word)).join(' ');
}

function mistype(random: Random, word: string): string {
  const letters = Array.from(word);
  const letter = random.pick(Array.from(alphabetOf(word)));
  const place = random.between(0, letters.length - 1);
  switch (random.pick(['left out', 'put in', 'replaced', 'exchanged'] as const)) {
    case 'left out':
      return letters.toSpliced(place, 1).join('');
    case 'put in':
      return letters.toSpliced(random.between(0, letters.length), 0, letter).join('');
    case 'replaced':
      return letters.with(place, letter).join('');
    case 'exchanged': {
      const first = Math.min(place, letters.length - 2);
      return letters
        .with(first, letters[first + 1] ?? '')
        .with(first + 1, letters[first] ?? '')
        .join('');
    }
  }
}
