/** Recovery sheets of a register: issued, typed back, and what they can do when nobody can sign in. */
import { join } from 'node:path';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/contract/roles.ts';
import { account as accountTable, notice, registerInfo } from '../../database/fixed-tables.ts';
import { openDatabase } from '../../database/open-database.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { rekeyDatabase } from '../../database/rekey.ts';
import { lockFolder } from '../../platform/folder-lock.ts';
import type { SheetPurpose } from '../../security/header.ts';
import { databaseFile, type RegisterHeader, readHeader, refuseOutdated, saveHeader } from '../../security/header.ts';
import type { KdfParameters } from '../../security/kdf.ts';
import type { RecoverySheet } from '../../security/recovery-sheet.ts';
import { addSlot, type KeySet, slotOf } from '../../security/register-keys.ts';
import { finishRotation } from '../../security/rotate.ts';
import { issueSheet, type OpenedSheet, openVaultSheet, openWithSheet, rehearseSheet } from '../../security/sheets.ts';
import type { AuditLog } from '../audit.ts';
import { commitHeader } from '../commit-header.ts';
import { sameLogin } from '../logins.ts';
import type { Clock } from '../ports.ts';
import { pendingSheets, rememberRehearsal, requireOwnFile } from '../register-facts.ts';
import { requireStrength } from '../registers.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import { readSettings } from '../settings.ts';

export interface Recovery {
  /**
   * New sheets in place of those that nobody has typed back, or of all once the register is in use. Only of the
   * purposes whose keys the caller holds: an administrator the register sheet, a holder of the vault key the vault sheet.
   */
  reissue(session: OpenSession): Promise<RecoverySheet[]>;
  /** RECOVERY_SHEET_WRONG with the line (0: another sheet), or whether every sheet has now been typed back. */
  rehearse(session: OpenSession, purpose: SheetPurpose, lines: readonly string[]): Promise<{ finished: boolean }>;
  /** A new administrator by the register sheet; with the vault sheet also a supervisor who holds the vault key. */
  issueAdministrator(input: ParsedInput<'recovery.issue-administrator'>): Promise<{ accountId: string }>;
}

export interface RecoveryParts {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sessions: Pick<Sessions, 'replaceKeys'>;
  readonly audit: AuditLog;
  readonly kdf: () => Promise<KdfParameters>;
}

export function createRecovery({ clock, newId, sessions, audit, kdf }: RecoveryParts): Recovery {
  return {
    async reissue(session) {
      const { header, register, account } = session;
      const keys = {
        dataKey: register.keys.data,
        vaultKey: register.keys.vault,
        backupIdentity: session.backupIdentity,
      };
      const pending = pendingSheets(register.database, header);
      const wanted = header.unfinished && pending.length > 0 ? pending : (['register', 'vault'] as const);
      const allowed = wanted.filter((purpose) => mayIssue(purpose, account.roles, keys));
      if (allowed.length === 0) throw new AppError(wanted.includes('register') ? 'FORBIDDEN' : 'VAULT_KEY_NEEDED');
      let changed = header;
      const sheets: RecoverySheet[] = [];
      for (const purpose of allowed) {
        const issued = await issueSheet(changed, purpose, keys);
        changed = issued.header;
        sheets.push(issued.sheet);
      }
      // Before the register is in use there is nothing that the sheets before could open.
      if (header.unfinished) register.database.write(() => commitHeader(session, changed));
      else await sessions.replaceKeys(changed);
      return sheets;
    },

    async rehearse(session, purpose, lines) {
      const { sheetId } = await rehearseSheet(session.header, purpose, lines);
      const { database } = session.register;
      return database.write(() => {
        rememberRehearsal(database, sheetId);
        const finished = pendingSheets(database, session.header).length === 0;
        if (finished) {
          if (session.header.unfinished) commitHeader(session, { ...session.header, unfinished: false });
          database.orm.update(registerInfo).set({ rehearsedAt: clock.now().toISOString() }).run();
        }
        return { finished };
      });
    },

    async issueAdministrator({ path, lines, vaultLines, account }) {
      const held = lockFolder(path);
      if (!held) throw new AppError('REGISTER_IN_USE');
      try {
        const header = readHeader(path);
        const opened = await openWithSheet(header, lines);
        const vaultKey = vaultLines ? await openVaultSheet(header, vaultLines) : null;
        const accountId = newId();
        const { database, keys, current } = openBySheet(path, header, opened);
        try {
          requireFree(database, account);
          const slot = {
            accountId,
            login: account.login,
            passphrase: account.passphrase,
            withVault: vaultKey !== null,
          };
          const changed = await addSlot(current, { ...keys, vaultKey }, slot, await kdf());
          const roles: Role[] = vaultKey ? ['administrator', 'supervisor'] : ['administrator'];
          const saved = saveHeader(path, changed, keys.dataKey);
          const at = clock.now().toISOString();
          database.write(() => {
            insertAccount(database, saved, { id: accountId, displayName: account.displayName, roles, at });
            const detail = { account: accountId, roles, withVaultSheet: vaultKey !== null };
            const entry = { name: 'recovery.issue-administrator', outcome: 'ok', detail };
            audit.append({ account: null, register: { database } }, entry);
          });
          return { accountId };
        } finally {
          database.close();
        }
      } finally {
        held.release();
      }
    },
  };
}

const mayIssue = (purpose: SheetPurpose, roles: readonly Role[], keys: KeySet): boolean =>
  purpose === 'register' ? roles.includes('administrator') : keys.vaultKey !== null;

/** Opens the database with what the register sheet gave, finishing a change of keys that was interrupted. */
function openBySheet(folder: string, header: RegisterHeader, slot: OpenedSheet) {
  const file = join(folder, databaseFile);
  const open = (key: Buffer) => ({ database: openDatabase({ file, key, mode: 'write' }), dataKey: key });
  const opening = openFirst([slot.dataKey, ...(slot.next ? [slot.next.dataKey] : [])], open);
  let { database } = opening;
  try {
    const rotated = finishRotation({ folder, header, slot, ...opening }, rekeyDatabase);
    const { header: current, dataKey, backupIdentity } = rotated;
    database = rotated.database;
    requireOwnFile(database, current);
    const info = database.orm.select().from(registerInfo).get();
    if (!info) throw new AppError('REGISTER_FOREIGN');
    refuseOutdated(current, info.headerGeneration);
    return { database, keys: { dataKey, backupIdentity }, current };
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function openFirst<T>(keys: readonly Buffer[], open: (key: Buffer) => T): T {
  const [first, ...others] = keys;
  if (!first) throw new AppError('REGISTER_DAMAGED');
  try {
    return open(first);
  } catch (cause) {
    if (others.length === 0 || !(cause instanceof AppError) || cause.code !== 'REGISTER_DAMAGED') throw cause;
    return openFirst(others, open);
  }
}

function requireFree(
  database: RegisterDatabase,
  account: ParsedInput<'recovery.issue-administrator'>['account'],
): void {
  requireStrength(account, readSettings(database));
  const rows = database.orm.select({ login: accountTable.login }).from(accountTable).all();
  if (rows.some(({ login }) => sameLogin(login, account.login))) throw new AppError('LOGIN_TAKEN');
}

function insertAccount(
  database: RegisterDatabase,
  header: RegisterHeader,
  { id, displayName, roles, at }: { id: string; displayName: string; roles: readonly Role[]; at: string },
): void {
  const { login, recipient } = slotOf(header, id);
  database.orm
    .insert(accountTable)
    .values({ id, login, displayName, roles, active: true, createdAt: at, lastSignIn: null, recipient })
    .run();
  database.orm
    .update(registerInfo)
    .set({ headerGeneration: header.generation, headerMac: Buffer.from(header.mac, 'hex') })
    .run();
  database.orm.insert(notice).values({ code: 'RECOVERY_SHEET_USED', at }).run();
}
