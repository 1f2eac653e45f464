/** What holds of every recount. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeCase } from '../../justice/whole-case.ts';
import { clearCase } from './clear-case.ts';
import { sum } from './days.ts';
import { exportTexts } from './export-texts.ts';
import { recountOf, stored } from './figure-of.ts';
import { readFiles } from './files.ts';
import { recountJustice } from './recount-justice.ts';

test('tables of the same persons agree with each other, whatever was entered', () => {
  fc.assert(
    fc.property(fc.array(clearCase(), { minLength: 1, maxLength: 4 }), (subjects) => {
      const cases = subjects.map((subject, place) => stored(subject, place + 1));
      const { tables } = recountOf(cases, '2023');
      const at = (table: string, part: string | null, row: string, column: string) =>
        tables.find((each) => each.table === table && each.part === part)?.rows[row]?.[column] ?? Number.NaN;
      const balance = (row: string) => at('K14', 'balance', row, 'total');
      expect(balance('pending_at_start') + balance('new')).toBe(balance('closed') + balance('pending_at_end'));
      for (const stage of ['suspected', 'prosecuted', 'convicted_first', 'convicted_final']) {
        const sexes = ['female', 'male', 'other_or_non_binary', 'unknown', 'legal_person'];
        const counts = sexes.map((sex) => at('T32', 'persons', stage, sex));
        expect(sum(counts)).toBe(at('T32', 'persons', stage, 'total'));
        const natural = at('T33', 'sex', 'total', stage);
        for (const part of ['age', 'citizenship', 'citizenship_eurostat']) {
          expect(at('T33', part, 'total', stage)).toBe(natural);
        }
        expect(at('T38', 'sex', 'total', stage)).toBe(natural);
      }
      for (const stage of ['first', 'final']) {
        // Persons there, judgments here.
        expect(at('T36', null, 'total', stage)).toBeGreaterThanOrEqual(at('K13', 'aggregate', 'total', stage));
        expect(at('K13', 'offence', 'total', stage)).toBe(at('K13', 'aggregate', 'total', stage));
      }
      expect(at('T35', 'rate', 'convicted', 'total')).toBeLessThanOrEqual(at('T35', 'rate', 'judged', 'total'));
    }),
    { numRuns: 200 },
  );
});

test('files of a folder, as a spreadsheet would want them, count like their texts', () => {
  const cases = [stored(wholeCase())];
  const folder = mkdtempSync(join(tmpdir(), 'recount-'));
  try {
    // An export begins with a byte order mark and ends its lines as Windows does.
    for (const [name, text] of exportTexts(cases)) {
      writeFileSync(join(folder, name), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    }
    expect(recountJustice(readFiles(folder), '2024', 'XKX')).toEqual(recountOf(cases, '2024'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what counts shares no code with the program', () => {
  const folder = import.meta.dirname;
  // These make cases and files of them, or hold figures against those of the program; they count nothing.
  const makers = ['clear-case.ts', 'compare-justice.ts', 'export-texts.ts', 'figure-of.ts'];
  const counting = readdirSync(folder).filter((name) => !name.endsWith('.test.ts') && !makers.includes(name));
  const ties = counting.filter((name) => /from '(#|\.\.\/\.\.)/.test(readFileSync(join(folder, name), 'utf8')));
  expect(counting.length).toBeGreaterThan(10);
  expect(ties).toEqual([]);
});
