/** Restoring: everything is decrypted, authenticated and opened beside the target before the target is touched. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { notice, registerInfo } from '../../database/fixed-tables.ts';
import { openDatabase } from '../../database/open-database.ts';
import { freeBytes } from '../../platform/drives.ts';
import { flushFile, flushFolder, renameDurably } from '../../platform/rename.ts';
import {
  databaseFile,
  headerCopyFile,
  headerFile,
  headerText,
  type RegisterHeader,
  refuseOutdated,
} from '../../security/header.ts';
import { createAuditLog } from '../audit.ts';
import type { JobTools } from '../ports.ts';
import { carryOver, type Remembered } from '../retention/carry-over.ts';
import type { OpeningKey } from './backup-key.ts';
import { writeFailure } from './file-failure.ts';
import { stopIfAsked, writePieces } from './file-stream.ts';
import { contentsOf } from './manifest.ts';
import { type ReadBackup, readBackup } from './read-backup.ts';
import { requireFacts } from './register-contents.ts';
import { lookAtTarget, rememberedByTarget, requireReplaceable } from './restore-target.ts';

/** Plain data: it crosses to a job worker. */
export interface RestoreJobInput {
  readonly file: string;
  readonly key: OpeningKey;
  /** Folder of the restored register: new, empty, or a register that is kept beside it. */
  readonly target: string;
  readonly at: string;
}

const spareBytes = 16 * 1024 * 1024;

/** Restores a backup; whatever fails or is stopped leaves the target as it was. */
export async function restoreBackup(input: RestoreJobInput, tools: JobTools): Promise<JobResult<'backup.restore'>> {
  const target = resolve(input.target);
  const parent = dirname(target);
  const found = lookAtTarget(target);
  const preview = await readBackup(input.file, input.key, 'open', tools, null);
  requireReplaceable(found, target, preview.manifest);
  const work = join(parent, `.${basename(target)}.restoring-${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(parent, { recursive: true });
    sweepUnfinished(parent, target);
    if (freeBytes(parent) < preview.bytes + spareBytes) {
      throw new AppError('DISK_FULL', { needed: preview.bytes + spareBytes, free: freeBytes(parent) });
    }
    mkdirSync(work, { mode: 0o700 });
    const read = await readBackup(input.file, input.key, 'read', tools, (pieces) => store(work, pieces));
    tools.progress('check', 0, 1);
    writeHeaders(work, read.header);
    await requireSound(work, read);
    const remembered = await rememberedByTarget(found, target, read.manifest.registerId, read.opener);
    const erasedBack = await enterRestore(work, read, input.at, remembered);
    flushFile(join(work, databaseFile));
    flushFolder(work);
    stopIfAsked(tools.signal);
    requireReplaceable(found, target, read.manifest);
    const safetyCopy = replace(target, work, found.state === 'register', new Date(input.at));
    return { path: target, contents: contentsOf(read.manifest, read.bytes), safetyCopy, erasedBack };
  } catch (cause) {
    throw writeFailure(cause);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Folders of restores that a power cut ended. They hold the encrypted register only. */
function sweepUnfinished(parent: string, target: string): void {
  const prefix = `.${basename(target)}.restoring-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

async function store(work: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await writePieces(join(work, databaseFile), pieces);
  } catch (cause) {
    throw writeFailure(cause);
  }
}

function writeHeaders(work: string, header: RegisterHeader): void {
  for (const name of [headerFile, headerCopyFile]) {
    writeFileSync(join(work, name), headerText(header), { mode: 0o600 });
    flushFile(join(work, name));
  }
}

/** The restored register opens, is whole, is the one that the manifest names, and belongs to its header. */
async function requireSound(work: string, { manifest, header, opener }: ReadBackup): Promise<void> {
  const file = join(work, databaseFile);
  const key = await opener.dataKey(header);
  await requireFacts(file, key, manifest);
  const database = openDatabase({ file, key, mode: 'read' });
  try {
    const info = database.orm.select().from(registerInfo).get();
    if (info?.id !== manifest.registerId || info.kind !== manifest.kind) throw new AppError('BACKUP_DAMAGED');
    refuseOutdated(header, info.headerGeneration);
  } finally {
    database.close();
    key.fill(0);
  }
}

/**
 * The restored register itself remembers that it was restored, and tells everybody where a sheet was used. Returns how
 * many erased records are back in it; null where nobody knows what was erased since.
 */
async function enterRestore(
  work: string,
  { manifest, header, opener }: ReadBackup,
  at: string,
  remembered: Remembered | null,
): Promise<number | null> {
  const key = await opener.dataKey(header);
  const database = openDatabase({ file: join(work, databaseFile), key, mode: 'write' });
  try {
    database.write(() => {
      const detail = { createdAt: manifest.createdAt, entry: manifest.seal.entry, bySheet: opener.bySheet };
      const audit = createAuditLog({ now: () => new Date(at) });
      audit.append({ account: null, register: { database } }, { name: 'backup.restore', outcome: 'ok', detail });
      if (opener.bySheet) database.orm.insert(notice).values({ code: 'RECOVERY_SHEET_USED', at }).run();
    });
    return carryOver(database, manifest.kind, remembered, at);
  } finally {
    database.close();
    key.fill(0);
  }
}

/** Two renames; if the second fails, the first is taken back. */
function replace(target: string, work: string, isRegister: boolean, at: Date): string | null {
  if (!isRegister) {
    if (existsSync(target)) rmdirSync(target);
    renameDurably(work, target);
    return null;
  }
  const safetyCopy = unusedFolder(`${target}-before-restore-${stamp(at)}`);
  renameDurably(target, safetyCopy);
  try {
    renameDurably(work, target);
  } catch (cause) {
    renameDurably(safetyCopy, target);
    throw cause;
  }
  return safetyCopy;
}

function stamp(at: Date): string {
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()];
  const [year, month, day, ...time] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}${month}${day}-${time.join('')}`;
}

function unusedFolder(name: string): string {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(folder)) return folder;
  }
}
