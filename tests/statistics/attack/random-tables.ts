/** Tables over invented persons, of any size and nesting, that overlap as the tables of a register do. */
import { addressOf, type LinkedSum, type Links } from '#shared/statistics/catalogue/linked-cells.ts';
import type { Axis, Line } from '#shared/statistics/catalogue/standard-statistic.ts';
import type { TableToProtect } from '#shared/statistics/disclosure/protect-tables.ts';
import type { Random } from '../invented-victims.ts';

export interface RandomTables {
  readonly tables: readonly TableToProtect[];
  readonly links: Links;
}

type Person = readonly number[];

/** An attribute of a person: so many answers, in groups or not. */
interface Attribute {
  readonly groups: readonly (readonly number[])[];
  readonly isNested: boolean;
  readonly isSensitive: boolean;
}

const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** Two to four tables over the same persons, each pair of attributes crossed, linked by their totals. */
export function randomTables(random: Random): RandomTables {
  const attributes = Array.from({ length: random() < 0.3 ? 3 : 2 }, () => drawAttribute(random));
  const persons = drawPersons(random, attributes);
  const pairs = attributes.flatMap((_, a) => attributes.flatMap((__, b) => (a < b ? [[a, b] as const] : [])));
  const named = pairs.map(([a, b]) => ({ name: `T${a}${b}`, a, b }));
  const tables = named.map(({ name, a, b }) => tableOf(name, persons, attributes, a, b));
  const sums: LinkedSum[] = [];
  attributes.forEach((attribute, at) => {
    const [first, ...others] = named.filter(({ a, b }) => a === at || b === at);
    for (const other of others) {
      for (const { key } of linesOf(attribute)) {
        const margin = ({ name, a }: (typeof named)[number]) =>
          a === at ? addressOf(name, key, 'total') : addressOf(name, 'total', key);
        if (first) sums.push({ whole: margin(first), parts: [margin(other)] });
      }
    }
  });
  return { tables, links: { sums, orders: [] } };
}

function drawAttribute(random: Random): Attribute {
  const isNested = random() < 0.6;
  let answers = 0;
  const groups = Array.from({ length: between(random, isNested ? 2 : 1, isNested ? 3 : 1) }, () =>
    Array.from({ length: between(random, 2, isNested ? 3 : 6) }, () => answers++),
  );
  return { groups, isNested, isSensitive: random() < 0.25 };
}

/** Skewed, so that zeros and ones abound; attributes hang together, so that some lines hold everybody. */
function drawPersons(random: Random, attributes: readonly Attribute[]): Person[] {
  const count = [3, 8, 20, 45, 100, 300][between(random, 0, 5)] as number;
  const skew = 1 + random() * 3;
  return Array.from({ length: count }, () => {
    const common = random();
    return attributes.map(({ groups }) => {
      const answers = groups.flat().length;
      const drawn = random() < 0.4 ? common : random();
      return Math.min(answers - 1, Math.floor(drawn ** skew * answers));
    });
  });
}

const label = { text: 'tables:lines.total' };

function linesOf({ groups, isNested }: Attribute): Line[] {
  const leaf = (answer: number): Line => ({ key: `a${answer}`, label, kind: 'value' });
  if (!isNested) {
    const leaves = groups.flat().map(leaf);
    return [...leaves, { key: 'total', label, kind: 'total', of: leaves.map(({ key }) => key) }];
  }
  const lines = groups.flatMap((answers, group): Line[] => [
    { key: `g${group}`, label, kind: 'subtotal', of: answers.map((answer) => `a${answer}`) },
    ...answers.map(leaf),
  ]);
  return [...lines, { key: 'total', label, kind: 'total', of: groups.map((_, group) => `g${group}`) }];
}

const axisOf = (attribute: Attribute): Axis => ({
  dimension: 'any',
  lines: linesOf(attribute),
  classify: () => {
    throw new Error('counted already');
  },
  ...(attribute.isSensitive ? { sensitive: true as const } : {}),
});

function isIn({ groups }: Attribute, answer: number, key: string): boolean {
  if (key === 'total') return true;
  const number = Number(key.slice(1));
  return key.startsWith('a') ? answer === number : groups[number]?.includes(answer) === true;
}

function tableOf(
  name: string,
  persons: readonly Person[],
  attributes: readonly Attribute[],
  a: number,
  b: number,
): TableToProtect {
  const [ofRows, ofColumns] = [attributes[a], attributes[b]] as [Attribute, Attribute];
  const part = { rows: axisOf(ofRows), columns: axisOf(ofColumns) };
  const counts = part.rows.lines.map((row) =>
    part.columns.lines.map(
      (column) =>
        persons.filter(
          (person) => isIn(ofRows, person[a] as number, row.key) && isIn(ofColumns, person[b] as number, column.key),
        ).length,
    ),
  );
  return { name, part, counts };
}
