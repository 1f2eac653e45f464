import { expect, test } from 'vitest';
import { pasted, readCells, readPersons } from './typed-population.ts';

test('a number is read with the separators of every language, and a decimal or a word is not a number of persons', () => {
  const read = (text: string) => readPersons(text, ',');
  expect(['1586659', '1.586.659', '1,586,659', '1 586 659', '1 586 659', "1'586'659"].map(read)).toEqual(
    Array(6).fill(1_586_659),
  );
  expect(['many', '-5', '1.5', '1,5', '12.34', '1.586,659', '1586.659', '1,586'].map(read)).toEqual(
    Array(8).fill(null),
  );
  expect(['1.586', '1,586'].map((text) => readPersons(text, '.'))).toEqual([null, 1586]);
});

test('a block from a spreadsheet fills the grid from the cell on, and nothing outside of it', () => {
  const grid = pasted(new Map(), { sex: 'male', age: 'adult' }, '10\t20\t30\r\n40\t50\r\n60\r\n');
  expect([...grid]).toEqual([
    ['male adult', '10'],
    ['all adult', '20'],
    ['male all', '40'],
    ['all all', '50'],
  ]);
});

test('what cannot be read is named and not lost', () => {
  const { cells, unreadable } = readCells(
    new Map([
      ['female all', '800 000'],
      ['male all', 'eight'],
    ]),
    ',',
  );
  expect(cells).toEqual([{ sex: 'female', age: 'all', persons: 800_000 }]);
  expect(unreadable).toEqual(['male all']);
});
