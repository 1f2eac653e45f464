import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter, formatCode, parseCode } from './check-character.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

test('the check character is that of ISO 7064 MOD 37,36', () => {
  // The worked example of ISO 7064 for this system, as used by the Global Release Identifier: A12425GABC1234002 -> M.
  expect(checkCharacter('A12425GABC1234002')).toBe('M');
});

test('a code is read back however it was typed', () => {
  const code = formatCode('V', 2026, 417);
  expect(code).toMatch(/^V-2026-0417-[0-9A-Z]$/);
  expect(parseCode(code)).toEqual({ prefix: 'V', year: 2026, number: 417 });
  expect(parseCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual({
    prefix: 'V',
    year: 2026,
    number: 417,
  });
  expect(parseCode(formatCode('V', 2026, 123_456))).toEqual({
    prefix: 'V',
    year: 2026,
    number: 123_456,
  });
});

test('every single wrong character in a code is found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 999_999 }),
      fc.nat(),
      fc.integer({ min: 1, max: 35 }),
      (year, number, at, shift) => {
        const plain = formatCode('V', year, number).replaceAll('-', '');
        const position = at % plain.length;
        const wrong = alphabet.charAt((alphabet.indexOf(plain.charAt(position)) + shift) % 36);
        expect(parseCode(plain.slice(0, position) + wrong + plain.slice(position + 1))).toBeNull();
      },
    ),
  );
});
