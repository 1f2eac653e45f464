/** Looks at what is about to be released beside everything that was released before. */
import type { StatisticPart } from '../../catalogue/standard-statistic.ts';
import { type Period, parsePeriod } from '../../period.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { type Betrayed, findBetrayal, type GuardTools } from './find-betrayal.ts';
import type { KnownTable, SideBySide } from './known-table.ts';
import { groupUnits, unitsOfPart } from './unit-groups.ts';

/** The counts of a table as the public sees them. */
export interface ReleasedTable {
  /** Names it in the answer. */
  readonly key: string;
  readonly id: string;
  readonly part: string | null;
  readonly period: string;
  readonly threshold: number;
  /** Keys of rows and of columns that hold counts. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column; null where hidden. */
  readonly shown: readonly (readonly (number | null)[])[];
}

export interface ReleaseQuestion {
  /** Newest first. */
  readonly earlier: readonly ReleasedTable[];
  readonly later: readonly ReleasedTable[];
  readonly threshold: number;
}

export interface ReleaseBetrayal {
  readonly key: string;
  readonly reason: Betrayed['reason'];
  readonly earlier: readonly string[];
}

export interface GuardSources {
  /** The declaration of a table; null where the program knows none of that name. */
  readonly partOf: (table: ReleasedTable) => { readonly store: ColumnStore; readonly part: StatisticPart } | null;
  /** A table made from others as the cells of those that it repeats; any other as it is. */
  readonly standIns: (table: ReleasedTable) => readonly ReleasedTable[];
  /** What the public would see of the table today. */
  readonly today: (table: ReleasedTable) => ReleasedTable['shown'];
}

/** A table with its declaration, its period, and whether it was protected together with what goes out now. */
interface Placed {
  readonly table: ReleasedTable;
  readonly store: ColumnStore;
  readonly part: StatisticPart;
  readonly period: Period;
  readonly isEarlier: boolean;
}

/** Which of the later tables would betray a group, and with which earlier ones. */
export function guardReleases(question: ReleaseQuestion, sources: GuardSources, tools: GuardTools): ReleaseBetrayal[] {
  const { threshold } = question;
  const known = question.earlier.flatMap(sources.standIns);
  const earlier = place(withoutCopies(known), sources, true);
  const found: ReleaseBetrayal[] = [];
  const together: Placed[] = [];
  for (const table of question.later.flatMap(sources.standIns)) {
    if (found.some(({ key }) => key === table.key) || known.some((other) => isSame(table, other))) continue;
    const unplaced = findAmongCopies(table, known, threshold);
    const [placed] = place([table], sources, false);
    const related = placed ? relatedTo(placed, earlier) : [];
    const betrayed = unplaced ?? (placed ? guardOne(placed, related, sources, threshold, tools) : null);
    if (betrayed) found.push(betrayed);
    else if (placed && related.some((each) => !isMate(each, placed, sources))) together.push(placed);
  }
  if (found.length > 0 || together.length < 2) return found;
  return guardTogether(together, earlier, sources, threshold, tools);
}

function place(tables: readonly ReleasedTable[], { partOf }: GuardSources, isEarlier: boolean): Placed[] {
  return tables.flatMap((table) => {
    const declared = partOf(table);
    return declared ? [{ table, ...declared, period: parsePeriod(table.period), isEarlier }] : [];
  });
}

const nameOf = ({ id, part, period }: ReleasedTable): string => `${id} ${part} ${period}`;

const isSame = (a: ReleasedTable, b: ReleasedTable): boolean =>
  nameOf(a) === nameOf(b) &&
  JSON.stringify([a.rows, a.columns, a.shown]) === JSON.stringify([b.rows, b.columns, b.shown]);

const withoutCopies = (tables: readonly ReleasedTable[]): ReleasedTable[] =>
  tables.filter((table, at) => tables.findIndex((other) => isSame(table, other)) === at);

/** The same cell of the same table and period then and now; also where the program no longer knows the table. */
function findAmongCopies(
  table: ReleasedTable,
  earlier: readonly ReleasedTable[],
  threshold: number,
): ReleaseBetrayal | null {
  for (const other of earlier) {
    if (nameOf(other) !== nameOf(table)) continue;
    const isChanged = table.rows.some((row, r) =>
      table.columns.some((column, c) => {
        const [then, now] = [
          other.shown[other.rows.indexOf(row)]?.[other.columns.indexOf(column)],
          table.shown[r]?.[c],
        ];
        if (typeof then !== 'number' || typeof now !== 'number') return false;
        const by = Math.abs(now - then);
        return by > 0 && by < threshold;
      }),
    );
    if (isChanged) return { key: table.key, reason: 'changed', earlier: [other.key] };
  }
  return null;
}

/** Tables of the same units whose periods share days with it, or with one that does, and so on. */
function relatedTo(of: Placed, earlier: readonly Placed[]): Placed[] {
  const units = unitsOfPart(of.store, of.part);
  const open = earlier.filter(({ store, part }) => store === of.store && unitsOfPart(store, part) === units);
  const related = new Set<Placed>();
  const reached = [of.period];
  for (let at = 0; at < reached.length; at++) {
    const { fromDay, toDay } = reached[at] as Period;
    for (const other of open) {
      if (related.has(other) || other.period.fromDay > toDay || other.period.toDay < fromDay) continue;
      related.add(other);
      reached.push(other.period);
    }
  }
  return earlier.filter((each) => related.has(each));
}

/** Protected together with the later one: of the same period, and what it shows is what it would show today. */
function isMate({ table, period }: Placed, later: Placed, { today }: GuardSources): boolean {
  return (
    period.from === later.period.from &&
    period.to === later.period.to &&
    table.threshold === later.table.threshold &&
    JSON.stringify(table.shown) === JSON.stringify(today(table))
  );
}

function guardOne(
  later: Placed,
  related: readonly Placed[],
  sources: GuardSources,
  threshold: number,
  tools: GuardTools,
): ReleaseBetrayal | null {
  if (related.every((each) => isMate(each, later, sources))) return null;
  // The same table of other periods first: it is what mostly betrays, and soon decided.
  const alike = related.filter(({ table }) => table.id === later.table.id && table.part === later.table.part);
  const steps = alike.length === 0 || alike.length === related.length ? [related] : [alike, related];
  for (const others of steps) {
    const betrayed = findBetrayal(sideBySide([later], others, sources), threshold, tools);
    if (!betrayed) continue;
    const names = betrayed.with.flatMap((at) => others[at - 1]?.table.key ?? []);
    return { key: later.table.key, reason: betrayed.reason, earlier: [...new Set(names)] };
  }
  return null;
}

/** What single tables do not betray, several that go out at once might: looked for by adding and subtracting. */
function guardTogether(
  later: readonly Placed[],
  earlier: readonly Placed[],
  sources: GuardSources,
  threshold: number,
  tools: GuardTools,
): ReleaseBetrayal[] {
  const byUnits = Map.groupBy(later, ({ store, part }) => `${store.entity} ${unitsOfPart(store, part)}`);
  for (const tables of byUnits.values()) {
    const related = [...new Set(tables.flatMap((each) => relatedTo(each, earlier)))];
    if (tables.length < 2 || related.length === 0) continue;
    const betrayed = findBetrayal(sideBySide(tables, related, sources), threshold, tools, 'exact');
    if (!betrayed) continue;
    const names = betrayed.with.flatMap((at) => related[at - tables.length]?.table.key ?? []);
    const keys = [...new Set(tables.map(({ table }) => table.key))];
    return keys.map((key) => ({ key, reason: betrayed.reason, earlier: [...new Set(names)] }));
  }
  return [];
}

function sideBySide(later: readonly Placed[], earlier: readonly Placed[], sources: GuardSources): SideBySide {
  const all = [...later, ...earlier];
  const { store } = later[0] as Placed;
  const tables = all.map((placed, at): KnownTable => {
    const mateOf = later.find((each) => placed === each || isMate(placed, each, sources));
    const bundle = mateOf ? `${mateOf.period.from} ${mateOf.period.to}` : `earlier ${at}`;
    return { bundle, isEarlier: placed.isEarlier, shown: shownCells(placed) };
  });
  return { tables, groups: groupUnits(store, all) };
}

/** By cell of the declaration of today; lines that were not there then hold nothing that was shown. */
function shownCells({ table, part }: Placed): (number | null | undefined)[] {
  return part.rows.lines.flatMap(({ key: row }) =>
    part.columns.lines.map(({ key: column }) => {
      const [r, c] = [table.rows.indexOf(row), table.columns.indexOf(column)];
      return table.shown[r]?.[c];
    }),
  );
}
