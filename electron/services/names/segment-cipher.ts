/** Segments of the index of names under the vault key: AES-256-GCM, bound to register, record type, segment and change. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { NameEntry } from '#shared/names/name-entry.ts';

export interface SegmentPlace {
  readonly registerId: string;
  readonly entity: string;
  readonly segment: number;
  readonly changeNumber: number;
}

const format = 1;
const nonceLength = 12;
const tagLength = 16;

const associated = ({ registerId, entity, segment, changeNumber }: SegmentPlace): Buffer =>
  Buffer.from([registerId, 'names', entity, String(segment), String(changeNumber)].join('|'), 'utf8');

/** One row per record; the accounts whose own it is, which repeat, by their place in a list. */
type Row = readonly [
  seq: number,
  mark: number,
  given: string,
  family: string,
  earliest: number | null,
  latest: number | null,
  sex: string | null,
  citizenships: string,
  number: string | null,
  owners: number,
];

interface Content {
  readonly owners: readonly string[];
  readonly rows: readonly Row[];
}

function pack(entries: readonly NameEntry[]): Content {
  const ownersOf = (entry: NameEntry): string => entry.owners.join(' ');
  const owners = [...new Set(entries.map(ownersOf))];
  const places = new Map(owners.map((accounts, at) => [accounts, at]));
  const rows = entries.map(
    (entry): Row => [
      entry.seq,
      entry.mark,
      entry.given.join(' '),
      entry.family.join(' '),
      entry.birth?.earliest ?? null,
      entry.birth?.latest ?? null,
      entry.sex,
      entry.citizenships.join(' '),
      entry.number,
      places.get(ownersOf(entry)) ?? 0,
    ],
  );
  return { owners, rows };
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

function unpack({ owners, rows }: Content): NameEntry[] {
  return rows.map(([seq, mark, given, family, earliest, latest, sex, citizenships, number, at]) => ({
    seq,
    mark,
    given: words(given),
    family: words(family),
    birth: earliest === null || latest === null ? null : { earliest, latest },
    sex,
    citizenships: words(citizenships),
    number,
    owners: words(owners[at] ?? ''),
  }));
}

/** Seals entries; a segment opens only at its place and change. Layout: format, nonce, ciphertext, tag. */
export function sealSegment(vaultKey: Uint8Array, place: SegmentPlace, entries: readonly NameEntry[]): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', vaultKey, nonce);
  cipher.setAAD(associated(place));
  const sealed = [cipher.update(JSON.stringify(pack(entries)), 'utf8'), cipher.final()];
  return Buffer.concat([Buffer.from([format]), nonce, ...sealed, cipher.getAuthTag()]);
}

/** Opens what `sealSegment` sealed; null where it is anything else, was sealed elsewhere, or is damaged. */
export function openSegment(vaultKey: Uint8Array, place: SegmentPlace, blob: Uint8Array): NameEntry[] | null {
  if (blob[0] !== format || blob.length < 1 + nonceLength + tagLength) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', vaultKey, blob.subarray(1, 1 + nonceLength));
    decipher.setAAD(associated(place));
    decipher.setAuthTag(blob.subarray(blob.length - tagLength));
    const clear = [decipher.update(blob.subarray(1 + nonceLength, blob.length - tagLength)), decipher.final()];
    return unpack(JSON.parse(Buffer.concat(clear).toString('utf8')) as Content);
  } catch {
    // Whatever does not open is read anew from the vault; what it holds must not get into a message.
    return null;
  }
}
