/** Reading a backup: find the key, decrypt as a stream, check every digest, and never trust a part before the end. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Decrypter } from 'age-encryption';
import { AppError } from '#shared/contract/errors.ts';
import { databaseFile, headerFile, parseHeader, type RegisterHeader } from '../../security/header.ts';
import type { JobTools } from '../ports.ts';
import { type Opener, type OpeningKey, openerFor } from './backup-key.ts';
import { readFailure } from './file-failure.ts';
import { asStream, digesting, piecesOf, streamPieces, withFile } from './file-stream.ts';
import { type Manifest, manifestFile, parseManifest } from './manifest.ts';
import { readTar, type TarEntry } from './tar.ts';

const ageMark = 'age-encryption.org/v1\n';
/** A manifest or a header is far smaller; anything larger is not ours. */
const largestText = 16 * 1024 * 1024;

export interface ReadBackup {
  readonly manifest: Manifest;
  readonly header: RegisterHeader;
  readonly opener: Opener;
  readonly bytes: number;
}

/** Takes the encrypted database of the backup as a stream, and has read it to its end when it returns. */
export type TakeDatabase = (pieces: AsyncIterable<Uint8Array>) => Promise<void>;

async function sizeOfOurs(handle: FileHandle): Promise<number> {
  try {
    const head = Buffer.alloc(ageMark.length);
    await handle.read(head, 0, head.length, 0);
    if (head.toString('latin1') !== ageMark) throw new AppError('BACKUP_FOREIGN');
    return (await handle.stat()).size;
  } catch (cause) {
    throw readFailure(cause);
  }
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > largestText) throw new AppError('BACKUP_FOREIGN');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Reads a piece of the archive while checking its length and digest against the manifest. */
async function checked<T>(
  manifest: Manifest,
  entry: TarEntry,
  take: (content: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const declared = manifest.files.find(({ name }) => name === entry.name);
  if (declared?.bytes !== entry.size) throw new AppError('BACKUP_DAMAGED');
  const hash = createHash('sha256');
  const taken = await take(digesting(entry.content, hash));
  if (hash.digest('hex') !== declared.sha256) throw new AppError('BACKUP_DAMAGED');
  return taken;
}

async function decrypt(file: ReadableStream<Uint8Array>, identity: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch (cause) {
    if (cause instanceof Error && /no identity matched/.test(cause.message)) {
      throw new AppError('BACKUP_WRONG_KEY', {}, { cause });
    }
    throw damaged(cause);
  }
}

/** Whatever age or the archive complains about, some byte of the file is not what was written. */
function damaged(cause: unknown): unknown {
  const failure = readFailure(cause);
  if (failure instanceof AppError) return failure;
  return new AppError('BACKUP_DAMAGED', {}, { cause });
}

async function nextEntry(entries: AsyncIterator<TarEntry>, name: string): Promise<TarEntry> {
  const next = await entries.next();
  if (next.done || next.value.name !== name) throw new AppError('BACKUP_FOREIGN');
  return next.value;
}

/**
 * Reads a whole backup, or with `takeDatabase` null only manifest and header. Returns after the last byte has been
 * authenticated and every digest compared; BACKUP_DAMAGED, BACKUP_WRONG_KEY and BACKUP_FOREIGN say what was wrong.
 */
export function readBackup(
  file: string,
  key: OpeningKey,
  step: string,
  tools: JobTools,
  takeDatabase: TakeDatabase | null,
): Promise<ReadBackup> {
  return withFile(file, async (handle) => {
    const bytes = await sizeOfOurs(handle);
    const stream = (moved: (done: number) => void): ReadableStream<Uint8Array> =>
      asStream(piecesOf(handle, { signal: tools.signal, moved }));
    const opener = await openerFor(key, () => stream(() => undefined));
    const moved = (done: number): void => tools.progress(step, done, bytes);
    const plain = await decrypt(stream(moved), opener.identity);
    const entries = readTar(streamPieces(plain));
    try {
      return { ...(await readEntries(entries, takeDatabase)), opener, bytes };
    } catch (cause) {
      throw damaged(cause);
    } finally {
      await entries.return(undefined).catch(() => undefined);
      await plain.cancel().catch(() => undefined);
    }
  });
}

async function readEntries(
  entries: AsyncIterator<TarEntry>,
  takeDatabase: TakeDatabase | null,
): Promise<Pick<ReadBackup, 'manifest' | 'header'>> {
  const manifest = parseManifest(await textOf((await nextEntry(entries, manifestFile)).content));
  const header = parseHeader(await checked(manifest, await nextEntry(entries, headerFile), textOf));
  if (!header || header.registerId !== manifest.registerId) throw new AppError('BACKUP_DAMAGED');
  if (takeDatabase) {
    await checked(manifest, await nextEntry(entries, databaseFile), takeDatabase);
    if (!(await entries.next()).done) throw new AppError('BACKUP_FOREIGN');
  }
  return { manifest, header };
}
