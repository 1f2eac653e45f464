/** Recovery sheets in the header: the register sheet holds data key and backup identity, the vault sheet the vault key. */
import { AppError } from '#shared/contract/errors.ts';
import { type RegisterHeader, type SheetPurpose, type SheetSlot, verifyHeader } from './header.ts';
import { fromLines, newSheet, type RecoverySheet } from './recovery-sheet.ts';
import { type KeySet, withKeys } from './register-keys.ts';
import { recipientOf, seal, sealKey, unseal, unsealKey } from './seal.ts';

/** Seals to a sheet's recipient what its purpose opens. */
async function sealSheet(
  registerId: string,
  purpose: SheetPurpose,
  sheet: { readonly sheetId: string; readonly recipient: string },
  keys: KeySet,
): Promise<SheetSlot> {
  const { sheetId, recipient } = sheet;
  if (purpose === 'vault') {
    if (!keys.vaultKey) throw new AppError('VAULT_KEY_NEEDED');
    return { purpose, sheetId, recipient, vaultKey: await sealKey(recipient, registerId, 'vault-key', keys.vaultKey) };
  }
  return {
    purpose,
    sheetId,
    recipient,
    dataKey: await sealKey(recipient, registerId, 'data-key', keys.dataKey),
    backupIdentity: await seal(recipient, registerId, 'backup-identity', keys.backupIdentity),
  };
}

/** A new sheet of one purpose; the one before loses its power over this header. */
export async function issueSheet(
  header: RegisterHeader,
  purpose: SheetPurpose,
  keys: KeySet,
): Promise<{ header: RegisterHeader; sheet: RecoverySheet }> {
  const { sheet, recipient } = await newSheet(purpose);
  const slot = await sealSheet(header.registerId, purpose, { sheetId: sheet.sheetId, recipient }, keys);
  const others = header.keys.sheets.filter((known) => known.purpose !== purpose);
  return { header: withKeys(header, { sheets: [...others, slot] }), sheet };
}

/** The two sheets of a new register. */
export async function issueSheets(
  header: RegisterHeader,
  keys: KeySet,
): Promise<{ header: RegisterHeader; sheets: [RecoverySheet, RecoverySheet] }> {
  const register = await issueSheet(header, 'register', keys);
  const vault = await issueSheet(register.header, 'vault', keys);
  return { header: vault.header, sheets: [register.sheet, vault.sheet] };
}

async function matchSheet(header: RegisterHeader, purpose: SheetPurpose, lines: readonly string[]) {
  const identity = fromLines(lines);
  const recipient = await recipientOf(identity);
  const slot = header.keys.sheets.find((sheet) => sheet.purpose === purpose && sheet.recipient === recipient);
  // Every line is sound in itself, but this is another sheet: of another purpose, another register, or replaced since.
  if (!slot) throw new AppError('RECOVERY_SHEET_WRONG', { line: 0 });
  return { identity, recipient, slot };
}

/** Whether typed lines are this register's sheet: silent if so, else RECOVERY_SHEET_WRONG with the line (0: other sheet). */
export async function rehearseSheet(
  header: RegisterHeader,
  purpose: SheetPurpose,
  lines: readonly string[],
): Promise<{ readonly sheetId: string }> {
  const { slot } = await matchSheet(header, purpose, lines);
  return { sheetId: slot.sheetId };
}

export interface OpenedSheet extends Omit<KeySet, 'vaultKey'> {
  readonly next: { readonly dataKey: Buffer; readonly backupIdentity: string } | null;
}

/** Opens the register with its register sheet: data key and backup identity, never the vault key. */
export async function openWithSheet(header: RegisterHeader, lines: readonly string[]): Promise<OpenedSheet> {
  const { identity, recipient, slot } = await matchSheet(header, 'register', lines);
  const { registerId } = header;
  const open = async (sheet: SheetSlot | undefined) =>
    sheet?.purpose === 'register'
      ? {
          dataKey: await unsealKey(identity, registerId, 'data-key', sheet.dataKey),
          backupIdentity: await unseal(identity, registerId, 'backup-identity', sheet.backupIdentity),
        }
      : null;
  const keys = await open(slot);
  if (!keys) throw new TypeError('the sheet was found by its purpose');
  verifyHeader(header, keys.dataKey);
  const next = header.next?.sheets.find((sheet) => sheet.purpose === 'register' && sheet.recipient === recipient);
  return { ...keys, next: await open(next) };
}

/** The vault key by the vault sheet; opens nothing else. */
export async function openVaultSheet(header: RegisterHeader, lines: readonly string[]): Promise<Buffer> {
  const { identity, slot } = await matchSheet(header, 'vault', lines);
  if (slot.purpose !== 'vault') throw new TypeError('the sheet was found by its purpose');
  return unsealKey(identity, header.registerId, 'vault-key', slot.vaultKey);
}
