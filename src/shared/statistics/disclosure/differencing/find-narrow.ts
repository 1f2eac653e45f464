/** Small groups that a reader knows within bounds though not exactly: no register that fits has none of it, or many. */
import { type Answer, Programme, type Row, unlimited } from '../optimiser.ts';
import type { Betrayed, Effort } from './find-betrayal.ts';
import { type Reader, readerOf, type SideBySide } from './known-table.ts';
import { type SmallGroup, smallGroups } from './small-groups.ts';

/** Larger systems take too long to be searched for every possible table. */
const mostGroups = 3000;
/** More than any group can hold; a solver works faster within bounds. */
const most = 1_000_000;
/** Nodes that the search for whole numbers may open where fractions came out. */
const mostNodes = 200;
const slack = 1e-6;

/** Why the tables that are not yet known would betray a group with those that are; null where they would not. */
export function findNarrow(side: SideBySide, threshold: number, effort: Effort): Betrayed | null {
  const { tables } = side;
  const earlier = tables.flatMap(({ isEarlier }, table) => (isEarlier ? [table] : []));
  const groups = smallGroups(side, threshold);
  if (groups.length === 0) return null;
  if (side.groups.length > mostGroups) return { reason: 'undecided', with: earlier };
  const joint = new Registers(
    readerOf(side, () => true),
    effort,
  );
  const alone: Registers[] = [];
  const isClosed = (registers: Registers, { members }: SmallGroup, atLeast: number): boolean | 'undecided' => {
    const found = registers.has(members, atLeast);
    return found === 'undecided' ? found : !found;
  };
  try {
    for (const group of groups) {
      const wishes = [0, threshold];
      const closed = wishes.map((wish) => isClosed(joint, group, wish));
      // A cell of the difference has to be as open as a cell of a table; of any other group it must not be certain that it is small.
      const isOpen = group.isCellOfDifference ? closed.every((each) => each === false) : closed.includes(false);
      if (isOpen) continue;
      if (closed.includes('undecided')) return { reason: 'undecided', with: earlier };
      if (alone.length === 0) alone.push(...readersApart(side).map((reader) => new Registers(reader, effort)));
      const isNew = alone.every((registers) =>
        wishes.some((wish, at) => closed[at] === true && isClosed(registers, group, wish) !== true),
      );
      if (isNew) return { reason: 'difference', with: earlier };
    }
    return null;
  } finally {
    for (const each of [joint, ...alone]) each.dispose();
  }
}

/** Those who have read only what was known before, or what was protected together. */
function readersApart(side: SideBySide): Reader[] {
  const { tables } = side;
  const bundles = new Set(tables.filter(({ isEarlier }) => !isEarlier).map(({ bundle }) => bundle));
  return [
    readerOf(side, (table) => tables[table]?.isEarlier === true),
    ...[...bundles].map((bundle) => readerOf(side, (table) => tables[table]?.bundle === bundle)),
  ];
}

/** The registers that fit what a reader knows. */
class Registers {
  readonly #programme: Programme;
  readonly #rows: readonly { readonly terms: Row['terms']; readonly value: number }[];
  readonly #effort: Effort;
  readonly #isEmpty: Uint8Array;
  readonly #found: Float64Array[] = [];
  /** Rows of the programme, those included that were only used once. */
  #rowCount: number;

  constructor({ sums, values, isEmpty }: Reader, effort: Effort) {
    this.#effort = effort;
    this.#isEmpty = isEmpty;
    this.#rowCount = sums.length;
    this.#rows = sums.map(({ groups, weights }, row) => ({
      terms: Array.from(groups, (group, at) => [group, weights[at] as number] as const),
      value: values[row] as number,
    }));
    this.#programme = new Programme(
      Array.from(isEmpty, (empty) => ({ lower: 0, upper: empty ? 0 : most, cost: 0 })),
      this.#rows.map(({ terms, value }) => ({ terms, lower: value, upper: value })),
      'prices',
    );
  }

  /** Whether one of them has nobody in a set (`atLeast` 0), or at least so many. */
  has(members: Int32Array, atLeast: number): boolean | 'undecided' {
    const size = (register: Float64Array): number =>
      members.reduce((sum, group) => sum + (register[group] as number), 0);
    const fits = (register: Float64Array): boolean =>
      atLeast === 0 ? size(register) === 0 : size(register) >= atLeast;
    if (this.#found.some(fits)) return true;
    if (this.#effort.programmes <= 0) return 'undecided';
    this.#effort.programmes -= 1;
    const price = atLeast === 0 ? 1 : -1;
    for (const group of members) this.#programme.price(group, price);
    const inFractions = this.#programme.solve();
    for (const group of members) this.#programme.price(group, 0);
    if (inFractions) {
      // Where fractions do not get there, whole numbers do not.
      const { objective } = inFractions;
      if (atLeast === 0 ? objective > slack : -objective < atLeast - slack) return false;
      if (this.#keeps(inFractions.values, fits)) return true;
    }
    const whole = atLeast === 0 ? this.#withNobodyIn(members) : this.#withManyIn(members, atLeast);
    if (whole === 'impossible') return false;
    return whole && this.#keeps(whole.values, fits) ? true : 'undecided';
  }

  #withNobodyIn(members: Int32Array): Answer | 'impossible' | null {
    for (const group of members) this.#programme.bound(group, 0, 0);
    const found = this.#programme.findWholeNumbers({ nodes: mostNodes });
    for (const group of members) this.#programme.bound(group, 0, this.#isEmpty[group] ? 0 : most);
    return found;
  }

  #withManyIn(members: Int32Array, atLeast: number): Answer | 'impossible' | null {
    const terms = Array.from(members, (group) => [group, 1] as const);
    this.#programme.add({ terms, lower: atLeast, upper: unlimited });
    const found = this.#programme.findWholeNumbers({ nodes: mostNodes });
    this.#programme.limit(this.#rowCount, -unlimited, unlimited);
    this.#rowCount += 1;
    return found;
  }

  /** Remembers a register in whole numbers, where it fits exactly. */
  #keeps(values: Float64Array, fits: (register: Float64Array) => boolean): boolean {
    const register = values.map(Math.round);
    const isExact =
      register.every((size) => size >= 0) &&
      this.#rows.every(({ terms, value }) => {
        let sum = 0;
        for (const [group, weight] of terms) sum += weight * (register[group] as number);
        return sum === value;
      });
    if (!isExact) return false;
    this.#found.push(register);
    return fits(register);
  }

  dispose(): void {
    this.#programme.dispose();
  }
}
