/** Small groups that a reader knows within bounds though not exactly: no register that fits has none of it, or many. */
import { type Answer, Programme, type Row, unlimited } from '../optimiser.ts';
import type { Betrayed, Effort } from './betrayed.ts';
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

/**
 * The registers that fit what a reader knows. Groups that stand in the same sums are one class to her: whoever is in one of
 * them could as well be in another.
 */
class Registers {
  readonly #programme: Programme;
  readonly #rows: readonly { readonly terms: Row['terms']; readonly value: number }[];
  readonly #effort: Effort;
  /** By group; -1 for those that nobody belongs to. */
  readonly #classOf: Int32Array;
  /** Groups of each class. */
  readonly #sizes: readonly number[];
  readonly #found: Float64Array[] = [];
  readonly #answers = new Map<string, boolean | 'undecided'>();
  /** Rows of the programme, those included that were only used once. */
  #rowCount: number;

  constructor({ sums, values, isEmpty }: Reader, effort: Effort) {
    this.#effort = effort;
    this.#rowCount = sums.length;
    const names = Array.from(isEmpty, (): string[] => []);
    sums.forEach(({ groups, weights }, row) => {
      groups.forEach((group, at) => {
        names[group]?.push(`${row} ${weights[at]}`);
      });
    });
    const classes = new Map<string, number>();
    this.#classOf = Int32Array.from(names, (of, group) => {
      if (isEmpty[group]) return -1;
      const name = of.join();
      const known = classes.get(name) ?? classes.size;
      classes.set(name, known);
      return known;
    });
    const sizes = new Array<number>(classes.size).fill(0);
    for (const each of this.#classOf) if (each >= 0) sizes[each] = (sizes[each] as number) + 1;
    this.#sizes = sizes;
    this.#rows = sums.map(({ groups, weights }, row) => {
      const terms = new Map<number, number>();
      groups.forEach((group, at) => {
        const each = this.#classOf[group] as number;
        if (each >= 0) terms.set(each, weights[at] as number);
      });
      return { terms: [...terms], value: values[row] as number };
    });
    this.#programme = new Programme(
      sizes.map(() => ({ lower: 0, upper: most, cost: 0 })),
      this.#rows.map(({ terms, value }) => ({ terms, lower: value, upper: value })),
      'prices',
    );
  }

  /** Whether one of them has nobody in a set (`atLeast` 0), or at least so many. */
  has(members: Int32Array, atLeast: number): boolean | 'undecided' {
    const touched = new Map<number, number>();
    for (const group of members) {
      const each = this.#classOf[group] as number;
      if (each >= 0) touched.set(each, (touched.get(each) ?? 0) + 1);
    }
    // For nobody to be in the set, only the classes that lie in it as a whole must be empty.
    const classes = [...touched]
      .filter(([each, groups]) => atLeast > 0 || groups === this.#sizes[each])
      .map(([each]) => each)
      .sort((a, b) => a - b);
    if (classes.length === 0) return atLeast === 0;
    const name = `${atLeast} ${classes.join()}`;
    const answer = this.#answers.get(name) ?? this.#search(classes, atLeast);
    this.#answers.set(name, answer);
    return answer;
  }

  #search(classes: readonly number[], atLeast: number): boolean | 'undecided' {
    const fits = (register: Float64Array): boolean => {
      const size = classes.reduce((sum, each) => sum + (register[each] as number), 0);
      return atLeast === 0 ? size === 0 : size >= atLeast;
    };
    if (this.#found.some(fits)) return true;
    if (this.#effort.programmes <= 0) return 'undecided';
    this.#effort.programmes -= 1;
    const price = atLeast === 0 ? 1 : -1;
    for (const each of classes) this.#programme.price(each, price);
    const inFractions = this.#programme.solve();
    for (const each of classes) this.#programme.price(each, 0);
    if (inFractions) {
      // Where fractions do not get there, whole numbers do not.
      const { objective } = inFractions;
      if (atLeast === 0 ? objective > slack : -objective < atLeast - slack) return false;
      if (this.#keeps(inFractions.values, fits)) return true;
    }
    const whole = atLeast === 0 ? this.#withNobodyIn(classes) : this.#withManyIn(classes, atLeast);
    if (whole === 'impossible') return false;
    return whole && this.#keeps(whole.values, fits) ? true : 'undecided';
  }

  #withNobodyIn(classes: readonly number[]): Answer | 'impossible' | null {
    for (const each of classes) this.#programme.bound(each, 0, 0);
    const found = this.#programme.findWholeNumbers({ nodes: mostNodes });
    for (const each of classes) this.#programme.bound(each, 0, most);
    return found;
  }

  #withManyIn(classes: readonly number[], atLeast: number): Answer | 'impossible' | null {
    const terms = classes.map((each) => [each, 1] as const);
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
        for (const [each, weight] of terms) sum += weight * (register[each] as number);
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
