/**
 * Whether a table that is about to go out shows, together with earlier ones, a small group that nobody could see before.
 *
 * First by adding and subtracting: a set of 1 to below `threshold` units is known exactly where its size is a linear
 * combination of what is shown. Then by bounds: a small set must be possibly empty and possibly `threshold` units large
 * as far as the reader can tell, as it is within each release alone. Which units stand in which cells is worked out over
 * the register of today; where earlier figures were others than today, their differences are looked at directly.
 * What is not decided within the effort counts as showing it.
 */
import type { Betrayed, Effort } from './betrayed.ts';
import { findNarrow } from './find-narrow.ts';
import { JointLook } from './joint-look.ts';
import type { KnownSpace } from './known-space.ts';
import type { SideBySide } from './known-table.ts';

/** Why the tables that are not yet known would betray a group with those that are; null where they would not. */
export function findBetrayal(side: SideBySide, threshold: number, effort: Effort): Betrayed | null {
  const later = side.tables.flatMap(({ isEarlier }, table) => (isEarlier ? [] : [table]));
  if (later.length === side.tables.length) return null;
  return new ExactLook(side, threshold).betrayedBy(later) ?? findNarrow(side, threshold, effort);
}

/** Questions about the same tables by adding and subtracting: for one of those that go out, or for several at once. */
export class ExactLook {
  readonly #look: JointLook;
  readonly #side: SideBySide;
  readonly #earlier: readonly number[];
  #before: KnownSpace | null = null;

  constructor(side: SideBySide, threshold: number) {
    this.#side = side;
    this.#look = new JointLook(side, threshold);
    this.#earlier = side.tables.flatMap(({ isEarlier }, table) => (isEarlier ? [table] : []));
  }

  /** What some of the tables that are not yet known would betray with all that are, and with which of these. */
  betrayedBy(later: readonly number[]): Betrayed | null {
    const found = this.#find(later);
    if (!found) return null;
    if ('changed' in found) return { reason: 'changed', with: found.changed };
    return { reason: 'difference', with: this.#needed(later, found.group) };
  }

  betrays(later: readonly number[]): boolean {
    return this.#find(later) !== null;
  }

  #find(later: readonly number[]): Found | null {
    this.#before ??= this.#look.spaceOf(this.#earlier);
    const changed = this.#look.findChange(later, this.#earlier, this.#before);
    if (changed) return { changed };
    const all = this.#look.spaceOf(later, this.#before);
    const group = this.#look.findGroup(later, this.#earlier, all, [this.#before, ...this.#bundlesOf(later)]);
    return group && { group };
  }

  /** Somebody who has read only what was protected together. */
  #bundlesOf(later: readonly number[]): KnownSpace[] {
    const { tables } = this.#side;
    return [...new Set(later.flatMap((table) => tables[table]?.bundle ?? []))].map((bundle) =>
      this.#look.spaceOf([...later, ...this.#earlier].filter((table) => tables[table]?.bundle === bundle)),
    );
  }

  /** Few of the earlier tables that suffice: those that are taken in first are the same ones of other periods. */
  #needed(later: readonly number[], group: Int32Array): readonly number[] {
    const names = new Set(later.map((table) => this.#side.tables[table]?.name));
    const [alike = [], others = []] = [true, false].map((isAlike) =>
      this.#earlier.filter((table) => names.has(this.#side.tables[table]?.name) === isAlike),
    );
    const terms = { groups: group, weights: new Float64Array(group.length).fill(1) };
    const used = this.#look.spaceOf([...later, ...alike, ...others]).sourcesOf(terms);
    let needed = this.#earlier.filter((table) => used.includes(table));
    if (needed.length > mostTried) return needed;
    for (const table of needed) {
      const rest = needed.filter((each) => each !== table);
      if (rest.length > 0 && this.#look.spaceOf([...later, ...rest]).tells(group)) needed = rest;
    }
    return needed;
  }
}

/** Of more tables it is not tried which of them could be done without. */
const mostTried = 20;

/** A group that follows, or earlier tables that were changed. */
type Found = { readonly group: Int32Array } | { readonly changed: readonly number[] };
