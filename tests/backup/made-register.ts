/** A real register in a temporary folder: real keys, header, migrations and rows; only the passphrase work is small. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { account, registerInfo } from '#electron/database/fixed-tables.ts';
import { migrate } from '#electron/database/migrate.ts';
import { migrationsOf } from '#electron/database/migrations.ts';
import { openDatabase } from '#electron/database/open-database.ts';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { databaseFile, type RegisterHeader, saveHeader } from '#electron/security/header.ts';
import type { KdfParameters } from '#electron/security/kdf.ts';
import type { RecoverySheet } from '#electron/security/recovery-sheet.ts';
import { addSlot, createRegisterKeys, type KeySet } from '#electron/security/register-keys.ts';
import { issueSheets } from '#electron/security/sheets.ts';
import { createAuditLog } from '#electron/services/audit.ts';
import type { JobTools } from '#electron/services/ports.ts';

/** The least that a header may ask for; the delivered parameters take a second per sign-in. */
export const quickKdf: KdfParameters = { name: 'argon2id', memory: 65_536, time: 1, parallelism: 1 };

export const administrator = { login: 'arta', passphrase: 'bakilo-temuna-rofeti-gasipu' };
export const supervisor = { login: 'besim', passphrase: 'dorafi-gubeko-lumita-pesano' };
/** Planted in every record; must be found in no file. */
export const marker = 'PLANTEDMARKER';
export const noon = '2026-11-22T12:00:00.000Z';

export interface MadeRegister {
  readonly base: string;
  readonly folder: string;
  readonly header: RegisterHeader;
  readonly keys: KeySet & { readonly vaultKey: Buffer };
  readonly sheets: readonly [RecoverySheet, RecoverySheet];
  remove(): void;
}

export interface MakeOptions {
  readonly records?: number;
  readonly training?: boolean;
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kriter-test-'));
}

export async function makeRegister({ records = 40, training = false }: MakeOptions = {}): Promise<MadeRegister> {
  const base = freshFolder();
  const folder = join(base, 'regjistri i viktimave č');
  mkdirSync(folder);
  const register = { kind: 'victims', institution: 'Ministria e Shembullit', country: 'XKX', training } as const;
  const { header: empty, keys } = await createRegisterKeys({ registerId: newId(), ...register });
  const ids = { administrator: randomUUID(), supervisor: randomUUID() };
  let header = await addSlot(
    empty,
    keys,
    { accountId: ids.administrator, ...administrator, withVault: false },
    quickKdf,
  );
  header = await addSlot(header, keys, { accountId: ids.supervisor, ...supervisor, withVault: true }, quickKdf);
  const issued = await issueSheets(header, keys);
  const saved = saveHeader(folder, { ...issued.header, unfinished: false }, keys.dataKey);
  const database = openDatabase({ file: join(folder, databaseFile), key: keys.dataKey, mode: 'create' });
  migrate(database, migrationsOf('victims'), new Date(noon));
  fill(database, saved, ids, records);
  database.close();
  const remove = (): void => rmSync(base, { recursive: true, force: true });
  return { base, folder, header: saved, keys, sheets: issued.sheets, remove };
}

function fill(
  database: RegisterDatabase,
  header: RegisterHeader,
  ids: { administrator: string; supervisor: string },
  records: number,
): void {
  const { registerId, kind, institution, country, training, generation } = header;
  database.write(() => {
    database.orm
      .insert(registerInfo)
      .values({
        id: registerId,
        kind,
        institution,
        office: '',
        country,
        language: 'sq',
        training,
        createdAt: noon,
        headerGeneration: generation,
      })
      .run();
    for (const [login, id, role] of [
      [administrator.login, ids.administrator, 'administrator'],
      [supervisor.login, ids.supervisor, 'supervisor'],
    ] as const) {
      const recipient = header.keys.slots.find((slot) => slot.login === login)?.recipient ?? '';
      database.orm
        .insert(account)
        .values({ id, login, displayName: login, roles: [role], active: true, createdAt: noon, recipient })
        .run();
    }
    const insert = database.sql.prepare(
      `INSERT INTO "victim" ("id", "code", "state", "archived", "revision", "dictionary_version", "entered_by",
         "created_at", "saved_at", "carried", "binned_at") VALUES (?, ?, 'draft', 0, 1, '1.0', ?, ?, ?, ?, ?)`,
    );
    for (let number = 1; number <= records; number += 1) {
      // Every tenth lies in the bin and is not counted.
      const binned = number % 10 === 0 ? noon : null;
      insert.run(newId(), `V-2026-${number}`, ids.supervisor, noon, noon, marker.repeat(20), binned);
    }
    const entry = { name: 'register.create', outcome: 'ok', detail: {} };
    createAuditLog({ now: () => new Date(noon) }).append({ account: null, register: { database } }, entry);
  });
}

/** Input of a backup job, as the open session gives it. */
export const backupInput = (register: MadeRegister, to: string) => ({
  folder: register.folder,
  to,
  dataKey: register.keys.dataKey,
  backupIdentity: register.keys.backupIdentity,
  at: noon,
  programVersion: '0.1.0',
});

export interface WatchedTools extends JobTools {
  readonly steps: string[];
}

/** Tools of a job that remember the steps, and stop at one if asked. */
export function jobTools(stopAt?: string): WatchedTools {
  const abort = new AbortController();
  const steps: string[] = [];
  return {
    steps,
    signal: abort.signal,
    progress(step) {
      if (steps.at(-1) !== step) steps.push(step);
      if (step === stopAt) abort.abort();
    },
  };
}

/** Every file under a folder with its size, for proofs that nothing was left behind or touched. */
export function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${name}`)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
