/** The public header of a register: who may open it, in two copies beside the database. docs/formats.md describes it. */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { atomicReplace } from '../platform/atomic-replace.ts';
import { renameDurably } from '../platform/rename.ts';
import { kdfParameters } from './kdf.ts';

export const headerFile = 'header.json';
export const headerCopyFile = 'header.copy.json';
export const databaseFile = 'register.db';
const headerVersion = 1;

const recipient = z.string().regex(/^age1[0-9a-z]{58}$/);
const sealed = z.base64().max(4096);

export const slotSchema = z.strictObject({
  accountId: z.uuid(),
  login: z.string().max(64),
  kdf: kdfParameters,
  salt: z.base64().max(64),
  wrappedIdentity: z.base64().max(256),
  recipient,
  dataKey: sealed,
  backupIdentity: sealed,
  /** Only where the account may see identities. */
  vaultKey: sealed.nullable(),
});
export type Slot = z.output<typeof slotSchema>;

const sheetSchema = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.literal('register'),
    sheetId: z.string().max(32),
    recipient,
    dataKey: sealed,
    backupIdentity: sealed,
  }),
  z.strictObject({ purpose: z.literal('vault'), sheetId: z.string().max(32), recipient, vaultKey: sealed }),
]);
export type SheetSlot = z.output<typeof sheetSchema>;
export type SheetPurpose = SheetSlot['purpose'];

const keyPartSchema = z.strictObject({
  /** Public half of the institution's backup identity. */
  backupRecipient: recipient,
  slots: z.array(slotSchema).max(500),
  sheets: z.array(sheetSchema).max(16),
});
export type KeyPart = z.output<typeof keyPartSchema>;

const headerSchema = z.strictObject({
  format: z.literal('kriter-header'),
  version: z.literal(headerVersion),
  generation: z.number().int().min(0),
  registerId: z.uuid(),
  kind: z.enum(registerKinds),
  institution: z.string(),
  country: z.string(),
  training: z.boolean(),
  unfinished: z.boolean(),
  keys: keyPartSchema,
  /** While the data key is being replaced: the keys afterwards. Whichever of both opens the database counts. */
  next: keyPartSchema.nullable(),
  /** HMAC of everything above, by a key derived from the data key, and from the next one while there is one. */
  mac: z.string(),
  nextMac: z.string().nullable(),
  /** SHA-256 of everything above: tells a damaged copy before anybody has signed in. */
  digest: z.string(),
});
export type RegisterHeader = z.output<typeof headerSchema>;

/** JSON with sorted names and no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`).join(',')}}`;
}

function macOf(header: RegisterHeader, dataKey: Buffer): Buffer {
  const { mac: _mac, nextMac: _next, digest: _digest, ...content } = header;
  const key = Buffer.from(hkdfSync('sha256', dataKey, header.registerId, 'kriter header mac v1', 32));
  return createHmac('sha256', key).update(canonicalJson(content), 'utf8').digest();
}

function digestOf(header: RegisterHeader): string {
  const { digest: _digest, ...content } = header;
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

const fits = (mac: string | null, expected: Buffer): boolean => {
  const found = Buffer.from(mac ?? '', 'hex');
  return found.length === expected.length && timingSafeEqual(found, expected);
};

/** Refuses a header that was changed by somebody who does not hold the data key. */
export function verifyHeader(header: RegisterHeader, dataKey: Buffer): void {
  const expected = macOf(header, dataKey);
  if (!fits(header.mac, expected) && !fits(header.nextMac, expected)) throw new AppError('REGISTER_DAMAGED');
}

/** Refuses a header older than the generation that the open database remembers. */
export function refuseOutdated(header: RegisterHeader, rememberedGeneration: number): void {
  if (header.generation < rememberedGeneration) throw new AppError('HEADER_OUTDATED');
}

/** Reads one copy; null where it is missing or damaged, DB_NEWER_THAN_APP where a later program wrote it. */
export function parseHeader(text: string): RegisterHeader | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const later = z.object({ format: z.literal('kriter-header'), version: z.number().gt(headerVersion) }).safeParse(json);
  if (later.success) throw new AppError('DB_NEWER_THAN_APP', { version: later.data.version });
  const parsed = headerSchema.safeParse(json);
  return parsed.success && digestOf(parsed.data) === parsed.data.digest ? parsed.data : null;
}

/** The newest readable copy of a folder's header; REGISTER_NOT_FOUND without any, REGISTER_DAMAGED if none is readable. */
export function readHeader(folder: string): RegisterHeader {
  const files = [headerFile, headerCopyFile].map((name) => join(folder, name)).filter((file) => existsSync(file));
  if (files.length === 0) throw new AppError('REGISTER_NOT_FOUND');
  const copies = files.map((file) => parseHeader(readFileSync(file, 'utf8'))).filter((copy) => copy !== null);
  const newest = copies.sort((a, b) => b.generation - a.generation)[0];
  if (!newest) throw new AppError('REGISTER_DAMAGED');
  return newest;
}

/** The header with its generation raised and its MACs and digest renewed. */
export function signHeader(header: RegisterHeader, dataKey: Buffer, nextDataKey: Buffer | null = null): RegisterHeader {
  if ((header.next === null) !== (nextDataKey === null)) throw new TypeError('a next key needs a next key part');
  const raised = { ...header, generation: header.generation + 1 };
  const mac = macOf(raised, dataKey).toString('hex');
  const nextMac = nextDataKey ? macOf(raised, nextDataKey).toString('hex') : null;
  const signed = { ...raised, mac, nextMac };
  return headerSchema.parse({ ...signed, digest: digestOf(signed) });
}

export const headerText = (header: RegisterHeader): string => `${JSON.stringify(header, null, 1)}\n`;

/**
 * Signs and writes both copies, one after the other, so that one readable copy exists at every moment.
 * Returns what was written; its generation and MAC belong into the database afterwards, never before.
 */
export function saveHeader(
  folder: string,
  header: RegisterHeader,
  dataKey: Buffer,
  nextDataKey: Buffer | null = null,
): RegisterHeader {
  const signed = signHeader(header, dataKey, nextDataKey);
  const bytes = Buffer.from(headerText(signed), 'utf8');
  const [first, copy] = [join(folder, headerFile), join(folder, headerCopyFile)];
  atomicReplace(first, bytes);
  try {
    atomicReplace(copy, bytes);
  } catch (cause) {
    // What the caller will be refused must not be in force. A rename needs no room on a full disk.
    if (existsSync(copy)) renameDurably(copy, first);
    throw cause;
  }
  return signed;
}
