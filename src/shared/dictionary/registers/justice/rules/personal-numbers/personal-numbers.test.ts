import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAlbanianNumber } from './albania.ts';
import { isBulgarianNumber } from './bulgaria.ts';
import { holdsPersonalNumber } from './find-numbers.ts';
import { isMasterCitizenNumber } from './jmbg.ts';
import { isKosovoNumber } from './kosovo.ts';
import { isRomanianNumber } from './romania.ts';

/** Invented numbers, with a control digit by the rule that the file of each country states. */
const invented = [
  { country: 'Kosovo', is: isKosovoNumber, numbers: ['1000000007', '1234567892'] },
  { country: 'Albania', is: isAlbanianNumber, numbers: ['J00101999W', 'j05115999k'] },
  { country: 'successors of Yugoslavia', is: isMasterCitizenNumber, numbers: ['0101990710008', '2902004505019'] },
  { country: 'Bulgaria', is: isBulgarianNumber, numbers: ['7501010010', '0442290005'] },
  { country: 'Romania', is: isRomanianNumber, numbers: ['1800101420010', '5040229400011'] },
];

describe('a number with its control digit is known, with another one it is not', () => {
  for (const { country, is, numbers } of invented) {
    test(country, () => {
      for (const number of numbers) {
        expect(is(number), number).toBe(true);
        const last = number.charAt(number.length - 1);
        const others = /\d/.test(last) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVW';
        for (const other of others.replace(last.toUpperCase(), '')) {
          expect(is(number.slice(0, -1) + other), number.slice(0, -1) + other).toBe(false);
        }
        expect(is(number.slice(1)), number.slice(1)).toBe(false);
      }
    });
  }
});

test('a day that the calendar does not know makes it another number', () => {
  // 31 February 1990, and twice 30 February 2004; the control digits fit.
  expect(isMasterCitizenNumber('3102199905005')).toBe(false);
  expect(isRomanianNumber('5040230400012')).toBe(false);
  expect(isBulgarianNumber('0442300016')).toBe(false);
});

test('it is found within a text, with spaces and in small letters, and not within a longer number', () => {
  expect(holdsPersonalNumber('dëshmitari (j00101999w) u dëgjua', 'XKX')).toBe(true);
  expect(holdsPersonalNumber('ЕМБГ 010199 0710008, сослушан', 'MKD')).toBe(true);
  expect(holdsPersonalNumber('EGN:7501010010.', 'BGR')).toBe(true);
  expect(holdsPersonalNumber('nr. 1800101420010', 'ROU')).toBe(true);
  expect(holdsPersonalNumber('12345678901800101420010', 'ROU')).toBe(false);
});

test('a number without birthday or letter is looked for at home only', () => {
  expect(holdsPersonalNumber('personi 1234567892', 'XKX')).toBe(true);
  expect(holdsPersonalNumber('tel. 1234567892', 'BGR')).toBe(false);
});

test('numbers of cases and days are none', () => {
  const year = fc.integer({ min: 2000, max: 2030 });
  const number = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(year, number, fc.constantFrom('XKX', 'ALB', 'BIH', 'BGR', 'ROU'), (y, n, country) => {
      expect(holdsPersonalNumber(`PPN/I ${n}/${y}`, country)).toBe(false);
    }),
  );
});
