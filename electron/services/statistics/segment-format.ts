/**
 * Segments of columns as bytes: what they depend on, a head in JSON with its check sum, and the arrays as they lie in memory.
 * The register file authenticates every page that it gives back, so no byte of a segment can have changed in it: the check
 * sum is for mistakes of ours, which would show in the head, where the place, the change and all lengths stand.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import { arraysOf, type Column } from '#shared/statistics/store/column.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
import type { SegmentHead } from '#shared/statistics/store/segment.ts';

/**
 * Grows when the same record would come out differently in columns that are declared alike: another layout, another
 * reading of dates or findings, other rows worked out of the same answers.
 */
const format = 2;

export interface SegmentFormat {
  /** Of the program: what it works out of a record may be another thing in the next one. */
  readonly version: string;
  readonly registerId: string;
}

/** In which place and at which change a segment was made. */
export interface SegmentPlace {
  readonly segment: number;
  readonly changeNumber: number;
}

type Head = SegmentHead & SegmentPlace;

const fingerprintLength = 16;
/** Fingerprint, check sum of the head and its length, that length. */
const headAt = fingerprintLength + 8;

/** Everything that the columns of a record type depend on beside the records; where it differs, segments are made anew. */
export function fingerprintOf(
  { version, registerId }: SegmentFormat,
  register: RegisterDeclaration,
  store: ColumnStore,
) {
  const { entity } = store;
  const { root, groups, entry } = store.columns;
  const shapes = [
    [entity, [...root.columns].map(shapeOf)],
    ['', Object.entries(entry).map(shapeOf)],
    ...[...groups].map(([group, { rows, outer }]) => [group, outer?.entity ?? null, [...rows.columns].map(shapeOf)]),
  ];
  // Numbers lie in memory as this processor keeps them; the day of entry is that of the place where it is read.
  const machine = [[...new Uint8Array(new Uint32Array([1]).buffer)], offsetsHere()];
  const all = [format, version, registerId, register.version, machine, shapes];
  return createHash('sha256').update(JSON.stringify(all), 'utf8').digest().subarray(0, fingerprintLength);
}

/** How far the clock here is from UTC, month by month: the name of the time zone takes twenty milliseconds to find out. */
function offsetsHere(): string {
  const offsets = Array.from({ length: 12 * (lastYear - firstYear) }, (_, month) =>
    new Date(firstYear, month, 1).getTimezoneOffset(),
  );
  return offsets.join();
}
/** Records are entered within these years. */
const [firstYear, lastYear] = [1990, 2060];

const shapeOf = ([field, column]: readonly [string, Column]) => [
  field,
  column.type,
  arraysOf(column).map(({ kind }) => kind),
  'lowest' in column ? column.lowest : null,
  'codebook' in column ? column.codebook.declared : null,
];

/** The records with a key from `first` up to `end` as bytes; null where they cannot be a segment. */
export function writeSegment(
  store: ColumnStore,
  fingerprint: Buffer,
  { first, end, ...place }: SegmentPlace & { readonly first: number; readonly end: number },
): Buffer | null {
  const packed = store.segment(first, end);
  if (packed === null) return null;
  const head = Buffer.from(JSON.stringify({ ...packed.head, ...place } satisfies Head), 'utf8');
  const bytes = Buffer.concat([Buffer.alloc(headAt), head, ...packed.arrays]);
  fingerprint.copy(bytes);
  bytes.writeUInt32LE(head.length, fingerprintLength + 4);
  bytes.writeUInt32LE(crc32(bytes.subarray(fingerprintLength + 4, headAt + head.length)), fingerprintLength);
  return bytes;
}

/** Puts the records of a segment, one of so many alike, into the store; false, and nothing is put, where it is not what was written at its place. */
export function readSegment(
  store: ColumnStore,
  fingerprint: Buffer,
  { segment, changeNumber, ofAlike }: SegmentPlace & { readonly ofAlike: number },
  bytes: Uint8Array,
): boolean {
  if (bytes.length < headAt || !fingerprint.equals(bytes.subarray(0, fingerprintLength))) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = headAt + view.getUint32(fingerprintLength + 4, true);
  if (view.getUint32(fingerprintLength, true) !== crc32(bytes.subarray(fingerprintLength + 4, end))) return false;
  // The check sum says that it is what `writeSegment` wrote.
  const head = JSON.parse(Buffer.from(bytes.subarray(headAt, end)).toString('utf8')) as Head;
  if (head.segment !== segment || head.changeNumber !== changeNumber) return false;
  return store.takeSegment(head, bytes.subarray(end), ofAlike);
}
