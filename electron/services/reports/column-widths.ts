/** Columns of figures are as wide as the longest word over them; a table never breaks a word or lets two heads touch. */

const narrowest = 12;
const widest = 26;
/** Millimetres of one letter of a head, of a smaller one, and of what stands left and right of it. */
const letter = 1.6;
const smallLetter = 1.5;
const gap = 2.6;
/** Names of rows are given this much before the columns share what is left. */
const rowNames = 62;

/** Whole millimetres of each column of figures on paper that is `available` wide. */
export function columnWidths(heads: readonly string[], available: number, isSmall = false): number[] {
  const least = heads.map((head) => {
    const longest = Math.max(...head.split(/\s+|(?<!\p{Lu}{2})-/u).map((word) => word.length));
    return Math.min(widest, Math.max(narrowest, Math.ceil(longest * (isSmall ? smallLetter : letter) + gap)));
  });
  const rest = available - rowNames - least.reduce((sum, width) => sum + width, 0);
  const more = Math.max(0, Math.floor(rest / least.length));
  return least.map((width) => Math.min(widest, width + more));
}
