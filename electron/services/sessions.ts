/** The one open session of the program: who is signed in, to which register, with which keys. */
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { AppError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { SessionInfo } from '#shared/contract/session.ts';
import { account as accountTable, registerInfo } from '../database/fixed-tables.ts';
import { migrate } from '../database/migrate.ts';
import { migrationsOf } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import type { RegisterDatabase } from '../database/register-database.ts';
import { discardRekeyCopy, rekeyDatabase } from '../database/rekey.ts';
import { sweepReplacements } from '../platform/atomic-replace.ts';
import { type FolderLock, lockFolder } from '../platform/folder-lock.ts';
import { databaseFile, type RegisterHeader, readHeader, refuseOutdated } from '../security/header.ts';
import { type OpenedSlot, openSlot, removeSlot } from '../security/register-keys.ts';
import { finishRotation, rotateKeys } from '../security/rotate.ts';
import { createSignInDelay } from '../security/sign-in-delay.ts';
import { discardUnfinishedAttachments } from './attachments/discard-attachments.ts';
import { type AuditLog, readSeal } from './audit.ts';
import { rememberHeader } from './commit-header.ts';
import { loadKind } from './load-kind.ts';
import { sameLogin } from './logins.ts';
import type { OpenRegister, SignedInAccount } from './open-register.ts';
import type { Clock, Publish } from './ports.ts';
import { discardUnfinished } from './records/stage.ts';
import { numberEntries } from './reference.ts';
import { lastVerifiedBackup, pendingSheets, requireOwnFile } from './register-facts.ts';
import { sweepErased } from './retention/sweep.ts';
import { readNotices, readSettings } from './settings.ts';

export interface OpenSession {
  readonly account: SignedInAccount;
  readonly register: OpenRegister;
  /** The newest header of the register; replaced by `commitHeader` when keys change. */
  header: RegisterHeader;
  readonly backupIdentity: string;
}

/** The part of an opened slot that a session lives on. */
export type SessionKeys = Omit<OpenedSlot, 'identity'>;

export interface Sessions {
  current(): OpenSession | null;
  signIn(folder: string, login: string, passphrase: string): Promise<OpenSession>;
  /** Opens a session over keys that are at hand already, as after making a register. */
  adopt(folder: string, keys: SessionKeys): Promise<OpenSession>;
  lock(cause: 'manual' | 'idle' | 'closed'): Promise<void>;
  /** Replaces data key and backup identity under a header that has lost a slot or a sheet; the session goes on. */
  replaceKeys(header: RegisterHeader): Promise<OpenSession>;
  touch(): void;
  describe(): SessionInfo;
  describeOrNull(): SessionInfo | null;
}

export interface SessionsParts {
  readonly clock: Clock;
  readonly publish: Publish;
  readonly audit: AuditLog;
  /** Runs before the keys go: jobs and the statistics worker end here. */
  readonly beforeLock: () => Promise<void>;
}

/** How often idleness is looked at. */
const idleCheckMs = 5_000;

/** Keeps the session and ends it by key, idleness or closing. */
export function createSessions({ clock, publish, audit, beforeLock }: SessionsParts): Sessions {
  let session: OpenSession | null = null;
  let fileLock: FolderLock | null = null;
  let lastTouch = 0;
  let idleTimer: NodeJS.Timeout | null = null;

  const close = async (): Promise<boolean> => {
    const closing = session;
    if (!closing) return false;
    session = null;
    if (idleTimer) clearInterval(idleTimer);
    await beforeLock();
    closing.register.database.close();
    closing.register.keys.data.fill(0);
    closing.register.keys.vault?.fill(0);
    fileLock?.release();
    fileLock = null;
    return true;
  };

  const lock: Sessions['lock'] = async (cause) => {
    if (await close()) publish('session.locked', { cause });
  };

  /** Records that were erased when the power was cut are gone; what search index and journal still hold goes now. */
  const finishErasures = async ({ register: { database, kind } }: OpenSession): Promise<void> =>
    void sweepErased(database, kind, clock.now());

  const adopt: Sessions['adopt'] = async (folder, slot) => {
    await loadKind(readHeader(folder).kind);
    if (session) await lock('closed');
    const held = lockFolder(folder);
    if (!held) throw new AppError('REGISTER_IN_USE');
    try {
      session = openSession(folder, slot, clock);
    } catch (cause) {
      held.release();
      throw cause;
    }
    fileLock = held;
    lastTouch = clock.now().getTime();
    idleTimer = setInterval(() => {
      const minutes = session ? readSettings(session.register.database).idleMinutes : 0;
      if (session && clock.now().getTime() - lastTouch > minutes * 60_000) void lock('idle');
    }, idleCheckMs);
    idleTimer.unref();
    // What a power cut left of an import or an attachment goes while the session works.
    // Where it cannot, as on a full disk, the next sign-in tries again.
    discardUnfinished(session).catch(() => undefined);
    discardUnfinishedAttachments(session.register.database).catch(() => undefined);
    finishErasures(session).catch(() => undefined);
    return session;
  };

  const replaceKeys: Sessions['replaceKeys'] = async (header) => {
    if (!session) throw new AppError('NOT_SIGNED_IN');
    // Readers hold the old key and would keep the file from being rewritten.
    await beforeLock();
    const { register, backupIdentity } = session;
    const current = { dataKey: register.keys.data, backupIdentity };
    const replaced = await rotateKeys(register.folder, header, current, register.database, rekeyDatabase).catch(
      async (cause: unknown) => {
        if (!register.database.sql.open) await lock('closed');
        else if (session) session = { ...session, header: readHeader(register.folder) };
        throw cause;
      },
    );
    rememberHeader(replaced.database, replaced.header);
    register.keys.data.fill(0);
    session = {
      ...session,
      header: replaced.header,
      backupIdentity: replaced.backupIdentity,
      register: { ...register, database: replaced.database, keys: { ...register.keys, data: replaced.dataKey } },
    };
    return session;
  };

  /** Closing an account was cut off before the keys that it knew were replaced. */
  const finishRevocations = async (): Promise<void> => {
    if (!session) return;
    const { register, header } = session;
    const rows = register.database.orm
      .select({ id: accountTable.id, active: accountTable.active })
      .from(accountTable)
      .all();
    const closed = rows.filter(({ id, active }) => !active && header.keys.slots.some((slot) => slot.accountId === id));
    if (closed.length > 0) await replaceKeys(closed.reduce((rest, { id }) => removeSlot(rest, id), header));
  };

  return {
    current: () => session,
    adopt,
    lock,
    touch: () => {
      lastTouch = clock.now().getTime();
    },
    async signIn(folder, typedLogin, passphrase) {
      const header = readHeader(folder);
      const logins = header.keys.slots.map((slot) => slot.login);
      const login = logins.find((known) => sameLogin(known, typedLogin)) ?? typedLogin;
      const delay = createSignInDelay(folder, clock, login);
      delay.check();
      const slot = await openSlot(header, login, passphrase).catch((cause: unknown) => {
        if (cause instanceof AppError && cause.code === 'WRONG_PASSPHRASE') delay.failed();
        throw cause;
      });
      const open = await adopt(folder, slot);
      const failures = delay.succeeded();
      // Wrong passphrases could not be entered while nobody held the key of the log.
      if (failures > 0) {
        const entry = { name: 'session.sign-in', outcome: 'WRONG_PASSPHRASE', detail: { times: failures } };
        audit.append({ account: null, register: open.register }, entry);
      }
      // Where the disk is too full for it, the next sign-in tries again; what is closed stays closed.
      await finishRevocations().catch((cause: unknown) => {
        if (!session) throw cause;
      });
      return session ?? open;
    },
    replaceKeys,
    describe() {
      if (!session) throw new AppError('NOT_SIGNED_IN');
      return sessionInfo(session, clock.now());
    },
    describeOrNull: () => (session ? sessionInfo(session, clock.now()) : null),
  };
}

/** Opens the file, finishes an interrupted change of keys, and checks that header, file and account belong together. */
function openSession(folder: string, slot: SessionKeys, clock: Clock): OpenSession {
  const found = readHeader(folder);
  const opening = openWithEitherKey(folder, slot);
  let { database } = opening;
  try {
    const keys = finishRotation({ folder, header: found, slot, ...opening }, rekeyDatabase);
    database = keys.database;
    discardRekeyCopy(join(folder, databaseFile));
    sweepReplacements(folder);
    requireOwnFile(database, keys.header);
    migrate(database, migrationsOf(keys.header.kind), clock.now());
    const info = database.orm.select().from(registerInfo).get();
    if (!info) throw new AppError('REGISTER_FOREIGN');
    refuseOutdated(keys.header, info.headerGeneration);
    const row = database.orm.select().from(accountTable).where(eq(accountTable.id, slot.accountId)).get();
    if (!row?.active) throw new AppError('ACCOUNT_INACTIVE');
    database.write(() => {
      numberEntries(keys.database);
      rememberHeader(keys.database, keys.header);
      const lastSignIn = clock.now().toISOString();
      keys.database.orm.update(accountTable).set({ lastSignIn }).where(eq(accountTable.id, row.id)).run();
    });
    return {
      account: { id: row.id, login: row.login, displayName: row.displayName, roles: row.roles },
      register: {
        folder,
        id: info.id,
        kind: info.kind,
        country: info.country,
        database,
        keys: { data: keys.dataKey, vault: slot.vaultKey },
      },
      header: keys.header,
      backupIdentity: keys.backupIdentity,
    };
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** A change of keys that a power cut interrupted leaves a file that opens with the old key or with the next one. */
function openWithEitherKey(folder: string, slot: SessionKeys): { database: RegisterDatabase; dataKey: Buffer } {
  const file = join(folder, databaseFile);
  const open = (key: Buffer) => ({ database: openDatabase({ file, key, mode: 'write' }), dataKey: key });
  try {
    return open(slot.dataKey);
  } catch (cause) {
    if (!slot.next || !(cause instanceof AppError) || cause.code !== 'REGISTER_DAMAGED') throw cause;
    return open(slot.next.dataKey);
  }
}

/** Roles whose work needs the vault key. */
export const needsVaultKey = (roles: readonly Role[]): boolean =>
  roles.includes('officer') || roles.includes('supervisor');

function sessionInfo(session: OpenSession, now: Date): SessionInfo {
  const { account, register, header } = session;
  const info = register.database.orm.select().from(registerInfo).get();
  if (!info) throw new Error('the register has no row of its own');
  return {
    account: { ...account, roles: [...account.roles], holdsVaultKey: register.keys.vault !== null },
    register: {
      id: info.id,
      path: register.folder,
      kind: info.kind,
      institution: info.institution,
      office: info.office,
      country: info.country,
      language: info.language,
      training: info.training,
    },
    setupPending: header.unfinished,
    sheetsPending: pendingSheets(register.database, header),
    seal: readSeal(register.database),
    lastVerifiedBackup: lastVerifiedBackup(register.database),
    idleMinutes: readSettings(register.database).idleMinutes,
    notices: readNotices(register.database, now),
  };
}
