/** Damerau's distance of two spellings where it is at most one, over letters in flat memory. */

/** Letters of a text in one array, from one place up to another. */
export interface Letters {
  readonly array: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Spellings hold no letter above 255: see romanise.ts. */
export const lettersOf = (spelling: string): Letters => {
  const array = new Uint8Array(spelling.length);
  for (let at = 0; at < spelling.length; at += 1) array[at] = spelling.charCodeAt(at);
  return { array, from: 0, to: spelling.length };
};

const code = (letter: string): number => letter.charCodeAt(0);
const vowels = new Set(Array.from('aeiou', code));
const alike = new Set(
  ['ck', 'cs', 'sz', 'dt', 'gk', 'bp', 'fv', 'bv', 'gd', 'hk', 'gh'].flatMap((pair) => {
    const [a, b] = [code(pair), pair.charCodeAt(1)];
    return [a * 256 + b, b * 256 + a];
  }),
);
const faint = new Set([code('h'), code('i')]);
const soundAlike = (a: number, b: number): boolean => (vowels.has(a) && vowels.has(b)) || alike.has(a * 256 + b);

/** 0; 0.5 for an error by ear; 1 for any other letter inserted, left out, replaced or exchanged with its neighbour; else null. */
export type SmallDistance = 0 | 0.5 | 1 | null;

export function distanceOf(a: Letters, b: Uint8Array, from: number, to: number): SmallDistance {
  const { array } = a;
  const lengths = a.to - a.from - (to - from);
  if (lengths > 1 || lengths < -1) return null;
  let [left, right] = [a.from, from];
  while (left < a.to && right < to && array[left] === b[right]) {
    left += 1;
    right += 1;
  }
  let [leftEnd, rightEnd] = [a.to, to];
  while (leftEnd > left && rightEnd > right && array[leftEnd - 1] === b[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const [inLeft, inRight] = [leftEnd - left, rightEnd - right];
  if (inLeft + inRight === 0) return 0;
  const [one, other] = [array[left] as number, b[right] as number];
  if (inLeft + inRight === 1) return faint.has(inLeft === 1 ? one : other) ? 0.5 : 1;
  if (inLeft === 1 && inRight === 1) return soundAlike(one, other) ? 0.5 : 1;
  const isExchanged = inLeft === 2 && inRight === 2 && one === b[right + 1] && array[left + 1] === other;
  return isExchanged ? 1 : null;
}

/** The same of two spellings. */
export const distance = (a: string, b: string): SmallDistance => {
  const other = lettersOf(b);
  return distanceOf(lettersOf(a), other.array, other.from, other.to);
};
