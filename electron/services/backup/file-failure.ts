/** What the system says about a file or drive, in the words of the program. */
import { AppError, type ErrorCode, type ErrorParams } from '#shared/contract/errors.ts';

const meanings: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  SQLITE_FULL: 'DISK_FULL',
  EROFS: 'FOLDER_NOT_WRITABLE',
  EACCES: 'FOLDER_NOT_WRITABLE',
  EPERM: 'FOLDER_NOT_WRITABLE',
  ENOTDIR: 'FOLDER_NOT_WRITABLE',
  ENOENT: 'FILE_WRITE_FAILED',
  // A stick that was pulled out.
  EIO: 'FILE_WRITE_FAILED',
  ENODEV: 'FILE_WRITE_FAILED',
  ENXIO: 'FILE_WRITE_FAILED',
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** A failure while writing as an AppError where the system's code is known; a bug stays what it is. */
export function writeFailure(cause: unknown, params: ErrorParams = {}): unknown {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause);
  const meaning = meanings[code] ?? (code.startsWith('SQLITE_IOERR') ? 'FILE_WRITE_FAILED' : undefined);
  return meaning ? new AppError(meaning, params, { cause }) : cause;
}

/** A failure while opening or reading a file. */
export function readFailure(cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause);
  if (code === 'ENOENT') return new AppError('FILE_NOT_FOUND', {}, { cause });
  if (/^E[A-Z]+$/.test(code)) return new AppError('FILE_NOT_READABLE', {}, { cause });
  return cause;
}
