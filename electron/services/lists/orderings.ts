/** How two records stand to each other by a column: by number, by day, by the alphabet of labels, by text. */
import type { Language } from '#shared/languages.ts';
import { createSortKey } from '#shared/locale/collation.ts';
import { firstCode } from '#shared/statistics/store/codebook.ts';
import type { StoredField } from '../../database/derive-tables.ts';
import type { ListReader } from '../../database/repositories/list-reader.ts';
import { type CodeColumn, type CodesColumn, codesOfCombination, type ListColumn, statusAt } from './list-column.ts';
import type { CodeRanks } from './list-labels.ts';
import type { Ordering } from './list-order.ts';
import type { Slots } from './slots.ts';
import { sortSlots } from './sort-slots.ts';

function byKey(column: ListColumn, keyOf: (slot: number) => number): Ordering {
  return {
    statusOf: (slot) => statusAt(column, slot),
    compare: (a, b) => keyOf(a) - keyOf(b),
    sort: (slots) => sortSlots(slots, keyOf),
  };
}

/** Rank of each number of a codebook. */
function rankTable({ codebook }: CodeColumn | CodesColumn, ranks: CodeRanks): Float64Array {
  const table = new Float64Array(codebook.size);
  for (let number = firstCode; number < table.length; number += 1)
    table[number] = ranks.get(codebook.codeOf(number) ?? '') ?? 0;
  return table;
}

/** By the label of the first code, then of the second ... */
function combinationRanks(column: CodesColumn, ranks: CodeRanks): Float64Array {
  const table = rankTable(column, ranks);
  const numbers = column.combinations.map((_, at) => firstCode + at);
  const keys = numbers.map((number) => codesOfCombination(column, number).map((code) => table[code] as number));
  const compare = (a: number, b: number): number => compareRanks(keys[a - firstCode] ?? [], keys[b - firstCode] ?? []);
  numbers.sort(compare);
  const combined = new Float64Array(firstCode + numbers.length);
  let rank = 0;
  numbers.forEach((number, at) => {
    const last = numbers[at - 1];
    if (last !== undefined && compare(last, number) !== 0) rank += 1;
    combined[number] = rank;
  });
  return combined;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A column that is held in memory with its values. */
export function orderingOf(column: ListColumn, ranks: CodeRanks | null): Ordering {
  switch (column.type) {
    case 'day':
      return byKey(column, (slot) => column.earliest[slot] as number);
    case 'number':
      return byKey(column, (slot) => column.values[slot] as number);
    case 'code': {
      const table = rankTable(column, ranks ?? new Map());
      return byKey(column, (slot) => table[column.values[slot] as number] as number);
    }
    case 'codes': {
      const table = combinationRanks(column, ranks ?? new Map());
      return byKey(column, (slot) => table[column.values[slot] as number] as number);
    }
    case 'text':
      throw new Error('texts are ordered by reading them');
  }
}

/**
 * Texts are not held: they are read once for the order, and afterwards only those that a changed record is compared with.
 */
export function textOrdering(
  { reader, slots, stored }: { readonly reader: ListReader; readonly slots: Slots; readonly stored: StoredField },
  column: ListColumn,
  language: Language,
): Ordering {
  const keyOf = createSortKey(language);
  const known = new Map<number, string>();
  const keyAt = (slot: number): string => {
    const kept = known.get(slot);
    if (kept !== undefined) return kept;
    const key = keyOf(reader.text(stored, slots.seqAt(slot)) ?? '');
    known.set(slot, key);
    return key;
  };
  return {
    statusOf: (slot) => statusAt(column, slot),
    compare: (a, b) => compareText(keyAt(a), keyAt(b)),
    sort(answeredSlots) {
      const keys = new Array<string>(slots.count);
      for (const [seq, text] of reader.texts(stored)) {
        const slot = slots.find(seq);
        if (slot >= 0) keys[slot] = keyOf(String(text));
      }
      return answeredSlots.sort((a, b) => compareText(keys[a] ?? '', keys[b] ?? '') || a - b);
    },
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
