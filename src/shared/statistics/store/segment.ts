/**
 * The columns of some thousand records as one piece of memory and what is needed to put it back: how long each array is,
 * and the codes that no list declares by name. Whatever else the columns are made of follows from the declarations.
 */
import type { Codebook } from './codebook.ts';
import { arraysOf, type Column } from './column.ts';
import { GrowingArray, type NumberArray } from './growing-array.ts';
import type { RecordColumns } from './record-columns.ts';

/** A draft: id, key in the register file, account that entered it. */
export type SegmentDraft = readonly [id: string, seq: number, by: string];

export interface SegmentHead {
  readonly records: number;
  /** Rows of each group, in the order of the columns. */
  readonly groupRows: readonly number[];
  /** Bytes of each array, in the order of the columns; behind them all stand the hashes of the learned codes. */
  readonly bytes: readonly number[];
  /** Codes in use beyond the declared ones, of each coded column in the order of the columns. */
  readonly learned: readonly (readonly string[])[];
  readonly drafts: readonly SegmentDraft[];
}

/** One array of the columns, and what its numbers mean where they cannot be put behind others as they are. */
type Piece =
  | { readonly kind: 'plain'; readonly array: GrowingArray }
  | { readonly kind: 'coded'; readonly array: GrowingArray; readonly codebook: Codebook }
  /** Ends of the choices of each row; the first one is always there and is not written. */
  | { readonly kind: 'ends'; readonly array: GrowingArray; readonly values: GrowingArray }
  /** From which the first rows of each record follow. */
  | { readonly kind: 'counts'; readonly array: GrowingArray; readonly start: GrowingArray; readonly group: string }
  /** Rows of the group around. */
  | { readonly kind: 'places'; readonly array: GrowingArray; readonly group: string };

function* piecesOf(column: Column): Generator<Piece> {
  if (column.type === 'codes') yield { kind: 'ends', array: column.offsets, values: column.values };
  if ('codebook' in column) yield { kind: 'coded', array: column.values, codebook: column.codebook };
  else for (const array of arraysOf(column)) yield { kind: 'plain', array };
}

const piecesOfColumns = new WeakMap<RecordColumns, readonly Piece[]>();

/** Listed once: arrays only grow, and every segment walks through some hundred of them twice. */
function piecesIn(columns: RecordColumns): readonly Piece[] {
  const pieces = piecesOfColumns.get(columns) ?? [...listPieces(columns)];
  piecesOfColumns.set(columns, pieces);
  return pieces;
}

function* listPieces({ root, groups, entry, ids, seqs }: RecordColumns): Generator<Piece> {
  yield { kind: 'plain', array: ids.words };
  yield { kind: 'plain', array: seqs };
  for (const column of [...root.columns.values(), entry.by, entry.on, entry.findings]) yield* piecesOf(column);
  for (const [group, { rows, start, count, outer }] of groups) {
    yield { kind: 'counts', array: count, start, group };
    if (outer) yield { kind: 'places', array: outer.row, group: outer.entity };
    for (const column of rows.columns.values()) yield* piecesOf(column);
  }
}

/** What a segment of these columns, which hold nothing else, consists of; null where an id fits no segment. */
export function packSegment(
  columns: RecordColumns,
  drafts: readonly SegmentDraft[],
): { readonly head: SegmentHead; readonly arrays: readonly Uint8Array[] } | null {
  if (!columns.ids.isPlain) return null;
  const arrays: Uint8Array[] = [];
  const learned: (readonly string[])[] = [];
  const hashes: Uint8Array[] = [];
  for (const piece of piecesIn(columns)) {
    arrays.push(piece.array.bytesFrom(piece.kind === 'ends' ? 1 : 0));
    if (piece.kind !== 'coded') continue;
    learned.push(piece.codebook.learned);
    const { buffer, byteOffset, byteLength } = piece.codebook.learnedHashes;
    hashes.push(new Uint8Array(buffer, byteOffset, byteLength));
  }
  const head = {
    records: columns.root.length,
    groupRows: [...columns.groups.values()].map(({ rows }) => rows.length),
    bytes: arrays.map(({ byteLength }) => byteLength),
    learned,
    drafts,
  };
  return { head, arrays: [...arrays, ...hashes] };
}

/**
 * Puts the records of a segment behind those that the columns hold. Where they are the first ones of so many times as many,
 * room is made for all of them, so that no array has to grow on the way.
 */
export function appendSegment(columns: RecordColumns, head: SegmentHead, content: Uint8Array, times = 1): void {
  const { root, groups, ids } = columns;
  const before = new Map([...groups].map(([group, { rows }]) => [group, rows.length]));
  const first = root.length;
  if (first === 0) makeRoom(columns, head, times);
  const hashes = hashesIn(head, content);
  let [at, index, coded, hashed] = [0, 0, 0, 0];
  for (const piece of piecesIn(columns)) {
    const length = head.bytes[index++] ?? 0;
    const { array } = piece;
    const from = array.length;
    if (length > 0) array.appendBytes(content, at, at + length);
    at += length;
    if (piece.kind === 'coded') {
      const learned = head.learned[coded++] ?? [];
      if (learned.length === 0) continue;
      translate(array, from, piece.codebook, { learned, hashes: hashes.subarray(hashed, hashed + learned.length) });
      hashed += learned.length;
    } else if (piece.kind === 'ends') shift(array, from, piece.values.length);
    else if (piece.kind === 'places') shift(array, from, before.get(piece.group) ?? 0);
    else if (piece.kind === 'counts') startEach(piece.start, array, first, before.get(piece.group) ?? 0);
  }
  root.length += head.records;
  [...groups.values()].forEach(({ rows }, place) => {
    rows.length += head.groupRows[place] ?? 0;
  });
  ids.forgetSlots();
}

function makeRoom(columns: RecordColumns, { bytes }: SegmentHead, times: number): void {
  // Groups are not spread evenly, and room that is never used is no memory to the system.
  const share = times > 1 ? times * 1.05 : 1;
  GrowingArray.reserveTogether(
    piecesIn(columns).flatMap((piece, at) => {
      const { array } = piece;
      const length = array.length + Math.ceil(((bytes[at] ?? 0) / array.array.BYTES_PER_ELEMENT) * share);
      return piece.kind === 'counts'
        ? [
            { array, length },
            { array: piece.start, length },
          ]
        : [{ array, length }];
    }),
  );
}

interface Learned {
  readonly learned: readonly string[];
  readonly hashes: Uint32Array;
}

/** A copy: where they lie they may begin between two words. */
function hashesIn(head: SegmentHead, content: Uint8Array): Uint32Array {
  const at = content.byteLength - bytesOfHashes(head);
  return new Uint32Array(new Uint8Array(content.subarray(at)).buffer);
}

const bytesOfHashes = ({ learned }: SegmentHead): number =>
  learned.reduce((sum, { length }) => sum + length, 0) * Uint32Array.BYTES_PER_ELEMENT;

/** Gives learned codes, which a segment numbers for itself, the numbers that they have here. */
function translate(values: GrowingArray, from: number, codebook: Codebook, { learned, hashes }: Learned): void {
  const { firstLearned } = codebook;
  const numbers = codebook.numbersOf(learned, hashes);
  if (numbers.every((number, at) => number === firstLearned + at)) return;
  const { array, length } = values;
  if (array instanceof Uint32Array) translateWords(array, { from, length, firstLearned, numbers });
  else if (array instanceof Uint16Array) translateShorts(array, { from, length, firstLearned, numbers });
  else translateAny(array, { from, length, firstLearned, numbers });
}

interface Translated {
  readonly from: number;
  readonly length: number;
  readonly firstLearned: number;
  readonly numbers: Uint32Array;
}

// One function for each kind of array: the same loop over all kinds takes ten times as long.

function translateWords(array: Uint32Array, { from, length, firstLearned, numbers }: Translated): void {
  for (let at = from; at < length; at++) {
    const stored = array[at] as number;
    if (stored >= firstLearned) array[at] = numbers[stored - firstLearned] as number;
  }
}

function translateShorts(array: Uint16Array, { from, length, firstLearned, numbers }: Translated): void {
  for (let at = from; at < length; at++) {
    const stored = array[at] as number;
    if (stored >= firstLearned) array[at] = numbers[stored - firstLearned] as number;
  }
}

function translateAny(array: NumberArray, { from, length, firstLearned, numbers }: Translated): void {
  for (let at = from; at < length; at++) {
    const stored = array[at] as number;
    if (stored >= firstLearned) array[at] = numbers[stored - firstLearned] as number;
  }
}

function shift(places: GrowingArray, from: number, by: number): void {
  const { array, length } = places;
  if (by === 0 || !(array instanceof Uint32Array)) return;
  for (let at = from; at < length; at++) array[at] = (array[at] as number) + by;
}

function startEach(start: GrowingArray, { array, length }: GrowingArray, from: number, firstRow: number): void {
  const starts = start.extend(length - from);
  let row = firstRow;
  for (let at = from; at < length; at++) {
    starts[at] = row;
    row += array[at] as number;
  }
}

/** Whether the lengths that a head tells of belong together; what does not fit would be read as other figures. */
export function isConsistent(columns: RecordColumns, head: SegmentHead, contentBytes: number): boolean {
  const pieces = piecesIn(columns);
  const groups = [...columns.groups.keys()];
  const rowsOf = (group: string): number => head.groupRows[groups.indexOf(group)] ?? -1;
  return (
    pieces.length === head.bytes.length &&
    groups.length === head.groupRows.length &&
    pieces.filter(({ kind }) => kind === 'coded').length === head.learned.length &&
    head.bytes.reduce((sum, each) => sum + each, 0) + bytesOfHashes(head) === contentBytes &&
    pieces.every(
      (piece, at) =>
        piece.kind !== 'counts' ||
        (head.bytes[at] === head.records * piece.array.array.BYTES_PER_ELEMENT && rowsOf(piece.group) >= 0),
    )
  );
}
