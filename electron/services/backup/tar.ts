/** POSIX ustar, as much as a backup needs: regular files, any size, read and written as streams. */
import { AppError } from '#shared/contract/errors.ts';

const block = 512;
/** Largest size that eleven octal digits hold; beyond it the base-256 form of GNU and POSIX readers is used. */
const octalLimit = 8 * 1024 ** 3;

/** Zero bytes that fill the last block of a file. */
const padding = (size: number): number => (block - (size % block)) % block;

function octal(header: Buffer, value: number, offset: number, length: number): void {
  header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'ascii');
}

/** The 512 bytes before a file's content. */
export function tarHeader(name: string, size: number, modified: Date): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100, 'ascii');
  octal(header, 0o600, 100, 8);
  octal(header, 0, 108, 8);
  octal(header, 0, 116, 8);
  if (size < octalLimit) octal(header, size, 124, 12);
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  octal(header, Math.floor(modified.getTime() / 1000), 136, 12);
  header.fill(' ', 148, 156);
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

export interface TarSource {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The archive, piece by piece; a file that is longer or shorter than said is a bug and rises. */
export async function* writeTar(sources: readonly TarSource[], modified: Date): AsyncGenerator<Uint8Array> {
  for (const { name, size, content } of sources) {
    yield tarHeader(name, size, modified);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} has changed while it was read`);
    if (padding(size) > 0) yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * block);
}

/** Reads exact numbers of bytes from a stream of pieces. */
class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next piece of at most `most` bytes; empty at the end. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) return new Uint8Array();
      this.#rest = next.value;
    }
    const piece = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  async exactly(length: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for (let left = length; left > 0; ) {
      const piece = await this.some(left);
      if (piece.length === 0) throw new AppError('BACKUP_DAMAGED');
      pieces.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(pieces);
  }
}

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Must be read to its end before the next entry is asked for. */
  readonly content: AsyncIterable<Uint8Array>;
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const stored = Number.parseInt(header.toString('ascii', 148, 156), 8);
  const blank = Buffer.from(header).fill(' ', 148, 156);
  const isRegular = header[156] === 0x30 || header[156] === 0;
  if (blank.reduce((total, byte) => total + byte, 0) !== stored || !isRegular) throw new AppError('BACKUP_FOREIGN');
  const name = header.toString('ascii', 0, 100).replace(/\0.*$/s, '');
  const isLong = ((header[124] ?? 0) & 0x80) !== 0;
  const size = isLong ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString('ascii', 124, 136), 8);
  if (!Number.isSafeInteger(size)) throw new AppError('BACKUP_DAMAGED');
  return { name, size };
}

async function* contentOf(reader: ByteReader, size: number): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0; ) {
    const piece = await reader.some(left);
    if (piece.length === 0) throw new AppError('BACKUP_DAMAGED');
    left -= piece.length;
    yield piece;
  }
  await reader.exactly(padding(size));
}

/** The entries in order; after the last one the stream has been read to its very end. */
export async function* readTar(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(pieces);
  for (;;) {
    const header = await reader.exactly(block);
    if (header.every((byte) => byte === 0)) break;
    const { name, size } = parseHeader(header);
    yield { name, size, content: contentOf(reader, size) };
  }
  // The rest is padding; reading it makes age check that nothing was cut off.
  while ((await reader.some(block)).length > 0);
}
