/** Which tables have to be laid beside each other, and which were protected together. */
import type { Days } from '../../counting.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import type { CountedTable } from './counted-table.ts';
import type { KnownTable, SideBySide } from './known-table.ts';
import type { ReleasedTable } from './released-table.ts';
import { groupUnits } from './unit-groups.ts';

export interface GuardSources {
  /** Over which units a table is counted; null where the program knows none of that name. */
  readonly place: (table: ReleasedTable) => { readonly store: ColumnStore; readonly counted: CountedTable } | null;
  /** A table made from others as the cells of those that it repeats; any other as it is. */
  readonly standIns: (table: ReleasedTable) => readonly ReleasedTable[];
  /** What the public would see of the table today. */
  readonly today: (table: ReleasedTable) => ReleasedTable['shown'];
}

/** A table with its units, and whether it is known before the one that is looked at. */
export interface Placed {
  readonly table: ReleasedTable;
  readonly store: ColumnStore;
  readonly counted: CountedTable;
  readonly isEarlier: boolean;
}

export function place(tables: readonly ReleasedTable[], sources: GuardSources, isEarlier: boolean): Placed[] {
  return tables.flatMap((table) => {
    const placed = sources.place(table);
    return placed ? [{ table, ...placed, isEarlier }] : [];
  });
}

/** Tables of the same units whose periods share days with it, or with one that does, and so on. */
export function relatedTo(of: Placed, earlier: readonly Placed[]): Placed[] {
  const open = earlier.filter(({ store, counted }) => store === of.store && counted.units === of.counted.units);
  const related = new Set<Placed>();
  const reached = [...daysOf(of.counted)];
  for (let at = 0; at < reached.length; at++) {
    const { fromDay, toDay } = reached[at] as Days;
    for (const other of open) {
      const days = daysOf(other.counted);
      if (related.has(other) || !days.some((each) => each.fromDay <= toDay && each.toDay >= fromDay)) continue;
      related.add(other);
      reached.push(...days);
    }
  }
  return earlier.filter((each) => related.has(each));
}

/** The period, and other days on which some of its units count. */
const daysOf = ({ period, stages }: CountedTable): readonly Days[] => [
  period,
  ...stages.flatMap((counting) => ('days' in counting && counting.days ? [counting.days(period)] : [])),
];

/**
 * Protected together with the later one: of the same period, both of the catalogue or of one design, and what it shows is
 * what it would show today.
 */
export function isMate({ table, counted }: Placed, later: Placed, { today }: GuardSources): boolean {
  const isOfOneKind = table.designed || later.table.designed ? table.id === later.table.id : true;
  return (
    isOfOneKind &&
    counted.period.from === later.counted.period.from &&
    counted.period.to === later.counted.period.to &&
    table.threshold === later.table.threshold &&
    JSON.stringify(table.shown) === JSON.stringify(today(table))
  );
}

/** Tables of one kind of units over the groups that none of them tells apart, those that go out first. */
export function sideBySide(later: readonly Placed[], earlier: readonly Placed[], sources: GuardSources): SideBySide {
  const all = [...later, ...earlier];
  const { store } = later[0] as Placed;
  const tables = all.map((placed, at): KnownTable => {
    const mateOf = later.find((each) => placed === each || isMate(placed, each, sources));
    const bundle = mateOf ? bundleOf(mateOf) : `earlier ${at}`;
    return { name: nameOf(placed), bundle, isEarlier: placed.isEarlier, shown: shownCells(placed) };
  });
  return {
    tables,
    groups: groupUnits(
      store,
      all.map(({ counted }) => counted),
    ),
  };
}

export const nameOf = ({ table: { id, part } }: Placed): string => `${id} ${part}`;

const bundleOf = ({ table, counted: { period } }: Placed): string =>
  `${table.designed ? table.id : ''} ${period.from} ${period.to}`;

/** By cell of the declaration of today; lines that were not there then hold nothing that was shown. */
function shownCells({ table, counted }: Placed): (number | null | undefined)[] {
  const columnAt = counted.columns.map((key) => table.columns.indexOf(key));
  return counted.rows.flatMap((key) => {
    const cells = table.shown[table.rows.indexOf(key)];
    return columnAt.map((column) => cells?.[column]);
  });
}
