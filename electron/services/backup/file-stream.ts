/** Files as streams of large pieces that report how far they are and stop when they should. */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { AppError } from '#shared/contract/errors.ts';
import { readFailure } from './file-failure.ts';

const pieceSize = 1024 * 1024;

export interface Watch {
  readonly signal: AbortSignal;
  readonly moved: (bytes: number) => void;
}

/** CANCELLED once the signal is raised. */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('CANCELLED');
}

/** Opens a file for reading, and closes it however the work ends, also where a stream over it was given up. */
export async function withFile<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw readFailure(cause);
  });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** The content of an open file from its beginning. */
export async function* piecesOf(handle: FileHandle, watch: Watch): AsyncGenerator<Uint8Array> {
  for (let done = 0; ; ) {
    stopIfAsked(watch.signal);
    const piece = Buffer.allocUnsafe(pieceSize);
    const { bytesRead } = await handle.read(piece, 0, pieceSize, done).catch((cause: unknown) => {
      throw readFailure(cause);
    });
    if (bytesRead === 0) return;
    done += bytesRead;
    watch.moved(done);
    yield piece.subarray(0, bytesRead);
  }
}

// The same class under both names: where types of the browser are loaded too (tests), theirs lacks the iteration.

/** Pieces as the stream that age reads. */
export const asStream = (pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  NodeReadableStream.from(pieces) as unknown as ReadableStream<Uint8Array>;

/** The stream that age gives, as pieces; giving up the iteration cancels the stream. */
export const streamPieces = (stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> =>
  stream as unknown as NodeReadableStream<Uint8Array>;

/** Passes pieces on and keeps their digest. */
export async function* digesting(pieces: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function fileDigest(file: string, watch: Watch): Promise<string> {
  const hash = createHash('sha256');
  await withFile(file, (handle) => drain(digesting(piecesOf(handle, watch), hash)));
  return hash.digest('hex');
}

/** Writes a new file and flushes it to the disk; the caller names and removes it. */
export async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const handle = await open(file, 'wx', 0o600);
  try {
    let written = 0;
    for await (const piece of pieces) {
      for (let done = 0; done < piece.length; ) {
        const { bytesWritten } = await handle.write(piece, done, piece.length - done);
        done += bytesWritten;
      }
      written += piece.length;
    }
    await handle.sync();
    return written;
  } finally {
    await handle.close();
  }
}

/** Reads to the end and keeps nothing. */
export async function drain(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of pieces);
}
