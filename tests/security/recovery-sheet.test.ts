import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIdentity } from '#electron/security/bech32.ts';
import { fromLines, newSheet, toLines } from '#electron/security/recovery-sheet.ts';
import { rehearseSheet } from '#electron/security/sheets.ts';
import { makeRegister } from '../backup/made-register.ts';

const identities = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => encodeIdentity(bytes));

test('any identity comes back from its eight lines, with blanks, dashes or nothing between the digits', () => {
  fc.assert(
    fc.property(identities, fc.constantFrom(' ', '-', '', ' – ', '.', '\t'), (identity, between) => {
      const lines = toLines(identity);
      expect(lines).toHaveLength(8);
      expect(fromLines(lines.map((line) => ` ${line.replaceAll(' ', between)} `))).toBe(identity);
    }),
  );
});

test('a wrong digit, two swapped digits and a line too long are found, and the line is named', () => {
  fc.assert(
    fc.property(
      identities,
      fc.nat(7),
      fc.nat(11),
      fc.integer({ min: 1, max: 9 }),
      (identity, line, position, shift) => {
        const lines = toLines(identity).map((text) => text.replaceAll(' ', ''));
        const digits = [...(lines[line] ?? '')];
        digits[position] = String((Number(digits[position]) + shift) % 10);
        const wrong = lines.with(line, digits.join(''));
        expect(() => fromLines(wrong)).toThrowError(
          expect.objectContaining({ code: 'RECOVERY_SHEET_WRONG', params: { line: line + 1 } }),
        );
        const swapped = [...(lines[line] ?? '')];
        const next = (position + 1) % 12;
        [swapped[position], swapped[next]] = [swapped[next] ?? '', swapped[position] ?? ''];
        const isNeighbour = next === position + 1 && swapped[position] !== swapped[next];
        if (isNeighbour) expect(() => fromLines(lines.with(line, swapped.join('')))).toThrow();
        expect(() => fromLines(lines.with(line, `${lines[line]}0`))).toThrow();
      },
    ),
  );
});

test('lines in the wrong order are found', () => {
  fc.assert(
    fc.property(identities, (identity) => {
      const lines = toLines(identity);
      const [first = '', second = ''] = lines;
      if (first.slice(0, 12) === second.slice(0, 12)) return;
      expect(() => fromLines([second, first, ...lines.slice(2)])).toThrowError(
        expect.objectContaining({ params: { line: 1 } }),
      );
    }),
  );
});

test('the sheet of one purpose is not taken for the other, nor that of another register', async () => {
  const made = await makeRegister({ records: 0 });
  const [register, vault] = made.sheets;
  expect(await rehearseSheet(made.header, 'register', register.lines)).toEqual({ sheetId: register.sheetId });
  expect(await rehearseSheet(made.header, 'vault', vault.lines)).toEqual({ sheetId: vault.sheetId });
  const other = (await newSheet('register')).sheet;
  for (const [purpose, lines] of [
    ['register', vault.lines],
    ['vault', register.lines],
    ['register', other.lines],
  ] as const) {
    await expect(rehearseSheet(made.header, purpose, lines)).rejects.toMatchObject({
      code: 'RECOVERY_SHEET_WRONG',
      params: { line: 0 },
    });
  }
  made.remove();
});
