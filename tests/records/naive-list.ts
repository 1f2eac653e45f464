/** A list worked out record by record, apart from the program: what fits, and in which order. */

import type { StoredRecord } from '#electron/database/repositories/record-reader.ts';
import type { ListOrder, StoredFilter } from '#shared/contract/list-query.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { dayInterval, dayNumber } from '#shared/records/partial-date.ts';
import { type FieldValue, isKnown, isMissing } from '#shared/records/record.ts';

const index = indexOfKind('victims');

export interface NaiveParts {
  /** Label of a code of a list, in the language asked for. */
  readonly labelOf: (list: string, code: string) => string;
  readonly nameOf: (accountId: string) => string;
  readonly compare: (a: string, b: string) => number;
  readonly completedAt: (id: string) => string | null;
  readonly hasIdentity: (id: string) => boolean;
}

/** Values of a field: one of the record, or one of each row of its group. */
function valuesOf({ content }: StoredRecord, field: string): readonly FieldValue[] {
  const owner = index.ownerOf(field) ?? '';
  if (index.entity(owner).role === 'record') return [content.values[field] ?? null];
  return (content.groups[owner] ?? []).map(({ values }) => values[field] ?? null);
}

const statusOf = (value: FieldValue): string => {
  if (isMissing(value)) return value.missing;
  return isKnown(value) ? 'answered' : 'not_entered';
};

const codesOf = (value: FieldValue): readonly string[] =>
  Array.isArray(value) && value.length > 0 ? value : typeof value === 'string' ? [value] : [statusOf(value)];

/** Local day of a timestamp. */
function dayOf(timestamp: string): string {
  const at = new Date(timestamp);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const within = (day: string | null, from: string | null, to: string | null): boolean =>
  day !== null && (from === null || day >= from) && (to === null || day <= to);

/** Whether a record fits one filter. */
export function fits(record: StoredRecord, filter: StoredFilter, parts: NaiveParts): boolean {
  const { meta } = record;
  switch (filter.kind) {
    case 'codes':
      return valuesOf(record, filter.field).some((value) => codesOf(value).some((code) => filter.anyOf.includes(code)));
    case 'answer':
      return valuesOf(record, filter.field).some((value) => filter.anyOf.includes(statusOf(value) as never));
    case 'number':
      return valuesOf(record, filter.field).some(
        (value) =>
          typeof value === 'number' &&
          (filter.from === null || value >= filter.from) &&
          (filter.to === null || value <= filter.to),
      );
    case 'period': {
      const first = filter.from === null ? undefined : dayNumber(filter.from);
      const last = filter.to === null ? undefined : dayNumber(filter.to);
      return valuesOf(record, filter.field).some((value) => {
        const days = typeof value === 'string' ? dayInterval(value) : undefined;
        return (
          days !== undefined &&
          (first === undefined || days.latest >= first) &&
          (last === undefined || days.earliest <= last)
        );
      });
    }
    case 'state':
      return filter.anyOf.includes(meta.state);
    case 'archived':
      return meta.archived === filter.is;
    case 'enteredBy':
      return filter.anyOf.includes(meta.enteredBy);
    case 'saved':
      return within(dayOf(meta.savedAt), filter.from, filter.to);
    case 'completed': {
      const at = parts.completedAt(meta.id);
      return within(at === null ? null : dayOf(at), filter.from, filter.to);
    }
    case 'identity':
      return parts.hasIdentity(meta.id) === filter.is;
  }
}

type Key = string | number | readonly string[] | null;

function keyOf(
  record: StoredRecord,
  order: ListOrder,
  parts: NaiveParts,
): { readonly status: string; readonly key: Key } {
  const { meta, content } = record;
  if (order.by === 'field') {
    const value = content.values[order.field] ?? null;
    const field = index.field(index.ownerOf(order.field) ?? '', order.field);
    const status = statusOf(value);
    if (status !== 'answered') return { status, key: null };
    if (field.type === 'code' || field.type === 'codes') {
      return { status, key: codesOf(value).map((code) => parts.labelOf(field.list ?? '', code)) };
    }
    const isDate = field.type === 'date' || field.type === 'partial_date';
    return { status, key: isDate ? (dayInterval(String(value))?.earliest ?? 0) : (value as string | number) };
  }
  const held = {
    savedAt: Date.parse(meta.savedAt),
    number: meta.number,
    code: meta.code === null ? null : codeNumber(meta.code),
    state: [parts.labelOf('RECSTAT', meta.state)],
    enteredBy: [parts.nameOf(meta.enteredBy)],
  }[order.by];
  return { status: held === null ? 'not_entered' : 'answered', key: held };
}

/** V-2026-0417-K as 2026 and 417: the letter is the same within a list. */
function codeNumber(code: string): number {
  const [, year = 0, number = 0] = code.split('-').map(Number);
  return year * 1e9 + number;
}

const statuses = ['answered', ...missingMarkers, 'not_entered'];

/** Records of a list in its order; ties in the order of entry, in the direction of the list. */
export function inOrder(records: readonly StoredRecord[], order: ListOrder, parts: NaiveParts): StoredRecord[] {
  const compareTexts = (a: readonly string[], b: readonly string[]): number => {
    for (const [at, text] of a.entries()) {
      const other = b[at];
      if (other === undefined) return 1;
      const difference = parts.compare(text, other);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  };
  const compareKeys = (a: Key, b: Key): number => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'string' && typeof b === 'string') return parts.compare(a, b);
    return Array.isArray(a) && Array.isArray(b) ? compareTexts(a, b) : 0;
  };
  const way = order.descending ? -1 : 1;
  return records
    .map((record) => ({ record, ...keyOf(record, order, parts) }))
    .sort(
      (a, b) =>
        statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
        way * (compareKeys(a.key, b.key) || a.record.meta.seq - b.record.meta.seq),
    )
    .map(({ record }) => record);
}
