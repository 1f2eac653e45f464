/** Accounts of the open register: rows in the database, slots in the header, and who holds which key. */
import { eq } from 'drizzle-orm';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/contract/roles.ts';
import { account as accountTable } from '../database/fixed-tables.ts';
import type { RegisterHeader } from '../security/header.ts';
import type { KdfParameters } from '../security/kdf.ts';
import {
  addSlot,
  changePassphrase,
  giveVaultKey,
  type KeySet,
  removeSlot,
  resealFor,
  slotOf,
  takeVaultKey,
} from '../security/register-keys.ts';
import { commitHeader } from './commit-header.ts';
import { sameLogin } from './logins.ts';
import type { Clock } from './ports.ts';
import { requireStrength } from './registers.ts';
import { needsVaultKey, type OpenSession, type Sessions } from './sessions.ts';
import { readSettings } from './settings.ts';

type Account = Output<'account.add'>;
type Row = typeof accountTable.$inferSelect;

/** Writes the audit entry of the call within the transaction at hand: both are kept or neither. */
type Enter = (account: string) => void;

export interface Accounts {
  list(session: OpenSession): Account[];
  add(session: OpenSession, input: ParsedInput<'account.add'>, enter: Enter): Promise<Account>;
  setRoles(session: OpenSession, id: string, roles: readonly Role[], enter: Enter): Promise<Account>;
  giveVaultKey(session: OpenSession, id: string, enter: Enter): Promise<Account>;
  resetPassphrase(session: OpenSession, id: string, passphrase: string, enter: Enter): Promise<Account>;
  changeOwnPassphrase(session: OpenSession, current: string, next: string, enter: Enter): Promise<void>;
  /** Closes an account for good and replaces the data key and the backup identity it knew. */
  revoke(session: OpenSession, id: string, enter: Enter): Promise<void>;
}

export interface AccountsParts {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly kdf: () => Promise<KdfParameters>;
  readonly sessions: Sessions;
}

const keysOf = ({ register, backupIdentity }: OpenSession): KeySet => ({
  dataKey: register.keys.data,
  vaultKey: register.keys.vault,
  backupIdentity,
});

const rowsOf = (session: OpenSession): Row[] => session.register.database.orm.select().from(accountTable).all();

function rowOf(session: OpenSession, id: string): Row {
  const row = rowsOf(session).find((each) => each.id === id);
  if (!row) throw new AppError('RECORD_NOT_FOUND', { entity: 'account' });
  if (!row.active) throw new AppError('ACCOUNT_INACTIVE');
  return row;
}

function view(session: OpenSession, row: Row): Account {
  const slot = session.header.keys.slots.find(({ accountId }) => accountId === row.id);
  const holdsVaultKey = slot?.vaultKey != null;
  return {
    id: row.id,
    login: row.login,
    displayName: row.displayName,
    roles: [...row.roles],
    active: row.active,
    holdsVaultKey,
    waitsForVaultKey: row.active && needsVaultKey(row.roles) && !holdsVaultKey,
    createdAt: row.createdAt,
    lastSignIn: row.lastSignIn,
  };
}

/** The header is written before the database remembers it: a cut between leaves a slot that no account stands behind. */
function withoutStray(header: RegisterHeader, login: string): RegisterHeader {
  const stray = header.keys.slots.find((slot) => sameLogin(slot.login, login));
  return stray ? removeSlot(header, stray.accountId) : header;
}

/** A register without an administrator could never be mended. */
function requireAnotherAdministrator(session: OpenSession, id: string): void {
  const others = rowsOf(session).filter((row) => row.active && row.id !== id && row.roles.includes('administrator'));
  if (others.length === 0) throw new AppError('LAST_ADMINISTRATOR');
}

export function createAccounts({ clock, newId, kdf, sessions }: AccountsParts): Accounts {
  const update = (session: OpenSession, id: string, changed: Partial<Row>): Account => {
    session.register.database.orm.update(accountTable).set(changed).where(eq(accountTable.id, id)).run();
    return view(session, rowOf(session, id));
  };

  return {
    list: (session) => rowsOf(session).map((row) => view(session, row)),

    async add(session, input, enter) {
      requireStrength(input, readSettings(session.register.database));
      // Also closed accounts keep their login: the history of a record names them.
      if (rowsOf(session).some((row) => sameLogin(row.login, input.login))) throw new AppError('LOGIN_TAKEN');
      const id = newId();
      const withVault = needsVaultKey(input.roles) && session.register.keys.vault !== null;
      const { login, passphrase, displayName, roles } = input;
      const header = await addSlot(
        withoutStray(session.header, login),
        keysOf(session),
        { accountId: id, login, passphrase, withVault },
        await kdf(),
      );
      const { recipient } = slotOf(header, id);
      const createdAt = clock.now().toISOString();
      session.register.database.write(() => {
        session.register.database.orm
          .insert(accountTable)
          .values({ id, login, displayName, roles, active: true, createdAt, lastSignIn: null, recipient })
          .run();
        enter(id);
        commitHeader(session, header);
      });
      return view(session, rowOf(session, id));
    },

    async setRoles(session, id, roles, enter) {
      const row = rowOf(session, id);
      if (row.roles.includes('administrator') && !roles.includes('administrator')) {
        requireAnotherAdministrator(session, id);
      }
      let header = session.header;
      const { vault } = session.register.keys;
      const holds = slotOf(header, id).vaultKey !== null;
      if (holds && !needsVaultKey(roles)) header = takeVaultKey(header, id);
      if (!holds && needsVaultKey(roles) && vault) header = await giveVaultKey(header, id, vault);
      return session.register.database.write(() => {
        const updated = update(session, id, { roles });
        enter(id);
        if (header === session.header) return updated;
        commitHeader(session, header);
        return view(session, rowOf(session, id));
      });
    },

    async giveVaultKey(session, id, enter) {
      const row = rowOf(session, id);
      if (!needsVaultKey(row.roles)) throw new AppError('FORBIDDEN', { needs: ['officer', 'supervisor'] });
      const header = await giveVaultKey(session.header, id, session.register.keys.vault);
      session.register.database.write(() => {
        enter(id);
        commitHeader(session, header);
      });
      return view(session, row);
    },

    async resetPassphrase(session, id, passphrase, enter) {
      const row = rowOf(session, id);
      requireStrength({ ...row, passphrase }, readSettings(session.register.database));
      const header = await resealFor(session.header, keysOf(session), id, passphrase, await kdf());
      return session.register.database.write(() => {
        const updated = update(session, id, { recipient: slotOf(header, id).recipient });
        enter(id);
        commitHeader(session, header);
        return updated;
      });
    },

    async changeOwnPassphrase(session, current, next, enter) {
      const { id, login, displayName } = session.account;
      requireStrength({ login, displayName, passphrase: next }, readSettings(session.register.database));
      const header = await changePassphrase(session.header, id, current, next, await kdf());
      session.register.database.write(() => {
        enter(id);
        commitHeader(session, header);
      });
    },

    async revoke(session, id, enter) {
      // Also one that was closed before its keys could be replaced: a full disk or a cut of power came between.
      const row = rowsOf(session).find((each) => each.id === id) ?? rowOf(session, id);
      if (id === session.account.id) throw new AppError('FORBIDDEN', { needs: ['administrator'] });
      if (row.roles.includes('administrator')) requireAnotherAdministrator(session, id);
      session.register.database.write(() => {
        session.register.database.orm.update(accountTable).set({ active: false }).where(eq(accountTable.id, id)).run();
        enter(id);
      });
      await sessions.replaceKeys(removeSlot(session.header, id));
    },
  };
}
