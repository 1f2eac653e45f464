/** Looks at what is about to be released beside everything that was released before. */
import type { Days } from '../../counting.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import type { CountedTable } from './counted-table.ts';
import { findBetrayal, type GuardTools } from './find-betrayal.ts';
import type { KnownTable, SideBySide } from './known-table.ts';
import { findAmongCopies, repeats, withoutCopies } from './released-copies.ts';
import type { ReleaseBetrayal, ReleasedTable, ReleaseQuestion } from './released-table.ts';
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
interface Placed {
  readonly table: ReleasedTable;
  readonly store: ColumnStore;
  readonly counted: CountedTable;
  readonly isEarlier: boolean;
}

/** A table that goes out, and what it is laid beside. */
interface Candidate {
  readonly placed: Placed;
  readonly related: readonly Placed[];
}

/** Which of the later tables would betray a group, and with which earlier ones. */
export function guardReleases(question: ReleaseQuestion, sources: GuardSources, tools: GuardTools): ReleaseBetrayal[] {
  const { threshold } = question;
  const known = withoutCopies(question.earlier.flatMap(sources.standIns));
  const earlier = place(known, sources, true);
  const later = question.later
    .flatMap(sources.standIns)
    .filter((table) => !known.some((other) => repeats(table, other)));
  const refused = new Map<string, ReleaseBetrayal>();
  const refuse = (betrayal: ReleaseBetrayal | null): void => {
    if (betrayal && !refused.has(betrayal.key)) refused.set(betrayal.key, betrayal);
  };
  for (const table of later) refuse(findAmongCopies(table, known, threshold));

  const isOpen = ({ placed }: Candidate): boolean => !refused.has(placed.table.key);
  const candidatesAmong = (tables: readonly ReleasedTable[], beside: readonly Placed[]): Candidate[] =>
    place(tables, sources, false)
      .map((placed) => ({ placed, related: relatedTo(placed, beside) }))
      .filter(({ placed, related }) => related.some((each) => !isMate(each, placed, sources)));
  const guard = (candidates: readonly Candidate[]): void => {
    // By adding and subtracting first: it needs no time worth counting, and what it finds need not be searched for.
    for (const each of candidates.filter(isOpen)) refuse(guardOne(each, sources, threshold, tools, 'exact'));
    const open = candidates.filter(isOpen);
    for (const [at, each] of open.entries()) {
      refuse(guardOne(each, sources, threshold, shareOf(tools, open.length - at), 'exact-and-bounds'));
    }
    for (const betrayal of guardTogether(candidates.filter(isOpen), sources, threshold, tools)) refuse(betrayal);
  };
  guard(
    candidatesAmong(
      later.filter(({ designed }) => !designed),
      earlier,
    ),
  );
  // Nothing was protected together with a design: also what goes out beside it is laid beside it.
  const beside = place(
    later.filter(({ designed, key }) => !designed && !refused.has(key)),
    sources,
    true,
  );
  for (const tables of Map.groupBy(
    later.filter(({ designed }) => designed),
    ({ id, period }) => `${id} ${period}`,
  ).values()) {
    guard(candidatesAmong(tables, [...earlier, ...beside]));
    beside.push(
      ...place(
        tables.filter(({ key }) => !refused.has(key)),
        sources,
        true,
      ),
    );
  }
  return question.later.flatMap(({ key }) => refused.get(key) ?? []);
}

/** A fair part of the time that is left, for so many tables. */
function shareOf({ open, left }: GuardTools, tables: number): GuardTools {
  const mine = left() / tables;
  const spent = left() - mine;
  return { open, left: () => left() - spent };
}

function place(tables: readonly ReleasedTable[], sources: GuardSources, isEarlier: boolean): Placed[] {
  return tables.flatMap((table) => {
    const placed = sources.place(table);
    return placed ? [{ table, ...placed, isEarlier }] : [];
  });
}

/** Tables of the same units whose periods share days with it, or with one that does, and so on. */
function relatedTo(of: Placed, earlier: readonly Placed[]): Placed[] {
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
function isMate({ table, counted }: Placed, later: Placed, { today }: GuardSources): boolean {
  const isOfOneKind = table.designed || later.table.designed ? table.id === later.table.id : true;
  return (
    isOfOneKind &&
    counted.period.from === later.counted.period.from &&
    counted.period.to === later.counted.period.to &&
    table.threshold === later.table.threshold &&
    JSON.stringify(table.shown) === JSON.stringify(today(table))
  );
}

/** Of more tables than these only twos are searched for bounds: all at once would take hours. */
const mostAtOnce = 6;

function guardOne(
  { placed: later, related }: Candidate,
  sources: GuardSources,
  threshold: number,
  tools: GuardTools,
  looks: 'exact' | 'exact-and-bounds',
): ReleaseBetrayal | null {
  for (const others of looks === 'exact' ? [related] : setsToSearch(later, related, sources)) {
    const betrayed = findBetrayal(sideBySide([later], others, sources), threshold, tools, looks);
    if (!betrayed) continue;
    const names = betrayed.with.flatMap((at) => others[at - 1]?.table.key ?? []);
    return { key: later.table.key, reason: betrayed.reason, earlier: [...new Set(names)] };
  }
  return null;
}

/** The same table of other periods first: it is what mostly betrays, and soon decided. */
function setsToSearch(
  later: Placed,
  related: readonly Placed[],
  sources: GuardSources,
): readonly (readonly Placed[])[] {
  const isAlike = ({ table }: Placed): boolean => table.id === later.table.id && table.part === later.table.part;
  const alike = related.filter(isAlike);
  if (related.length <= mostAtOnce) return alike.length % related.length === 0 ? [related] : [alike, related];
  const others = related.filter((each) => !isMate(each, later, sources));
  // A year beside the tables of another one: those of the catalogue meet only where they look back, and then in themselves.
  const ofDesigns = others.filter((each) => !isAlike(each) && (later.table.designed || each.table.designed));
  return [...others.filter(isAlike), ...ofDesigns].map((each) => [each]);
}

/**
 * What single tables do not betray, several that go out at once might: looked for by adding and subtracting. Of those that
 * do, the first that betrays something beside the ones before it is refused, and so on.
 */
function guardTogether(
  candidates: readonly Candidate[],
  sources: GuardSources,
  threshold: number,
  tools: GuardTools,
): ReleaseBetrayal[] {
  const found: ReleaseBetrayal[] = [];
  for (const group of Map.groupBy(
    candidates,
    ({ placed: { store, counted } }) => `${store.entity} ${counted.units}`,
  ).values()) {
    let open = group;
    const betrayedBy = (many: number): ReleaseBetrayal | null => {
      const tables = open.slice(0, many).map(({ placed }) => placed);
      const related = [...new Set(open.slice(0, many).flatMap((each) => each.related))];
      const last = tables.at(-1);
      const betrayed = last ? findBetrayal(sideBySide(tables, related, sources), threshold, tools, 'exact') : null;
      if (!last || !betrayed) return null;
      const names = betrayed.with.flatMap((at) => related[at - tables.length]?.table.key ?? []);
      return { key: last.table.key, reason: betrayed.reason, earlier: [...new Set(names)] };
    };
    for (let betrayal = betrayedBy(open.length); open.length > 1 && betrayal; betrayal = betrayedBy(open.length)) {
      let [low, high] = [1, open.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        const inFewer = betrayedBy(middle);
        if (inFewer) [high, betrayal] = [middle, inFewer];
        else low = middle;
      }
      found.push(betrayal);
      const { key } = betrayal;
      open = open.filter(({ placed }) => placed.table.key !== key);
    }
  }
  return found;
}

function sideBySide(later: readonly Placed[], earlier: readonly Placed[], sources: GuardSources): SideBySide {
  const all = [...later, ...earlier];
  const { store } = later[0] as Placed;
  const tables = all.map((placed, at): KnownTable => {
    const mateOf = later.find((each) => placed === each || isMate(placed, each, sources));
    const bundle = mateOf ? bundleOf(mateOf) : `earlier ${at}`;
    return { bundle, isEarlier: placed.isEarlier, shown: shownCells(placed) };
  });
  return {
    tables,
    groups: groupUnits(
      store,
      all.map(({ counted }) => counted),
    ),
  };
}

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
