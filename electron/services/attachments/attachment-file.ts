/** The file that somebody chose, read from its place part by part; it never lies in memory or on disk as a whole. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import {
  type AttachmentKind,
  attachmentBeginning,
  attachmentKindOf,
  attachmentPartLength,
  attachmentParts,
  largestAttachment,
} from '#shared/records/attachment.ts';
import { readFailure } from '../backup/file-failure.ts';

export interface AttachmentFile {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly bytes: number;
  /** Parts in order; throws where the file is not as long as it was at first. */
  parts(): AsyncGenerator<Buffer, void, undefined>;
}

const longestName = 255;
const megabyte = 1024 * 1024;

/** Opens a file as an attachment, or says in which way it is none; closed again when `use` has ended. */
export async function withAttachmentFile<T>(path: string, use: (file: AttachmentFile) => Promise<T>): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    // A pipe or a device would keep whoever opens it waiting.
    if (!(await stat(path)).isFile()) throw new AppError('FILE_NOT_READABLE');
    handle = await open(path, 'r');
    const { size } = await handle.stat();
    requireSize(size);
    const opened = handle;
    return await use({
      name: nameOf(path),
      kind: await kindOf(opened),
      bytes: size,
      parts: () => readParts(opened, size),
    });
  } catch (cause) {
    throw readFailure(cause);
  } finally {
    await handle?.close();
  }
}

function requireSize(size: number): void {
  if (size === 0) throw new AppError('ATTACHMENT_EMPTY');
  if (size <= largestAttachment) return;
  throw new AppError('ATTACHMENT_TOO_LARGE', { megabytes: Math.floor(largestAttachment / megabyte) });
}

async function kindOf(handle: FileHandle): Promise<AttachmentKind> {
  const beginning = Buffer.alloc(attachmentBeginning);
  await handle.read(beginning, 0, beginning.length, 0);
  const kind = attachmentKindOf(beginning);
  if (kind === null) throw new AppError('ATTACHMENT_KIND');
  return kind;
}

/** Without signs that are not seen: they could make a name read as another one. */
const nameOf = (path: string): string =>
  basename(path)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, longestName);

async function* readParts(handle: FileHandle, size: number): AsyncGenerator<Buffer, void, undefined> {
  const parts = attachmentParts(size);
  for (let part = 0; part < parts; part += 1) {
    const start = part * attachmentPartLength;
    const clear = Buffer.alloc(Math.min(attachmentPartLength, size - start));
    for (let read = 0; read < clear.length; ) {
      const { bytesRead } = await handle.read(clear, read, clear.length - read, start + read);
      if (bytesRead === 0) throw new AppError('FILE_NOT_READABLE');
      read += bytesRead;
    }
    yield clear;
  }
  // Somebody still writes to it: what was read is no whole.
  if ((await handle.stat()).size !== size) throw new AppError('FILE_NOT_READABLE');
}
