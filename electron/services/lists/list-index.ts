/** One record list in memory: which records fit a query, in which order; it follows the register change by change. */

import { isFigureFilter } from '#shared/contract/figure-filter.ts';
import { metaOrders, type StoredFilter } from '#shared/contract/list-query.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { fold } from '#shared/locale/fold.ts';
import type { RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { changesAfter } from '../../database/repositories/changes.ts';
import { createListReader } from '../../database/repositories/list-reader.ts';
import { type ColumnSpec, specOfField, specOfFilter, specOfMeta, specOfOrder, unitOf } from './column-specs.ts';
import { createHeldColumns } from './held-columns.ts';
import { createHeldOrders } from './held-orders.ts';
import { answered, statusAt } from './list-column.ts';
import { keepFitting, keepWithRow, testOf } from './list-match.ts';
import { type ListOrder, walk } from './list-order.ts';
import type { PlacedQuery } from './list-questions.ts';
import { Slots } from './slots.ts';

export interface ListIndex {
  /** Takes in every change so far. */
  catchUp(): void;
  /** Number of the newest change it reflects. */
  readonly changeNumber: number;
  readonly recordCount: number;
  /** Whether everything the query reads is in memory. */
  isReady(query: PlacedQuery): boolean;
  /** Reads what the query still lacks, step by step; yields the number of records done. */
  prepare(query: PlacedQuery): Generator<number>;
  /** Reads the fields that the list shows at first, then what else it can be ordered by: most questions are about these. */
  readShown(): Generator<number>;
  readOrders(): Generator<number>;
  /** Reads the other fields, if there is room for them. */
  readAhead(): Generator<number>;
  /** All records in the order asked for; the same one as long as nothing in it has moved. */
  orderFor(query: PlacedQuery): ListOrder;
  /** Records that fit, by `seq`, in that order. */
  find(query: PlacedQuery, order: ListOrder): Uint32Array;
  /** Records outside the bin. */
  count(): number;
  /** Records outside the bin that fit filters, and the sum of a field over them. */
  tally(filters: readonly StoredFilter[], sum: string): { readonly records: number; readonly sum: number };
  /** Whether the record is still there, in the list or in the bin. */
  isListed(seq: number, binned: boolean): boolean;
  seqOf(id: string): number | null;
}

/** Fits every number of a field: what it reads is the column. */
export const everyNumber = (field: string): StoredFilter => ({ kind: 'number', field, from: null, to: null });

/** More changes than this, in a small register, are read as one whole. */
const fewChanges = 2_000;
const idsAtOnce = 500;

/** Opens the list of one record type; the first `catchUp` reads which records there are. */
export function createListIndex(database: RegisterDatabase, index: RegisterIndex, root: RootTables): ListIndex {
  const { id: entity } = root.entity;
  const reader = createListReader(database, root);
  const slots = new Slots();
  const columns = createHeldColumns(reader, slots);
  const orders = createHeldOrders({ database, index, root, reader, slots, columns });
  let last: number | null = null;

  const readAll = (): void => {
    columns.clear();
    orders.clear();
    slots.fill(reader.places());
  };

  /** Takes in these records; false where only reading everything tells what is left. */
  const takeIn = (ids: readonly string[]): boolean => {
    const places = reader.placesOf(ids);
    // A record that is gone for good leaves no trace of its place.
    if (places.length < ids.length) return false;
    const changed: number[] = [];
    for (const place of [...places].sort((a, b) => a.seq - b.seq)) {
      if (!place.visible) continue;
      const slot = slots.put(place);
      if (slot < 0) return false;
      changed.push(slot);
    }
    columns.again(changed);
    orders.changed(changed);
    return true;
  };

  const follow = (since: number): boolean => {
    const most = Math.max(fewChanges, Math.ceil(slots.count / 20));
    const ids = database
      .prepareRaw(`SELECT DISTINCT "id" FROM (${changesAfter(root)}) LIMIT ?`)
      .all(entity, since, since, most + 1)
      .map((row) => String(row[0]));
    if (ids.length > most) return false;
    for (let from = 0; from < ids.length; from += idsAtOnce) {
      if (!takeIn(ids.slice(from, from + idsAtOnce))) return false;
    }
    return true;
  };

  const specsOf = ({ filters, order }: PlacedQuery): ColumnSpec[] => [
    ...filters.flatMap((filter) => (isFigureFilter(filter) ? [] : [specOfFilter(root, filter)])),
    specOfOrder(root, order),
  ];

  /** Keeps the records named by `seq` among those that fit so far. */
  const keepNamed = (mask: Uint8Array, seqs: Iterable<number>): void => {
    const found = new Uint8Array(mask.length);
    for (const seq of seqs) {
      const slot = slots.find(seq);
      if (slot >= 0 && mask[slot] === 1) found[slot] = 1;
    }
    mask.set(found);
  };

  const keepMatching = (mask: Uint8Array, search: string | null): void => {
    const words = fold(search ?? '')
      .split(' ')
      .filter((word) => word !== '');
    if (words.length > 0) keepNamed(mask, reader.matching(words));
  };

  const keepFiltered = (mask: Uint8Array, filter: StoredFilter): void => {
    const spec = specOfFilter(root, filter);
    const held = columns.find(spec);
    if (!held) throw new Error(`the column of ${spec.key} has not been read`);
    const test = testOf(filter, held.column, unitOf(spec));
    if (spec.of === 'rows') keepWithRow(mask, held.owners ?? new Uint32Array(0), held.lines, test);
    else keepFitting(mask, test);
  };

  return {
    get changeNumber() {
      return last ?? 0;
    },
    get recordCount() {
      return slots.count;
    },
    catchUp: () =>
      database.read(() => {
        const now = database.changeNumber();
        if (last === null || (now !== last && !follow(last))) readAll();
        last = now;
      }),
    isReady: (query) => specsOf(query).every((spec) => columns.find(spec) !== undefined),
    *prepare(query) {
      const specs = specsOf(query);
      yield* columns.read(specs);
      orders.forget(columns.giveUp(specs));
    },
    *readShown() {
      const shown = index.register.listColumns[entity] ?? [];
      yield* columns.read(shown.flatMap((id) => specOfField(root, id) ?? []));
    },
    *readOrders() {
      yield* columns.read(metaOrders.map((by) => specOfMeta(by)));
    },
    *readAhead() {
      yield* columns.readIfRoom(root.fields.flatMap(({ field }) => specOfField(root, field.id) ?? []));
    },
    orderFor: ({ order, language }) => orders.take(order, language),
    find(query, order) {
      const mask = slots.mask(query.binned);
      keepMatching(mask, query.search);
      if (query.within?.ids) keepNamed(mask, reader.seqsOf(query.within.ids));
      for (const filter of query.filters) {
        if (isFigureFilter(filter)) keepNamed(mask, reader.withFinding(filter));
        else keepFiltered(mask, filter);
      }
      const found = new Uint32Array(mask.length);
      let count = 0;
      walk(order, query.order.descending, (slot) => {
        if (mask[slot] !== 1) return;
        found[count] = slots.seqAt(slot);
        count += 1;
      });
      return found.slice(0, count);
    },
    count() {
      let count = 0;
      for (let slot = 0; slot < slots.count; slot += 1) if (!slots.isBinned(slot)) count += 1;
      return count;
    },
    tally(filters, sum) {
      const mask = slots.mask(false);
      for (const filter of filters) keepFiltered(mask, filter);
      const column = columns.find(specOfFilter(root, everyNumber(sum)))?.column;
      if (column?.type !== 'number') throw new Error(`the column of ${sum} has not been read`);
      const counted = { records: 0, sum: 0 };
      for (let slot = 0; slot < mask.length; slot += 1) {
        if (mask[slot] !== 1) continue;
        counted.records += 1;
        if (statusAt(column, slot) === answered) counted.sum += column.values[slot] as number;
      }
      return counted;
    },
    isListed(seq, binned) {
      const slot = slots.find(seq);
      return slot >= 0 && slots.isBinned(slot) === binned;
    },
    seqOf: (id) => reader.seqOf(id),
  };
}
