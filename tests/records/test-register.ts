/** A real encrypted register in a temporary folder, with sessions for several people. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account, registerInfo } from '#electron/database/fixed-tables.ts';
import { migrate } from '#electron/database/migrate.ts';
import { migrationsOf } from '#electron/database/migrations.ts';
import { openDatabase } from '#electron/database/open-database.ts';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { createLists } from '#electron/services/lists/lists.ts';
import { createRecordServices, type RecordServices } from '#electron/services/records/record-services.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { seedReferences } from '#electron/services/reference.ts';
import type { Role } from '#shared/contract/roles.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { listsInThisThread } from './lists-in-this-thread.ts';

export const registerId = '019a0000-0000-7000-8000-000000000001';

export interface TestRegister {
  readonly folder: string;
  readonly file: string;
  readonly dataKey: Buffer;
  readonly vaultKey: Buffer;
  readonly database: RegisterDatabase;
  readonly records: RecordServices;
  readonly published: number[];
  /** A session of the person; made with these roles at the first call. */
  as(login: string, roles?: readonly Role[], options?: { withoutVaultKey?: boolean }): RecordSession;
  setToday(day: string): void;
  close(): void;
}

export function openTestRegister(): TestRegister {
  const folder = mkdtempSync(join(tmpdir(), 'kriter-records-'));
  const file = join(folder, 'register.db');
  const dataKey = randomBytes(32);
  const vaultKey = randomBytes(32);
  const database = openDatabase({ file, key: dataKey, mode: 'create' });
  let now = new Date('2026-06-15T10:00:00Z');
  migrate(database, migrationsOf('victims'), now);
  database.orm
    .insert(registerInfo)
    .values({
      id: registerId,
      kind: 'victims',
      institution: 'Ministry of the Test',
      office: '',
      country: 'XKX',
      language: 'en',
      training: true,
      createdAt: now.toISOString(),
      headerGeneration: 1,
      headerMac: null,
      rehearsedAt: now.toISOString(),
    })
    .run();
  seedReferences(database, 'XKX', registerOf('victims'));
  const published: number[] = [];
  const clock = {
    now: () => {
      now = new Date(now.getTime() + 1000);
      return now;
    },
  };
  const publish = (name: string, payload: object): void => {
    if (name === 'records.changed' && 'changeNumber' in payload) published.push(Number(payload.changeNumber));
  };
  const lists = createLists({ publish, open: listsInThisThread });
  const counted = () => Promise.reject(new Error('figures of data quality are asked of a whole program'));
  const records = createRecordServices({ lists, counted, clock, publish });
  const people = new Map<string, { id: string; roles: readonly Role[] }>();
  return {
    folder,
    file,
    dataKey,
    vaultKey,
    database,
    records,
    published,
    as(login, roles = ['officer'], options = {}) {
      let person = people.get(login);
      if (!person) {
        person = { id: `019a0000-0000-7000-8000-0000000001${String(people.size).padStart(2, '0')}`, roles };
        people.set(login, person);
        database.orm
          .insert(account)
          .values({
            id: person.id,
            login,
            displayName: `Name of ${login}`,
            roles: [...roles],
            active: true,
            createdAt: now.toISOString(),
            lastSignIn: null,
            recipient: 'age1test',
          })
          .run();
      }
      return {
        account: { id: person.id, login, displayName: `Name of ${login}`, roles: person.roles },
        register: {
          folder,
          id: registerId,
          kind: 'victims',
          country: 'XKX',
          database,
          keys: { data: dataKey, vault: options.withoutVaultKey ? null : vaultKey },
        },
      };
    },
    setToday(day) {
      now = new Date(`${day}T10:00:00Z`);
    },
    close() {
      void lists.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
