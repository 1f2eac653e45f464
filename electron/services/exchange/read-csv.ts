/** Reading a CSV file as an office sends it: any of four encodings, comma, semicolon or tab, quoted or not. */
import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '#shared/contract/errors.ts';

export const encodings = ['utf-8', 'windows-1250', 'windows-1251', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface CsvForm {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

export interface CsvRow {
  /** First line of the row in the file, from 1; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** How much of a file decides its encoding and delimiter. */
const sampleBytes = 256 * 1024;

/** Letters that the languages of the region write outside ASCII. */
const regional = new Set('ëçËÇčćžšđČĆŽŠĐăâîșțşţĂÂÎȘȚŞŢéöüÉÖÜ„”“’–');

/** Finds encoding and delimiter from the beginning of the file; a choice already made is kept. */
export function detectForm(file: string, wanted: Partial<CsvForm>): CsvForm {
  const sample = readSample(file);
  const encoding = wanted.encoding ?? detectEncoding(sample);
  const header = new TextDecoder(encoding).decode(sample).split(/\r?\n/, 1)[0] ?? '';
  return { encoding, delimiter: wanted.delimiter ?? detectDelimiter(header) };
}

function readSample(file: string): Buffer {
  try {
    const size = statSync(file).size;
    const sample = Buffer.alloc(Math.min(size, sampleBytes));
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, sample, 0, sample.length, 0);
    } finally {
      closeSync(descriptor);
    }
    return sample;
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new AppError(isGone ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE', { file }, { cause });
  }
}

/** UTF-8 where the bytes are valid UTF-8; otherwise the code page in which most letters are letters of the region. */
export function detectEncoding(sample: Buffer): Encoding {
  // A sample may end inside a character: `stream` leaves such a tail alone.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf-8';
  } catch {
    const scored = (['windows-1250', 'windows-1251', 'windows-1252'] as const).map((encoding) => ({
      encoding,
      score: plausibility(new TextDecoder(encoding).decode(sample)),
    }));
    scored.sort((a, b) => b.score - a.score);
    return scored[0]?.encoding ?? 'windows-1250';
  }
}

/** Share of non-ASCII characters that stand where a reader would expect them. */
function plausibility(text: string): number {
  let good = 0;
  let all = 0;
  for (const match of text.matchAll(/\p{L}+|[^\p{ASCII}\p{L}]/gu)) {
    const word = match[0];
    const foreign = [...word].filter((letter) => letter.charCodeAt(0) > 127);
    if (foreign.length === 0) continue;
    all += foreign.length;
    const isCyrillicWord = /^\p{Script=Cyrillic}+$/u.test(word) && !/\p{Ll}\p{Lu}/u.test(word);
    // In a Latin text a word of accented letters alone is a misread Cyrillic one.
    const isLatinWord = /^\p{Script=Latin}+$/u.test(word) && foreign.length < Math.max(2, word.length * 0.7);
    if (isCyrillicWord && word.length > 1) good += foreign.length;
    else if (isLatinWord) good += foreign.filter((letter) => regional.has(letter)).length;
  }
  return all === 0 ? 0 : good / all;
}

/** The candidate that stands most often outside quotes in the header line. */
export function detectDelimiter(header: string): Delimiter {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  counted.sort((a, b) => b.count - a.count);
  return counted[0]?.delimiter ?? ',';
}

/** A place where the file is not CSV; reading cannot go on behind it. */
export class CsvProblem extends Error {
  readonly line: number;
  readonly problem: 'BAD_QUOTING' | 'BAD_ENCODING';

  constructor(line: number, problem: 'BAD_QUOTING' | 'BAD_ENCODING', options?: ErrorOptions) {
    super(problem, options);
    this.line = line;
    this.problem = problem;
  }
}

/** Yields every row with its line, the header included; blank lines are passed over. Throws CsvProblem. */
export async function* readRows(file: string, { encoding, delimiter }: CsvForm): AsyncGenerator<CsvRow> {
  const parser = parse({ delimiter, info: true, bom: true, relax_column_count: true, skip_empty_lines: true });
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let badEncoding = false;
  source.on('data', (bytes) => {
    try {
      if (!parser.write(decoder.decode(bytes as Buffer, { stream: true }))) {
        source.pause();
        parser.once('drain', () => source.resume());
      }
    } catch {
      badEncoding = true;
      source.destroy();
      parser.end();
    }
  });
  source.on('end', () => parser.end());
  source.on('error', (cause) => parser.destroy(cause));
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const rows = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
      line = info.lines;
      yield { line: Math.max(1, line - rows), cells: record };
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new CsvProblem(line + 1, 'BAD_QUOTING', { cause });
    throw new AppError('FILE_NOT_READABLE', { file }, { cause });
  } finally {
    source.destroy();
  }
  if (badEncoding) throw new CsvProblem(line + 1, 'BAD_ENCODING');
}
