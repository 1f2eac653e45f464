/** Reading a CSV file as an office sends it: any of four encodings, comma, semicolon or tab, quoted or not. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
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

/** In this order: a file may mix the line ends of several programs. */
const lineEnds = ['\r\n', '\n', '\r'];
const lineBreak = /\r\n|\n|\r/g;

const countOf = (cells: readonly string[], pattern: RegExp): number =>
  cells.reduce((count, cell) => count + (cell.match(pattern)?.length ?? 0), 0);

/** Yields every row with its line, the header included; blank lines are passed over. Throws CsvProblem. */
export async function* readRows(file: string, { encoding, delimiter }: CsvForm): AsyncGenerator<CsvRow> {
  let misquoted: CsvError | undefined;
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: lineEnds,
    // Stopping at once would throw away the rows before that nobody has taken yet.
    skip_records_with_error: true,
    on_skip: (cause) => {
      misquoted ??= cause;
    },
  });
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const decoder = createLineDecoder(encoding);
  source.on('data', (bytes) => {
    const text = decoder.decode(bytes as Buffer);
    if (decoder.badLine() !== null) {
      source.destroy();
      parser.end(text);
    } else if (!parser.write(text)) {
      source.pause();
      parser.once('drain', () => source.resume());
    }
  });
  source.on('end', () => parser.end(decoder.end()));
  source.on('error', (cause) => parser.destroy(cause));
  // The parser counts a line break of two characters inside quotes twice.
  let countedTwice = 0;
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (misquoted && info.lines >= Number(misquoted.lines)) break;
      countedTwice += countOf(record, /\r\n/g);
      last = info.lines - countedTwice;
      yield { line: last - countOf(record, lineBreak), cells: record };
    }
  } catch (cause) {
    throw new AppError('FILE_NOT_READABLE', { file }, { cause });
  } finally {
    source.destroy();
  }
  const badLine = decoder.badLine();
  if (misquoted && (badLine === null || misquoted.code !== 'CSV_QUOTE_NOT_CLOSED')) {
    // A quote that never closes is told where its row begins, not at the end of the file.
    const isOpen = misquoted.code === 'CSV_QUOTE_NOT_CLOSED';
    throw new CsvProblem(isOpen ? last + 1 : Number(misquoted.lines) - countedTwice, 'BAD_QUOTING', {
      cause: misquoted,
    });
  }
  if (badLine !== null) throw new CsvProblem(badLine, 'BAD_ENCODING');
}

const lineFeed = 10;
const carriageReturn = 13;

/** Decodes whole lines, so that the line of a byte that fits no character is known. */
function createLineDecoder(encoding: Encoding) {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true });
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  let badLine: number | null = null;
  const decode = (bytes: Buffer): string => {
    try {
      const text = decoder.decode(bytes);
      lines += text.match(lineBreak)?.length ?? 0;
      return text;
    } catch {
      return decodeUntilBad(bytes);
    }
  };
  const decodeUntilBad = (bytes: Buffer): string => {
    let good = '';
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(lineFeed, from);
      const to = end === -1 ? bytes.length : end + 1;
      try {
        good += decoder.decode(bytes.subarray(from, to));
      } catch {
        badLine = lines + (good.match(lineBreak)?.length ?? 0) + 1;
        break;
      }
      from = to;
    }
    return good;
  };
  return {
    badLine: () => badLine,
    decode(bytes: Buffer): string {
      const all = Buffer.concat([rest, bytes]);
      const cut = Math.max(all.lastIndexOf(lineFeed), all.lastIndexOf(carriageReturn)) + 1;
      rest = all.subarray(cut);
      return decode(all.subarray(0, cut));
    },
    end: (): string => decode(rest),
  };
}
