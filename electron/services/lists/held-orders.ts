/** Orders of one record list that have been sorted already; changes are put to their places when an order is next used. */
import type { ListOrder as OrderAsked } from '#shared/contract/list-query.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { Language } from '#shared/languages.ts';
import type { RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { ListReader } from '../../database/repositories/list-reader.ts';
import { specOfOrder } from './column-specs.ts';
import type { HeldColumns } from './held-columns.ts';
import { codesMet } from './list-column.ts';
import { type CodeRanks, codeRanking, keepsOrder } from './list-labels.ts';
import { buildOrder, type ListOrder, type Ordering, replaceIn } from './list-order.ts';
import { orderingOf, textOrdering } from './orderings.ts';
import type { Slots } from './slots.ts';

interface HeldOrder {
  order: ListOrder;
  readonly column: string;
  readonly ranks: CodeRanks | null;
  readonly pending: Set<number>;
}

/** Orders kept; one of a million records takes four megabytes. */
const mostOrders = 8;

export interface HeldOrders {
  /** The records as this order has them now; its column has been read. */
  take(asked: OrderAsked, language: Language): ListOrder;
  changed(slots: readonly number[]): void;
  /** Forgets the orders by these columns. */
  forget(columns: readonly string[]): void;
  clear(): void;
}

export interface OrderParts {
  readonly database: RegisterDatabase;
  readonly index: RegisterIndex;
  readonly root: RootTables;
  readonly reader: ListReader;
  readonly slots: Slots;
  readonly columns: HeldColumns;
}

/** Orders of one record type. */
export function createHeldOrders({ database, index, root, reader, slots, columns }: OrderParts): HeldOrders {
  /** The one used last stands last. */
  const held = new Map<string, HeldOrder>();

  const orderingFor = (asked: OrderAsked, language: Language): { ordering: Ordering; ranks: CodeRanks | null } => {
    const spec = specOfOrder(root, asked);
    const column = columns.find(spec)?.column;
    if (!column) throw new Error(`the column of ${spec.key} has not been read`);
    if (column.type === 'text' && spec.of === 'record') {
      return { ordering: textOrdering({ reader, slots, stored: spec.stored }, column, language), ranks: null };
    }
    const isCoded = column.type === 'code' || column.type === 'codes';
    const ranks = isCoded ? codeRanking(database, index, spec, language)(codesMet(column)) : null;
    return { ordering: orderingOf(column, ranks), ranks };
  };

  return {
    take(asked, language) {
      const column = specOfOrder(root, asked).key;
      const key = `${column} ${language}`;
      const { ordering, ranks } = orderingFor(asked, language);
      const known = held.get(key);
      held.delete(key);
      const isGood = known !== undefined && (ranks === null || known.ranks === null || keepsOrder(known.ranks, ranks));
      let order = isGood && known.pending.size < slots.count / 8 ? known.order : buildOrder(slots.count, ordering);
      if (order === known?.order && known.pending.size > 0) order = replaceIn(order, known.pending, ordering);
      held.set(key, { order, column, ranks, pending: new Set() });
      const [oldest] = held.keys();
      if (held.size > mostOrders && oldest !== undefined) held.delete(oldest);
      return order;
    },
    changed(changed) {
      for (const { pending } of held.values()) for (const slot of changed) pending.add(slot);
    },
    forget(gone) {
      for (const [key, { column }] of held) if (gone.includes(column)) held.delete(key);
    },
    clear: () => held.clear(),
  };
}
