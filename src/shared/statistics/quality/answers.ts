/** What stands in fields, counted: values, reasons for none, and nothing at all. A field that does not apply is left out. */
import type { Answers } from '../../contract/quality.ts';
import { type AnswerKind, answerKinds } from '../../contract/quality-filter.ts';
import { missingMarkers } from '../../dictionary/vocabulary.ts';
import { firstCode, markerNumber, notEntered } from '../store/codebook.ts';
import { answerAt, answersOf, type Column } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';

/** The answers that are told apart; `applies` and `gap` are sums of them. */
const told = ['filled', 'unknown', 'not_asked', 'refused', 'withheld', 'not_entered'] as const;
const width = told.length;
type Told = (typeof told)[number];

const outside = -1;

/** Place among the answers told apart, by what a column holds. */
const placeOf = ((): Int8Array => {
  const places = new Int8Array(firstCode + 1).fill(outside);
  places[notEntered] = told.indexOf('not_entered');
  places[firstCode] = told.indexOf('filled');
  // `not_applicable` is not among them and stays outside.
  for (const marker of missingMarkers) places[markerNumber(marker)] = (told as readonly string[]).indexOf(marker);
  return places;
})();

const bitOf = (answer: Told): number => 1 << told.indexOf(answer);
const every = (1 << width) - 1;

/** The answers that a kind stands for, as bits of what a record holds. */
export const bitsOf = (kind: AnswerKind): number =>
  kind === 'applies' ? every : kind === 'gap' ? every & ~bitOf('filled') : bitOf(kind);

/** The answers of one field in a record, as bits; of a field of a group, those of all its rows. */
export function bitsReader(store: ColumnStore, entity: string, field: string): (row: number) => number {
  const column = store.column(entity, field);
  const read = (row: number): number => {
    const place = placeOf[answerAt(column, row)] as number;
    return place === outside ? 0 : 1 << place;
  };
  if (entity === store.entity) return read;
  const { start, count } = store.groupRows(entity);
  return (row) => {
    let bits = 0;
    const first = start.at(row);
    for (let each = first; each < first + count.at(row); each++) bits |= read(each);
    return bits;
  };
}

/** Place of the answer of every row of a column among the answers told apart; below 0 where the field does not apply. */
export function placesIn(column: Column): Int8Array {
  const answers = answersOf(column);
  const places = new Int8Array(answers.length);
  for (let row = 0; row < places.length; row++) places[row] = placeOf[answers[row] as number] as number;
  return places;
}

/** A value is the first of the answers told apart. */
export const filledPlace = 0;

/** Room for the counts of so many lines. */
export const countsFor = (lines: number): Float64Array => new Float64Array(lines * width);

/** Where the counts of a line begin. */
export const placeOfLine = (line: number): number => line * width;

/** Records by the answers that they hold, as bits. */
export class RecordsByAnswer {
  readonly #records = new Float64Array(every + 1);

  add(bits: number): void {
    this.#records[bits] = (this.#records[bits] as number) + 1;
  }

  /** Records that hold at least one of these answers. */
  with(wanted: number): number {
    let sum = 0;
    for (let bits = 1; bits <= every; bits++) if ((bits & wanted) !== 0) sum += this.#records[bits] as number;
    return sum;
  }
}

/** Answers of a field or of several, from the counts of a line and its records. */
export function answersFrom(counts: Float64Array, at: number, records: RecordsByAnswer): Answers {
  const count = (kind: AnswerKind): number => {
    const wanted = bitsOf(kind);
    let sum = 0;
    for (let place = 0; place < width; place++) if ((wanted & (1 << place)) !== 0) sum += counts[at + place] as number;
    return sum;
  };
  return Object.fromEntries(
    answerKinds.map((kind) => [kind, { count: count(kind), records: records.with(bitsOf(kind)) }]),
  ) as Answers;
}
