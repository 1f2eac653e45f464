/** Columns of very many invented registrations, without a file: some are invented, the rest copied under other names. */
import '../tests/load-dictionaries.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { Finding } from '#shared/records/record.ts';
import { findingCode } from '#shared/statistics/quality/finding-code.ts';
import { hashesOf } from '#shared/statistics/store/codebook.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { rowsOfEntity } from '#shared/statistics/store/group.ts';
import type { SegmentHead } from '#shared/statistics/store/segment.ts';
import { generateVictims } from '#shared/training/generate.ts';
import { standInInstitutions } from '#shared/training/stand-in-institutions.ts';

const register = registerOf('victims');
const entity = 'victim';
/** So many segments are invented one by one. */
const inventedSegments = 5;

export const openFinding = ({ rule, part, level }: Finding): string =>
  findingCode({ rule, part: part ?? null, level, confirmed: false });

/**
 * So many completed registrations, with keys from 0 on, by segments of so many rows: each in a store of its own, so that a
 * million need no more memory than a few. Every copy is another person.
 */
export function* segmentsOfVictims(count: number, seed: number, rows: number): Generator<ColumnStore> {
  const base = new ColumnStore(register, entity, 'XKX');
  takeIn(base, Math.min(count, inventedSegments * rows), seed);
  for (let first = 0; first < count; first += rows) {
    const from = first % base.recordCount;
    const end = Math.min(from + rows, base.recordCount, from + count - first);
    const segment = new ColumnStore(register, entity, 'XKX');
    copyRecords(base, segment, { from, end, copy: Math.floor(first / base.recordCount), key: first });
    yield segment;
  }
}

function takeIn(store: ColumnStore, count: number, seed: number): void {
  const reference = { INST: standInInstitutions('XKX') };
  const codes = new Map<string, string>();
  for (const record of generateVictims({ records: count * 2, seed, today: '2026-11-22', country: 'XKX', reference })) {
    if (store.recordCount >= count) return;
    if (record.entity !== entity || record.binned || record.state === 'draft') continue;
    const { id, content, enteredOn } = record;
    // As long as a code of a register.
    const code = codes.get(record.sameCodeAs ?? '') ?? `V-2025-${String(codes.size).padStart(6, '0')}`;
    codes.set(id, code);
    const entry = { enteredBy: 'bench', enteredOn, findings: record.findings.map(openFinding) };
    const values = { ...content.values, victim_code: code };
    store.apply({ id, seq: store.recordCount, content: { ...content, values }, isDraft: false, entry });
  }
}

interface Copied {
  readonly from: number;
  readonly end: number;
  readonly copy: number;
  /** Of the first copy. */
  readonly key: number;
}

/** Records with these keys once more, as other persons. */
function copyRecords(of: ColumnStore, store: ColumnStore, { from, end, copy, key }: Copied): void {
  const packed = of.segment(from, end);
  if (packed === null) throw new Error('ids of invented records are UUIDs');
  const { head, arrays } = packed;
  const [ids, seqs, ...others] = arrays.slice(0, head.bytes.length).map((array) => Uint8Array.from(array));
  if (!ids || !seqs) throw new Error('a segment begins with ids and keys');
  const words = new Uint32Array(ids.buffer);
  for (let at = 1; at < words.length; at += 4) words[at] = ((words[at] ?? 0) ^ Math.imul(copy, 0x9e_37_79_b1)) >>> 0;
  new Uint32Array(seqs.buffer).forEach((_, at, all) => {
    all[at] = key + at;
  });
  const other = withOtherPersons(head, copy);
  const hashes = other.learned.map((codes) => new Uint8Array(hashesOf(codes).buffer));
  store.takeSegment(other, Buffer.concat([ids, seqs, ...others, ...hashes]));
}

function withOtherPersons(head: SegmentHead, copy: number): SegmentHead {
  const coded = [...rowsOfEntity(register, entity).columns].filter(([, column]) => 'codebook' in column);
  const place = coded.findIndex(([field]) => field === 'victim_code');
  const learned = head.learned.map((codes, at) => (at === place ? codes.map((code) => `${code}${copy}`) : codes));
  return { ...head, learned };
}
