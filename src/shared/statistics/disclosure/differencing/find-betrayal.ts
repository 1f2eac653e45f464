/**
 * Whether a table that is about to go out shows, together with earlier ones, a small group that nobody could see before.
 *
 * First by adding and subtracting: a set of 1 to below `threshold` units is known exactly where its size is a linear
 * combination of what is shown. Then by bounds: a small set must be possibly empty and possibly `threshold` units large
 * as far as the reader can tell, as it is within each release alone. Which units stand in which cells is worked out over
 * the register of today; where earlier figures were others than today, their differences are looked at directly.
 * What cannot be decided in time counts as showing it.
 */
import { type Balanced, balancedChange, madeUpOf, nothing } from './known-sums.ts';
import { type Place, type Reader, readerOf, recounted, type SideBySide } from './known-table.ts';
import { isWithin, type SmallGroup, smallGroups } from './small-groups.ts';
import type { Found, OpenPossibilities, Possibilities } from './solver.ts';

export interface Betrayed {
  readonly reason: 'difference' | 'changed' | 'undecided';
  /** Earlier tables that are needed for it, by index. */
  readonly with: readonly number[];
}

export interface GuardTools {
  readonly open: OpenPossibilities;
  /** Milliseconds left. */
  readonly left: () => number;
}

/** Why the tables that are not yet known would betray a group with those that are; null where they would not. */
export function findBetrayal(
  side: SideBySide,
  threshold: number,
  tools: GuardTools,
  looks: 'exact' | 'exact-and-bounds' = 'exact-and-bounds',
): Betrayed | null {
  if (!side.tables.some(({ isEarlier }) => isEarlier)) return null;
  const changed = findChanged(side, threshold);
  if (changed) return changed;
  const readers = readersOf(side);
  const groups = smallGroups(side, threshold);
  const determined = findDetermined(side, readers, groups, tools);
  if (determined !== null || looks === 'exact') return determined;
  return findNarrow(side, readers, groups, threshold, tools);
}

const earlierOf = ({ tables }: SideBySide): readonly number[] =>
  tables.flatMap(({ isEarlier }, table) => (isEarlier ? [table] : []));

/** Somebody who has read everything, and those who have read only what was protected together or known before. */
interface Readers {
  readonly all: Reader;
  readonly before: readonly Reader[];
}

function readersOf(side: SideBySide): Readers {
  const { tables } = side;
  const bundles = new Set(tables.filter(({ isEarlier }) => !isEarlier).map(({ bundle }) => bundle));
  return {
    all: readerOf(side, () => true),
    before: [
      readerOf(side, (table) => tables[table]?.isEarlier === true),
      ...[...bundles].map((bundle) => readerOf(side, (table) => tables[table]?.bundle === bundle)),
    ],
  };
}

const seeds = [1, 2] as const;

function changesFor({ sums, isEmpty }: Reader): readonly Balanced[] {
  return seeds.map((seed) => {
    const change = balancedChange(sums, isEmpty.length, seed);
    return change?.map((each, group) => (isEmpty[group] ? 0 : each)) ?? null;
  });
}

/** Whether the number of units in a set follows from what is known, by two changes drawn at random. */
function follows(members: Int32Array, changes: readonly Balanced[]): boolean {
  return changes.every((change) => {
    let sum = 0;
    for (const group of members) sum += change?.[group] ?? 0;
    return Math.abs(sum) < nothing;
  });
}

function findDetermined(
  side: SideBySide,
  { all, before }: Readers,
  groups: readonly SmallGroup[],
  { left }: GuardTools,
): Betrayed | null {
  const earlier = earlierOf(side);
  const changes = changesFor(all);
  const known = before.map(changesFor);
  if ([changes, ...known].flat().includes(null)) return { reason: 'undecided', with: earlier };
  const found = groups.find(
    ({ members }) => follows(members, changes) && !known.some((each) => follows(members, each)),
  );
  if (!found) return null;
  let needed = earlier;
  for (const table of earlier) {
    if (left() <= 0 || needed.length === 1) break;
    const others = needed.filter((each) => each !== table);
    const reader = readerOf(side, (each) => side.tables[each]?.isEarlier === false || others.includes(each));
    if (follows(found.members, changesFor(reader))) needed = others;
  }
  return { reason: 'difference', with: needed };
}

/** Larger systems take too long to be searched for every possible table. */
const mostGroups = 3000;

function findNarrow(
  side: SideBySide,
  { all, before }: Readers,
  groups: readonly SmallGroup[],
  threshold: number,
  { open, left }: GuardTools,
): Betrayed | null {
  const earlier = earlierOf(side);
  if (groups.length === 0) return null;
  if (side.groups.length > mostGroups) return { reason: 'undecided', with: earlier };
  const opened: Possibilities[] = [];
  const openFor = ({ sums, values, isEmpty }: Reader): Possibilities => {
    const possibilities = open({ size: isEmpty.length, sums, values, isEmpty });
    opened.push(possibilities);
    return possibilities;
  };
  try {
    const joint = openFor(all);
    const alone: Possibilities[] = [];
    const worlds: Float64Array[] = [];
    const canBe = (system: Possibilities, members: Int32Array, atLeast: 'none' | number): boolean | 'undecided' => {
      const size = (world: Float64Array): number => members.reduce((sum, group) => sum + (world[group] as number), 0);
      const fits = (world: Float64Array): boolean => (atLeast === 'none' ? size(world) === 0 : size(world) >= atLeast);
      if (system === joint && worlds.some(fits)) return true;
      if (left() <= 0) return 'undecided';
      const found: Found = system.find({ groups: members, atLeast }, left() / 1000);
      if (found === 'undecided' || found === null) return found === null ? false : 'undecided';
      if (system === joint) worlds.push(found);
      return true;
    };
    for (const { members, isCellOfDifference } of groups) {
      const wishes = ['none', threshold] as const;
      const jointly = wishes.map((wish) => canBe(joint, members, wish));
      if (jointly.includes('undecided')) return { reason: 'undecided', with: earlier };
      // A cell of the difference has to be as open as a cell of a table; of any other group it must not be certain that it is small.
      const closed = wishes.filter((_, at) => jointly[at] === false);
      if (closed.length === 0 || (!isCellOfDifference && closed.length < wishes.length)) continue;
      if (alone.length === 0) alone.push(...before.map(openFor));
      const isNew = alone.every((system) => closed.some((wish) => canBe(system, members, wish) !== false));
      if (isNew) return { reason: left() <= 0 ? 'undecided' : 'difference', with: earlier };
    }
    return null;
  } finally {
    for (const each of opened) each.close();
  }
}

/** Figures that were others when they went out: what they differ by from what goes out now says how many were changed. */
function findChanged(side: SideBySide, threshold: number): Betrayed | null {
  const { tables, groups } = side;
  const today = recounted(side);
  const isSmall = (by: number): boolean => Math.abs(by) > 0.5 && Math.abs(by) < threshold - 0.5;
  const differs = tables.map(({ shown }, table) =>
    shown.some((count, cell) => typeof count === 'number' && count !== today[table]?.[cell]),
  );
  if (!differs.includes(true)) return null;
  const shownAt = ({ table, cell }: Place): number => tables[table]?.shown[cell] as number;
  const isEarlier = (table: number): boolean => tables[table]?.isEarlier === true;
  const earlier = readerOf(side, isEarlier);
  const everyPlace = readerOf(side, isEarlier, 'every-place');
  const later = readerOf(side, (table) => !isEarlier(table));
  for (const [row, sum] of later.sums.entries()) {
    const now = shownAt(later.places[row] as Place);
    for (const [at, other] of everyPlace.sums.entries()) {
      const place = everyPlace.places[at] as Place;
      const by = now - shownAt(place);
      if (!differs[place.table] || !isSmall(by)) continue;
      const isNested = by > 0 ? isWithin(other.groups, sum.groups) : isWithin(sum.groups, other.groups);
      if (isNested) return { reason: 'changed', with: [place.table] };
    }
    const factors = madeUpOf(earlier.sums, sum, groups.length);
    if (!factors) continue;
    const used = earlier.places.flatMap((place, at) => {
      const factor = factors[at] as number;
      return Math.abs(factor) > nothing ? [{ place, factor }] : [];
    });
    if (!used.some(({ place }) => differs[place.table])) continue;
    const then = used.reduce((total, { place, factor }) => total + factor * shownAt(place), 0);
    if (isSmall(now - then)) return { reason: 'changed', with: [...new Set(used.map(({ place }) => place.table))] };
  }
  return null;
}
