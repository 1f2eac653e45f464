/** CSV as offices send it: encodings, delimiters, line ends, and where a file that is not CSV is told to break. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { neutralise, restoreNeutralised } from '#electron/services/exchange/neutralise.ts';
import { CsvProblem, detectForm, readRows } from '#electron/services/exchange/read-csv.ts';
import { encode } from './code-pages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kriter-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(content: string | Uint8Array): string {
  const file = join(folder, 'list.csv');
  writeFileSync(file, content);
  return file;
}

async function read(content: string | Uint8Array, wanted: Parameters<typeof detectForm>[1] = {}) {
  const file = write(content);
  const form = detectForm(file, wanted);
  const rows: { line: number; cells: readonly string[] }[] = [];
  try {
    for await (const row of readRows(file, form)) rows.push(row);
  } catch (cause) {
    if (!(cause instanceof CsvProblem)) throw cause;
    return { form, rows, problem: { line: cause.line, code: cause.problem } };
  }
  return { form, rows, problem: null };
}

const sentences = {
  'windows-1250': 'Žrtva je rođena u Čačku, śledeća: Štefan Őry; Ţepeş, văduvă',
  'windows-1251': 'Жртвата е родена во Ѓорче Петров; Њива, Љубојно; обявена в София',
  'windows-1252': 'Viktima është nga Vlorë, Çerçiz Topulli; e rrëmbyer për punë të detyruar',
} as const;

test.each(['windows-1250', 'windows-1251', 'windows-1252'] as const)(
  'a file in %s is recognised and read',
  async (encoding) => {
    const text = `id;border_point\r\n1;"${sentences[encoding]}"\r\n`;
    const { form, rows } = await read(encode(text, encoding));
    // Albanian letters have the same bytes in windows-1250 and windows-1252: either name reads them rightly.
    expect(form.encoding).toBe(encoding === 'windows-1252' ? 'windows-1250' : encoding);
    expect(rows[1]?.cells[1]).toBe(sentences[encoding]);
    expect((await read(encode(text, encoding), { encoding })).rows).toEqual(rows);
  },
);

test.each([',', ';', '\t'] as const)(
  'the delimiter %j is recognised, with and without a byte order mark',
  async (delimiter) => {
    for (const mark of ['', '\uFEFF']) {
      const text = `${mark}id${delimiter}"a,b;c"${delimiter}d\n1${delimiter}"x${delimiter}y"${delimiter}ë\n`;
      const { form, rows } = await read(text);
      expect(form).toEqual({ encoding: 'utf-8', delimiter });
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['id', 'a,b;c', 'd'],
        ['1', `x${delimiter}y`, 'ë'],
      ]);
    }
  },
);

test('each row has its line in the file, whatever stands between: quoted line breaks, blank lines, mixed line ends', async () => {
  const { rows } = await read('a,b\r\n1,"x\r\ny"\r\n2,z\n\r\n3,"u\n\nv"\r\n4,w\n5,"p\r\nq\r\nr"\r\n6,e');
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [2, '1'],
    [4, '2'],
    [6, '3'],
    [9, '4'],
    [10, '5'],
    [13, '6'],
  ]);
  expect(rows.map(({ cells }) => cells[1])).toEqual(['b', 'x\r\ny', 'z', 'u\n\nv', 'w', 'p\r\nq\r\nr', 'e']);
});

const head = (rows: number): string => `a,b\n${Array.from({ length: rows }, (_, n) => `${n},ë\n`).join('')}`;

test.each([3, 40_000])('bad quoting is told at its line, behind %i rows that were read', async (count) => {
  const { rows, problem } = await read(`${head(count)}x,"two" words"\nlast,1\n`);
  expect(problem).toEqual({ line: count + 2, code: 'BAD_QUOTING' });
  expect(rows).toHaveLength(count + 1);
});

test('a quote inside a bare cell is bad quoting too', async () => {
  expect((await read('a,b\n1,x\n2,two "words"\n')).problem).toEqual({ line: 3, code: 'BAD_QUOTING' });
});

test('a quote that never closes is told where its row begins', async () => {
  const { rows, problem } = await read(`${head(5)}x,"never closed\n${'1,2\n'.repeat(500)}`);
  expect(problem).toEqual({ line: 7, code: 'BAD_QUOTING' });
  expect(rows).toHaveLength(6);
});

test.each([3, 60_000])('a byte that is no UTF-8 is told at its line, behind %i rows', async (count) => {
  const bytes = Buffer.concat([Buffer.from(head(count)), Buffer.from([0x78, 0x2c, 0xe7, 0x0a]), Buffer.from('l,1\n')]);
  const { rows, problem } = await read(bytes, { encoding: 'utf-8' });
  expect(problem).toEqual({ line: count + 2, code: 'BAD_ENCODING' });
  expect(rows).toHaveLength(count + 1);
});

test('a file that ends in the middle of a character is not read as if it were whole', async () => {
  const { problem } = await read(Buffer.from(`${head(2)}x,Vlorë`).subarray(0, -1), { encoding: 'utf-8' });
  expect(problem).toEqual({ line: 4, code: 'BAD_ENCODING' });
});

test('any text survives being made harmless for spreadsheets, and no formula is left', () => {
  const risky = fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '＝', '5', '1', ',', 'a', ' ', '|');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(risky).map((signs) => signs.join('')),
      ),
      (text) => {
        const written = neutralise(text);
        expect(restoreNeutralised(written)).toBe(text);
        expect(/^[=+\-@\t\r＝＋－＠]/.test(written) && !/^[+-]?\d+([.,]\d+)?$/.test(written)).toBe(false);
      },
    ),
    { numRuns: 2_000 },
  );
});
