/** The reader who knows every rule is let at the public view of designed tables, of up to four dimensions. */
import { expect, test } from 'vitest';
import type { CellAddress, LinkedOrder, LinkedSum } from '#shared/statistics/catalogue/linked-cells.ts';
import type { Axis, Line } from '#shared/statistics/catalogue/standard-statistic.ts';
import { type Counter, countCells } from '#shared/statistics/design/cross-count.ts';
import { fullSizes, stridesOf, withTotals } from '#shared/statistics/design/cube.ts';
import { figuresOf } from '#shared/statistics/design/figures.ts';
import {
  type HiddenCube,
  hideFigures,
  type ProtectedDimension,
  protectCube,
  systemOfCube,
} from '#shared/statistics/design/protect-cube.ts';
import { eachOnce } from '#shared/statistics/design/reach.ts';
import { Attacker, type PublishedTable } from '../attack/attacker.ts';
import { solvableCells } from '../attack.ts';
import { type Random, randomFrom } from '../invented-victims.ts';

/** A sample in the daily run; KRITER_ATTACKS=1000 for the full count. */
const attacks = Math.ceil(Number(process.env.KRITER_ATTACKS ?? 40) / 4);
const seed = Number(process.env.KRITER_SEED ?? 20_261_127);

type Dimension = Counter & ProtectedDimension;

/** Small answers are many, as in registers: a low line is drawn more often. */
const drawLine = (random: Random, size: number): number => Math.floor(random() * random() * size);

function dimensionOf(random: Random, units: number, size: number, several: boolean): Dimension {
  const rows = Int32Array.from({ length: units }, (_, unit) => unit);
  const lineOf = Int32Array.from({ length: size + 1 }, (_, line) => Math.min(line, size - 1));
  const common = { rows, isInOrder: true, lineOf, size, answers: size - 1, several, isSensitive: false };
  if (!several) return { ...common, numbers: Uint8Array.from(rows, () => drawLine(random, size)) };
  const offsets = Uint32Array.from({ length: units + 1 }, (_, unit) => unit * 2);
  const values = Uint16Array.from({ length: units * 2 }, () => drawLine(random, size));
  return { ...common, numbers: eachOnce({ offsets, values }, units, size) };
}

const keysOf = ({ size }: Dimension): string[] => [...Array.from({ length: size }, (_, line) => String(line)), 'total'];

function axisOf(dimension: Dimension): Axis {
  const lines = keysOf(dimension).map((key): Line => {
    const label = { text: key };
    if (key !== 'total') return { key, label, kind: 'value' };
    return dimension.several
      ? { key, label, kind: 'total' }
      : { key, label, kind: 'total', of: keysOf(dimension).slice(0, -1) };
  });
  return {
    dimension: 'invented',
    lines,
    ...(dimension.several ? { several: true as const } : {}),
    classify: () => ({ several: false, size: dimension.size, categoryOf: () => 0 }),
  };
}

/** One table for each pair of lines of the first two dimensions; how these add up is what the links say. */
function publish(
  [first, second, rows, columns]: readonly [Dimension, Dimension, Dimension, Dimension],
  counts: Float64Array,
  hidden: HiddenCube,
) {
  const strides = stridesOf(fullSizes([first, second, rows, columns])) as [number, number, number, number];
  const cellOf = (table: string, row: string, column: string): number => {
    const [a = '', b = ''] = table.split('/');
    const place = [a, b, row, column].map((key, at) => {
      const { size } = [first, second, rows, columns][at] as Dimension;
      return (key === 'total' ? size : Number(key)) * (strides[at] as number);
    });
    return place.reduce((sum, each) => sum + each, 0);
  };
  const tables: PublishedTable[] = [];
  const [sums, orders]: [LinkedSum[], LinkedOrder[]] = [[], []];
  const link = (whole: CellAddress, parts: readonly CellAddress[], several: boolean): void => {
    if (several) orders.push(...parts.map((smaller) => ({ smaller, larger: whole })));
    else sums.push({ whole, parts });
  };
  for (const a of keysOf(first)) {
    for (const b of keysOf(second)) {
      const table = `${a}/${b}`;
      const shown = keysOf(rows).map((row) =>
        keysOf(columns).map((column) => {
          const cell = cellOf(table, row, column);
          const at = (name: string): CellAddress => ({ table: name, row, column });
          if (a === 'total')
            link(
              at(table),
              keysOf(first)
                .slice(0, -1)
                .map((line) => at(`${line}/${b}`)),
              first.several,
            );
          if (b === 'total')
            link(
              at(table),
              keysOf(second)
                .slice(0, -1)
                .map((line) => at(`${a}/${line}`)),
              second.several,
            );
          return hidden[cell] ? null : (counts[cell] as number);
        }),
      );
      tables.push({ name: table, rows: axisOf(rows), columns: axisOf(columns), shown });
    }
  }
  const truth = (table: string, row: string, column: string): number => counts[cellOf(table, row, column)] as number;
  return { attacker: new Attacker(tables, { sums, orders }, truth), tables, truth };
}

test(`no cell of ${attacks} designs of three and four dimensions is recovered, each small one could be 0 or the threshold`, () => {
  const found = { small: 0, recovered: [] as string[], narrow: [] as string[], everythingHidden: 0 };
  for (let run = 0; run < attacks; run++) {
    const random = randomFrom(seed + run);
    const threshold = [5, 3, 10][run % 3] as number;
    const units = [30, 120, 400][run % 3] as number;
    const sizes = run % 2 === 0 ? [1, 3, 4, 5] : [2, 3, 3, 4];
    const dimensions = sizes.map((size, at) => dimensionOf(random, units, size, run % 4 === 3 && at === 2)) as [
      Dimension,
      Dimension,
      Dimension,
      Dimension,
    ];
    const counts = withTotals(countCells(units, dimensions), dimensions);
    const hidden = protectCube(dimensions, counts, true, threshold);
    if (hidden.every((reason) => reason !== null)) found.everythingHidden += 1;
    const { attacker, tables, truth } = publish(dimensions, counts, hidden);
    // A program of whole numbers for each cell takes its time: a sample of them.
    const cells = tables.flatMap(({ name, rows, columns, shown }) =>
      rows.lines.flatMap(({ key: row }, r) =>
        columns.lines.map(({ key: column }, c) => ({ name, row, column, count: shown[r]?.[c] ?? null })),
      ),
    );
    for (const { name, row, column, count } of cells) {
      const real = truth(name, row, column);
      const isSmall = real > 0 && real < threshold;
      const place = `run ${run}: ${name} ${row} ${column}`;
      if (count !== null) {
        if (isSmall) found.recovered.push(`${place}, shown`);
        continue;
      }
      if (isSmall) found.small += 1;
      if (random() > 0.15) continue;
      const { least, most } = attacker.boundsOf(name, row, column);
      if (least === most) found.recovered.push(place);
      if (isSmall && (least > 0 || most < threshold)) found.narrow.push(`${place}: ${least} to ${most}`);
    }
    attacker.close();
  }
  expect(found).toMatchObject({ recovered: [], narrow: [] });
  expect(found.small).toBeGreaterThan(attacks * 10);
  expect(found.everythingHidden).toBeLessThan(attacks / 2);
});

test('no sum that is hidden follows from the sums that are shown by adding and subtracting', () => {
  let [hiddenSums, shownSums] = [0, 0];
  for (let run = 0; run < 12; run++) {
    const random = randomFrom(seed + run);
    const units = [12, 60, 250][run % 3] as number;
    const dimensions = [3, 4, 3].map((size) => dimensionOf(random, units, size, false));
    // Some units have no such amount, and a few have nearly all of it.
    const amounts = Float64Array.from({ length: units }, () =>
      random() < 0.2 ? Number.NaN : Math.floor(random() ** 6 * 10_000),
    );
    const counts = withTotals(countCells(units, dimensions), dimensions);
    const figures = figuresOf('sum', dimensions, amounts);
    const hidden = hideFigures(dimensions, figures, protectCube(dimensions, counts, true, 5), true, 5);
    const system = systemOfCube(dimensions, figures.sum, true);
    const cells = hidden.flatMap((reason, cell) => (reason === null ? [] : [cell]));
    hiddenSums += cells.length;
    shownSums += hidden.length - cells.length;
    // What nothing stands in is no secret: everybody sees that there is nothing.
    const open = new Set(cells.filter((cell) => figures.measured[cell] !== 0));
    const solved = solvableCells(system, open).filter((cell) => (figures.measured[cell] as number) < 5);
    expect(solved, `run ${run}`).toEqual([]);
  }
  expect(Math.min(hiddenSums, shownSums)).toBeGreaterThan(100);
});
