/** Every byte of a register as a forensic reader with the key would see it: file, free pages, gaps and journal. */
import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const pageSize = 4096;
/** SQLCipher 4 ends each page with the initial vector (16) and the authentication tag (64). */
const reserved = 80;
const saltSize = 16;
const walHeader = 32;
const frameHeader = 24;

function decryptPage(page: Buffer, isFirst: boolean, key: Buffer): Buffer {
  const initial = page.subarray(pageSize - reserved, pageSize - reserved + 16);
  const decipher = createDecipheriv('aes-256-cbc', key, initial).setAutoPadding(false);
  const body = page.subarray(isFirst ? saltSize : 0, pageSize - reserved);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Pages of the file as they lie on the disk, whether SQLite still uses them or not. */
function filePages(file: string, key: Buffer): Buffer[] {
  const bytes = readFileSync(file);
  return Array.from({ length: Math.floor(bytes.length / pageSize) }, (_, at) =>
    decryptPage(bytes.subarray(at * pageSize, (at + 1) * pageSize), at === 0, key),
  );
}

/** Pages in the write-ahead log, valid or left over from an earlier round. */
function logPages(file: string, key: Buffer): Buffer[] {
  if (!existsSync(`${file}-wal`)) return [];
  const bytes = readFileSync(`${file}-wal`);
  const pages: Buffer[] = [];
  for (let at = walHeader; at + frameHeader + pageSize <= bytes.length; at += frameHeader + pageSize) {
    const number = bytes.readUInt32BE(at);
    const page = bytes.subarray(at + frameHeader, at + frameHeader + pageSize);
    pages.push(decryptPage(page, number === 1, key));
  }
  return pages;
}

export interface Pages {
  readonly file: readonly Buffer[];
  readonly log: readonly Buffer[];
}

/** All pages of a register in clear. */
export const readPages = (file: string, key: Buffer): Pages => ({
  file: filePages(file, key),
  log: logPages(file, key),
});

/** How many pages of file and log hold one of these texts or byte strings. */
export function countHits({ file, log }: Pages, wanted: readonly (string | Buffer)[]): { file: number; log: number } {
  const needles = wanted.flatMap((each) =>
    typeof each === 'string' ? [Buffer.from(each, 'utf8'), Buffer.from(each, 'utf16le')] : [each],
  );
  const holds = (page: Buffer): boolean => needles.some((needle) => page.includes(needle));
  return { file: file.filter(holds).length, log: log.filter(holds).length };
}
