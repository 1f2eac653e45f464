/** Columns of figures are as wide as the longest word over them; a table never breaks a word or lets two heads touch. */
import { textWidth, wrapped } from '#shared/statistics/charts/text-width.ts';

const narrowest = 12;
const widest = 26;
/** Millimetres left and right of a head. */
const gap = 2.6;
/** Names of rows are given at most this much before the columns share what is left. */
const widestNames = 62;
const millimetreOfPoint = 25.4 / 72;
const headSize = 8 * millimetreOfPoint;
const smallHeadSize = 7.5 * millimetreOfPoint;
/** Of a name in the size in which tables are set, and what stands left and right of it. */
const nameSize = 8.5 * millimetreOfPoint;
const nameGap = 4;

/** Whole millimetres that the longest word over each column needs. */
const leastWidths = (heads: readonly string[], isSmall = false): number[] =>
  heads.map((head) => {
    const words = head.split(/\s+|(?<!\p{Lu}{2})-/u);
    const longest = Math.max(...words.map((word) => textWidth(word, isSmall ? smallHeadSize : headSize)));
    return Math.min(widest, Math.max(narrowest, Math.ceil(longest + gap)));
  });

/** Millimetres for the names of rows, as much as there is for them where they are not told; longer ones break into lines. */
const namesWidth = (names?: readonly string[]): number =>
  names === undefined
    ? widestNames
    : Math.min(widestNames, Math.max(0, ...names.map((name) => textWidth(name, nameSize))) + nameGap);

/** Whole millimetres of each column of figures on paper that is `available` wide, beside the names of rows. */
export function columnWidths(
  heads: readonly string[],
  available: number,
  { names, isSmall }: { readonly names?: readonly string[]; readonly isSmall?: boolean } = {},
): number[] {
  const least = leastWidths(heads, isSmall);
  const rest = available - namesWidth(names) - least.reduce((sum, width) => sum + width, 0);
  const more = Math.max(0, Math.floor(rest / least.length));
  return least.map((width) => Math.min(widest, width + more));
}

/** Millimetres that names and heads need at least. */
export const leastPaper = (names: readonly string[], heads: readonly string[]): number =>
  namesWidth(names) + leastWidths(heads).reduce((sum, width) => sum + width, 0);

/** In how many lines the highest head stands over columns of these widths. */
export const headLines = (heads: readonly string[], widths: readonly number[]): number =>
  Math.max(0, ...heads.map((head, at) => wrapped(head, (widths[at] ?? narrowest) - gap, headSize).length));
