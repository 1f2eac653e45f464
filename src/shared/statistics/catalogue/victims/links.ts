/** How K9, T15 and both parts of T16 overlap: all count the identified victims of the period. */

import { addressOf as at, type LinkedOrder, type LinkedSum, type Links } from '../linked-cells.ts';
import { countedLines } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { outcomeOrders, outcomeSums, usualSums } from './outcome-links.ts';

const same = (whole: LinkedSum['whole'], ...parts: LinkedSum['parts'][number][]): LinkedSum => ({ whole, parts });

const ages = ['child', 'adult', 'unknown', 'total'];
const ageAndSex = {
  girls: ['female', 'child'],
  boys: ['male', 'child'],
  women: ['female', 'adult'],
  men: ['male', 'adult'],
};
const otherSex = 'other_or_non_binary';
const columns = victimAxes.ageAndSex.lines.map(({ key }) => key);

const sums: readonly LinkedSum[] = [
  ...ages.map((age) => same(at('K9', age, 'identified'), at('T15', 'total', age))),
  ...Object.entries(ageAndSex).map(([column, [sex, age]]) =>
    same(at('T16.main', 'total', column), at('T15', sex as string, age as string)),
  ),
  same(at('T16.main', 'total', 'otherSex'), at('T15', otherSex, 'child'), at('T15', otherSex, 'adult')),
  same(at('T16.main', 'total', 'total'), at('T15', 'total', 'total')),
  ...columns.flatMap((column) =>
    ['total', 'unknown'].map((row) => same(at('T16.every', row, column), at('T16.main', row, column))),
  ),
];

/** Whoever has a form as the main one has it among all. */
const orders: readonly LinkedOrder[] = countedLines(victimAxes.everyForm)
  .filter(({ kind }) => kind === 'value')
  .flatMap(({ key }) =>
    columns.map((column) => ({ smaller: at('T16.main', key, column), larger: at('T16.every', key, column) })),
  );

export const victimLinks: Links = {
  sums: [...sums, ...outcomeSums, ...usualSums],
  orders: [...orders, ...outcomeOrders],
};
