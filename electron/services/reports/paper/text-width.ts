/** How much room words need on paper; generous, since a cut word is worse than an empty corner. */

const latin = 1.86;
const cyrillic = 2.02;
const cyrillicLetter = /[\u0400-\u04ff]/;

/** Millimetres of a text in the size of the form. */
export const widthOf = (text: string): number => text.length * (cyrillicLetter.test(text) ? cyrillic : latin);

/** Box, number and the gaps around them. */
const besideLabel = 14;
const answerBesideLabel = 60;
const pageWidth = 160;
const lineHeight = 4.4;
const choiceHeight = 6.2;

/** True where all answers stand in one line beside the label of their field. */
export const fitsBeside = (labels: readonly string[]): boolean =>
  labels.reduce((sum, label) => sum + widthOf(label) + besideLabel, 0) <= answerBesideLabel;

/** Letters of a stored text that surely stand on one line of the form. */
const lineLatin = 74;
const lineCyrillic = 60;

/** A text in lines, broken between words where there are any. */
export function linesOf(text: string): readonly string[] {
  const most = cyrillicLetter.test(text) ? lineCyrillic : lineLatin;
  const pieces = new RegExp(`.{1,${most}}(?:\\s|$)|.{1,${most}}`, 'gu');
  return text.split('\n').flatMap((part) => part.match(pieces) ?? []);
}

/** A block that much higher is taken for columns in which fewer labels break. */
const tolerance = 1.2;

/** The fewest columns, read downwards, that make the block of answers about as low as it can be. */
export function columnsFor(labels: readonly string[]): number {
  const heights = [1, 2, 3, 4].map((columns) => {
    const width = pageWidth / columns - besideLabel;
    const rows = Math.ceil(labels.length / columns);
    const heightOf = (label: string) => choiceHeight + (Math.ceil(widthOf(label) / width) - 1) * lineHeight;
    return Math.max(
      ...Array.from({ length: columns }, (_, at) =>
        labels.slice(at * rows, (at + 1) * rows).reduce((sum, label) => sum + heightOf(label), 0),
      ),
    );
  });
  const lowest = Math.min(...heights);
  return heights.findIndex((height) => height <= lowest * tolerance) + 1;
}
