/** Registers on this workstation: making one, looking into its header, the list at sign-in. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/contract/roles.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { account, notice, registerInfo } from '../database/fixed-tables.ts';
import { migrate } from '../database/migrate.ts';
import { migrationsOf } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import type { RegisterDatabase } from '../database/register-database.ts';
import { databaseFile, type RegisterHeader, readHeader, saveHeader } from '../security/header.ts';
import type { KdfParameters } from '../security/kdf.ts';
import { judgePassphrase } from '../security/passphrase.ts';
import type { RecoverySheet } from '../security/recovery-sheet.ts';
import { addSlot, createRegisterKeys, openSlot } from '../security/register-keys.ts';
import { issueSheets } from '../security/sheets.ts';
import { loadKind } from './load-kind.ts';
import { sameLogin } from './logins.ts';
import type { Clock } from './ports.ts';
import { markJudged, rulesInForce } from './quality/judged.ts';
import { seedReferences } from './reference.ts';
import { needsVaultKey, type OpenSession, type Sessions } from './sessions.ts';
import type { Workstation } from './workstation.ts';

type CreateInput = ParsedInput<'register.create'>;
type Summary = Output<'workstation.describe'>['registers'][number];

export interface Registers {
  create(input: CreateInput): Promise<{ session: OpenSession; sheets: RecoverySheet[] }>;
  /** What the header tells without any key; never throws, a problem is part of the answer. */
  summarise(folder: string): Summary;
  list(): Summary[];
}

export interface RegistersParts {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sessions: Sessions;
  readonly workstation: Workstation;
  /** Parameters for new slots, calibrated once per start of the program. */
  readonly kdf: () => Promise<KdfParameters>;
}

interface FirstAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly passphrase: string;
  readonly roles: readonly Role[];
}

export function createRegisters({ clock, newId, sessions, workstation, kdf }: RegistersParts): Registers {
  const firstAccounts = (input: CreateInput): FirstAccount[] => {
    const { administrator, supervisor } = input;
    if (!supervisor) {
      return [{ id: newId(), ...administrator, roles: input.roles ?? ['administrator', 'supervisor'] }];
    }
    if (sameLogin(administrator.login, supervisor.login)) throw new AppError('LOGIN_TAKEN');
    return [
      { id: newId(), ...administrator, roles: ['administrator'] },
      { id: newId(), ...supervisor, roles: ['supervisor'] },
    ];
  };

  const summarise: Registers['summarise'] = (folder) => {
    const unknown = {
      path: folder,
      kind: null,
      institution: basename(folder),
      country: 'XKX',
      training: false,
      unfinished: false,
      logins: [],
    };
    try {
      const header = readHeader(folder);
      return { ...summaryOf(folder, header), problem: null };
    } catch (cause) {
      return { ...unknown, problem: cause instanceof AppError ? cause.code : 'REGISTER_DAMAGED' };
    }
  };

  return {
    summarise,
    list: () => workstation.registers().map(summarise),
    async create(input) {
      const accounts = firstAccounts(input);
      for (const each of accounts) requireStrength(each, input);
      const folder = resolve(input.path);
      refuseUsedFolder(folder);
      const making = `${folder}.unfinished`;
      rmSync(making, { recursive: true, force: true });
      makeFolder(making);
      try {
        const sheets = await fill(making, input, accounts, clock, newId(), await kdf());
        if (existsSync(folder)) rmdirSync(folder);
        renameSync(making, folder);
        const [first] = accounts;
        if (!first) throw new Error('a register needs an account');
        const slot = await openSlot(readHeader(folder), first.login, first.passphrase);
        const session = await sessions.adopt(folder, slot);
        workstation.remember(folder);
        return { session, sheets };
      } catch (cause) {
        rmSync(making, { recursive: true, force: true });
        throw cause;
      }
    },
  };
}

const summaryOf = (folder: string, header: RegisterHeader): Omit<Summary, 'problem'> => ({
  path: folder,
  kind: header.kind,
  institution: header.institution,
  country: header.country,
  training: header.training,
  unfinished: header.unfinished,
  logins: header.keys.slots.map(({ login }) => login),
});

/** Refuses a passphrase that is short or guessable, given the words an attacker would try first. */
export function requireStrength(
  { login, displayName, passphrase }: { login: string; displayName: string; passphrase: string },
  { institution, office }: { institution: string; office: string },
): void {
  const { acceptable, problems } = judgePassphrase(passphrase, [login, displayName, institution, office]);
  if (!acceptable) throw new AppError('PASSPHRASE_TOO_WEAK', { problems });
}

function refuseUsedFolder(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0) {
    throw new AppError(existsSync(join(folder, databaseFile)) ? 'REGISTER_EXISTS' : 'FOLDER_NOT_EMPTY', { folder });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError('FOLDER_NOT_WRITABLE', { folder: dirname(folder) }, { cause });
  }
}

/** Makes keys, header, sheets and database of a register in a folder that nobody sees yet. */
async function fill(
  folder: string,
  input: CreateInput,
  accounts: readonly FirstAccount[],
  clock: Clock,
  registerId: string,
  kdf: KdfParameters,
): Promise<RecoverySheet[]> {
  const { kind, institution, country } = input;
  const training = input.training ?? false;
  const made = await createRegisterKeys({ registerId, kind, institution, country, training });
  let header = made.header;
  for (const { id, login, passphrase, roles } of accounts) {
    header = await addSlot(
      header,
      made.keys,
      { accountId: id, login, passphrase, withVault: needsVaultKey(roles) },
      kdf,
    );
  }
  await loadKind(kind);
  const withSheets = await issueSheets(header, made.keys);
  header = { ...withSheets.header, unfinished: input.rehearseLater !== true };
  const database = openDatabase({ file: join(folder, databaseFile), key: made.keys.dataKey, mode: 'create' });
  try {
    migrate(database, migrationsOf(kind), clock.now());
    const saved = saveHeader(folder, header, made.keys.dataKey);
    database.write(() => insertFirstRows(database, input, accounts, saved, clock.now().toISOString()));
  } finally {
    database.close();
    made.keys.dataKey.fill(0);
    made.keys.vaultKey.fill(0);
  }
  return withSheets.sheets;
}

function insertFirstRows(
  database: RegisterDatabase,
  input: CreateInput,
  accounts: readonly FirstAccount[],
  header: RegisterHeader,
  at: string,
): void {
  const { kind, institution, office, country, language } = input;
  database.orm
    .insert(registerInfo)
    .values({
      id: header.registerId,
      kind,
      institution,
      office,
      country,
      language,
      training: header.training,
      createdAt: at,
      headerGeneration: header.generation,
      headerMac: Buffer.from(header.mac, 'hex'),
      rehearsedAt: null,
    })
    .run();
  for (const { id, login, displayName, roles } of accounts) {
    const recipient = header.keys.slots.find((slot) => slot.accountId === id)?.recipient;
    if (!recipient) throw new Error('an account without a slot');
    database.orm
      .insert(account)
      .values({ id, login, displayName, roles, active: true, createdAt: at, lastSignIn: null, recipient })
      .run();
  }
  // Nobody has to be warned of one person holding every role over invented records.
  if (input.supervisor === null && !header.training)
    database.orm.insert(notice).values({ code: 'SINGLE_PERSON_OFFICE', at }).run();
  seedReferences(database, country, registerOf(kind));
  // Every record of this register will be judged when it is written.
  markJudged(database, { by: rulesInForce({ database, kind }), at });
}
