/** What lies where a backup is to be restored, and whether it may be replaced. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupContents } from '#shared/contract/exchange.ts';
import { openDatabase } from '../../database/open-database.ts';
import { lockFolder } from '../../platform/folder-lock.ts';
import { databaseFile, headerCopyFile, headerFile, type RegisterHeader, readHeader } from '../../security/header.ts';
import { type Remembered, rememberedOf } from '../retention/carry-over.ts';
import type { Opener } from './backup-key.ts';
import type { Manifest } from './manifest.ts';
import { type Facts, readFacts } from './register-contents.ts';

export type RestoreTarget =
  | { readonly state: 'free' }
  /** `header` is null where it cannot be read: a damaged register is what restoring is for. */
  | { readonly state: 'register'; readonly header: RegisterHeader | null };

/** FOLDER_NOT_EMPTY for a folder with anything but a register. */
export function lookAtTarget(target: string): RestoreTarget {
  if (!existsSync(target)) return { state: 'free' };
  if (!statSync(target).isDirectory()) throw new AppError('FOLDER_NOT_WRITABLE');
  const names = readdirSync(target);
  if (names.length === 0) return { state: 'free' };
  if (![headerFile, headerCopyFile, databaseFile].some((name) => names.includes(name))) {
    throw new AppError('FOLDER_NOT_EMPTY');
  }
  try {
    return { state: 'register', header: readHeader(target) };
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'DB_NEWER_THAN_APP') throw cause;
    return { state: 'register', header: null };
  }
}

/** Refuses to replace a register of another kind, a real one by a training one, or one that somebody works in. */
export function requireReplaceable(target: RestoreTarget, folder: string, manifest: Manifest): void {
  if (target.state === 'free') return;
  const { header } = target;
  if (header && header.kind !== manifest.kind) throw new AppError('REGISTER_OTHER_KIND', { kind: header.kind });
  // A register whose header is lost may be real: only a real backup replaces it.
  if (manifest.training && !header?.training) throw new AppError('TRAINING_OVER_REAL');
  const lock = lockFolder(folder);
  if (!lock) throw new AppError('REGISTER_IN_USE');
  // Held no longer: Windows renames no folder in which a file is open.
  lock.release();
}

/**
 * What a restore would replace. Counts are there where the key of the backup opens that register too;
 * where it does not, they are empty and the seal is entry 0 without a mark.
 */
export async function describeTarget(
  target: RestoreTarget,
  folder: string,
  opener: Opener,
): Promise<BackupContents | null> {
  if (target.state === 'free' || !target.header) return null;
  const { registerId, kind, institution, country, training } = target.header;
  const file = join(folder, databaseFile);
  const stats = statSync(file, { throwIfNoEntry: false });
  return {
    registerId,
    kind,
    institution,
    country,
    training,
    createdAt: (stats?.mtime ?? new Date(0)).toISOString(),
    programVersion: '',
    dictionaryVersion: '',
    ...(await factsIfOpen(target.header, file, opener)),
    bytes: stats?.size ?? 0,
  };
}

/** What the register to be replaced remembers of erasures; null where it is another one, or the key does not open it. */
export async function rememberedByTarget(
  target: RestoreTarget,
  folder: string,
  registerId: string,
  opener: Opener,
): Promise<Remembered | null> {
  if (target.state === 'free' || target.header?.registerId !== registerId) return null;
  try {
    const key = await opener.dataKey(target.header);
    const database = openDatabase({ file: join(folder, databaseFile), key, mode: 'read' });
    try {
      return rememberedOf(database);
    } finally {
      database.close();
      key.fill(0);
    }
  } catch {
    return null;
  }
}

async function factsIfOpen(header: RegisterHeader, file: string, opener: Opener): Promise<Facts> {
  try {
    return await readFacts(file, await opener.dataKey(header), header.kind, false);
  } catch {
    return { counts: {}, seal: { entry: 0, mark: '' } };
  }
}
