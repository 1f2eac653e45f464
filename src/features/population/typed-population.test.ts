import { expect, test } from 'vitest';
import { pasted, readCells, readPersons } from './typed-population.ts';

test('a number is read with the separators of every language, and a decimal or a word is not a number of persons', () => {
  expect(['1586659', '1.586.659', '1 586 659', '1 586 659', "1'586'659"].map(readPersons)).toEqual(
    Array(5).fill(1_586_659),
  );
  expect(readPersons('many')).toBeNull();
  expect(readPersons('-5')).toBeNull();
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
  );
  expect(cells).toEqual([{ sex: 'female', age: 'all', persons: 800_000 }]);
  expect(unreadable).toEqual(['male all']);
});
