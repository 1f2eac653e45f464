/** Writing a backup: a consistent encrypted copy, wrapped for sheet and accounts, read back before it counts. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { openDatabase } from '../../database/open-database.ts';
import { freeBytes } from '../../platform/drives.ts';
import { renameDurably } from '../../platform/rename.ts';
import {
  databaseFile,
  headerFile,
  headerText,
  type RegisterHeader,
  readHeader,
  verifyHeader,
} from '../../security/header.ts';
import type { JobTools } from '../ports.ts';
import { accountRecipient } from './account-stanza.ts';
import { writeFailure } from './file-failure.ts';
import {
  asStream,
  drain,
  fileDigest,
  piecesOf,
  stopIfAsked,
  streamPieces,
  withFile,
  writePieces,
} from './file-stream.ts';
import { contentsOf, type Manifest, manifestFile, manifestText } from './manifest.ts';
import { readBackup } from './read-backup.ts';
import { readFacts } from './register-contents.ts';
import { writeTar } from './tar.ts';

/** Plain data: it crosses to a job worker. */
export interface BackupJobInput {
  /** Folder of the register. */
  readonly folder: string;
  /** Folder or drive that receives the backup. */
  readonly to: string;
  readonly dataKey: Uint8Array;
  /** Opens the backup once more after it was written. */
  readonly backupIdentity: string;
  /** ISO time of the clock of this workstation. */
  readonly at: string;
  readonly programVersion: string;
}

const copyPattern = /^backup-[0-9a-f]{12}\.tmp$/;
const stalePartAfterMs = 24 * 60 * 60 * 1000;
const spareBytes = 16 * 1024 * 1024;

/** The drive that receives the backup; tests put faults here. */
export interface Drive {
  readonly freeBytes: (folder: string) => number;
  readonly writePieces: (file: string, pieces: AsyncIterable<Uint8Array>) => Promise<number>;
}
const realDrive: Drive = { freeBytes, writePieces };

/** Copies that a power cut left in a register's folder. They are encrypted like the register itself. */
export function sweepCopies(folder: string): void {
  for (const name of readdirSync(folder)) if (copyPattern.test(name)) rmSync(join(folder, name), { force: true });
}

/** Parts that a power cut or a pulled stick left behind; one that still grows belongs to somebody at work. */
function sweepParts(to: string, now: Date): void {
  for (const name of readdirSync(to).filter((each) => /^kriter-.*\.kriter\.part$/.test(each))) {
    const file = join(to, name);
    if (now.getTime() - statSync(file).mtimeMs > stalePartAfterMs) rmSync(file, { force: true });
  }
}

/** Name without anything personal; local time, so that people find the file of that morning. */
export function backupName(header: Pick<RegisterHeader, 'kind' | 'country' | 'training'>, at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const parts = [header.kind, header.country, ...(header.training ? ['training'] : []), day];
  return `kriter-${parts.join('-')}-${two(at.getHours())}${two(at.getMinutes())}`;
}

function unusedFile(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${name}${number === 1 ? '' : `-${number}`}.kriter`);
    if (!existsSync(file) && !existsSync(`${file}.part`)) return file;
  }
}

function requireSpace(folder: string, needed: number, drive: Drive): void {
  let free: number;
  try {
    free = drive.freeBytes(folder);
  } catch (cause) {
    throw writeFailure(cause);
  }
  if (free < needed) throw new AppError('DISK_FULL', { needed, free });
}

function requireTarget(to: string): void {
  if (!existsSync(to) || !statSync(to).isDirectory()) throw new AppError('FOLDER_NOT_WRITABLE');
}

/** A consistent copy under the same key: readers and the writer go on meanwhile. */
function copyRegister(source: string, copy: string, dataKey: Buffer): void {
  const database = openDatabase({ file: source, key: dataKey, mode: 'read' });
  try {
    database.sql.prepare('VACUUM INTO ?').run(copy);
  } finally {
    database.close();
  }
}

/** Writes, flushes, reads back and verifies a backup; only then it has its name. Stopping it leaves nothing behind. */
export async function createBackup(
  input: BackupJobInput,
  tools: JobTools,
  drive: Drive = realDrive,
): Promise<JobResult<'backup.create'>> {
  const started = performance.now();
  const { folder, to } = input;
  const dataKey = Buffer.from(input.dataKey);
  const source = join(folder, databaseFile);
  requireTarget(to);
  const size = statSync(source).size + (existsSync(`${source}-wal`) ? statSync(`${source}-wal`).size : 0);
  requireSpace(folder, size + spareBytes, drive);
  requireSpace(to, size + spareBytes, drive);
  const copy = join(folder, `backup-${randomBytes(6).toString('hex')}.tmp`);
  let part: string | null = null;
  try {
    sweepCopies(folder);
    sweepParts(to, new Date(input.at));
    tools.progress('copy', 0, 1);
    stopIfAsked(tools.signal);
    copyRegister(source, copy, dataKey);
    // Read after the copy: a header newer than its database is accepted, an older one never.
    const header = readHeader(folder);
    verifyHeader(header, dataKey);
    stopIfAsked(tools.signal);
    tools.progress('check', 0, 1);
    const facts = await readFacts(copy, dataKey, header.kind, true);
    const file = unusedFile(to, backupName(header, new Date(input.at)));
    part = `${file}.part`;
    const manifest = await describe(input, header, copy, facts, tools);
    await encryptTo(part, header, manifest, copy, tools, drive);
    const contents = await readBack(part, input, tools);
    renameDurably(part, file);
    part = null;
    return { file, contents, seconds: Math.round((performance.now() - started) / 100) / 10 };
  } catch (cause) {
    throw writeFailure(cause);
  } finally {
    rmSync(copy, { force: true });
    if (part) rmSync(part, { force: true });
    dataKey.fill(0);
  }
}

async function describe(
  { at, programVersion }: BackupJobInput,
  header: RegisterHeader,
  copy: string,
  facts: Pick<Manifest, 'counts' | 'seal'>,
  { signal }: JobTools,
): Promise<Omit<Manifest, 'format' | 'version'>> {
  const { registerId, kind, institution, country, training } = header;
  const publicHeader = Buffer.from(headerText(header), 'utf8');
  const headerDigest = createHash('sha256').update(publicHeader).digest('hex');
  return {
    registerId,
    kind,
    institution,
    country,
    training,
    createdAt: at,
    programVersion,
    dictionaryVersion: registerOf(kind).version,
    ...facts,
    files: [
      { name: headerFile, bytes: publicHeader.length, sha256: headerDigest },
      {
        name: databaseFile,
        bytes: statSync(copy).size,
        sha256: await fileDigest(copy, { signal, moved: () => undefined }),
      },
    ],
  };
}

function encrypterFor(header: RegisterHeader): Encrypter {
  const encrypter = new Encrypter();
  encrypter.addRecipient(header.keys.backupRecipient);
  for (const sheet of header.keys.sheets) if (sheet.purpose === 'register') encrypter.addRecipient(sheet.recipient);
  for (const slot of header.keys.slots) encrypter.addRecipient(accountRecipient(header, slot));
  return encrypter;
}

async function encryptTo(
  part: string,
  header: RegisterHeader,
  manifest: Omit<Manifest, 'format' | 'version'>,
  copy: string,
  { signal, progress }: JobTools,
  drive: Drive,
): Promise<void> {
  const total = statSync(copy).size;
  const first = Buffer.from(manifestText(manifest), 'utf8');
  const second = Buffer.from(headerText(header), 'utf8');
  await withFile(copy, async (handle) => {
    const database = piecesOf(handle, { signal, moved: (done) => progress('write', done, total) });
    const archive = writeTar(
      [
        { name: manifestFile, size: first.length, content: [first] },
        { name: headerFile, size: second.length, content: [second] },
        { name: databaseFile, size: total, content: database },
      ],
      new Date(manifest.createdAt),
    );
    await drive.writePieces(part, streamPieces(await encrypterFor(header).encrypt(asStream(archive))));
  });
}

/** Decrypts what lies on the drive; equal digests mean that it is the copy that was opened and checked before. */
async function readBack(part: string, input: BackupJobInput, tools: JobTools) {
  const { backupIdentity, dataKey } = input;
  const { manifest, bytes } = await readBackup(part, { backupIdentity, dataKey }, 'readBack', tools, drain);
  return contentsOf(manifest, bytes);
}
