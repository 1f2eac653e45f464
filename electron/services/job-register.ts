/** A register as a job in a thread of its own sees it: a read-only connection and copies of the keys. */
import { join } from 'node:path';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { openDatabase } from '../database/open-database.ts';
import { databaseFile } from '../security/header.ts';
import { loadKind } from './load-kind.ts';
import type { OpenRegister } from './open-register.ts';

/** Plain data that crosses to the thread; keys travel as bytes. */
export interface JobRegisterInput {
  readonly kind: RegisterKind;
  readonly registerId: string;
  readonly country: string;
  readonly folder: string;
  readonly dataKey: Uint8Array;
  readonly vaultKey: Uint8Array | null;
}

export const jobRegisterInput = ({ kind, id, country, folder, keys }: OpenRegister): JobRegisterInput => ({
  kind,
  registerId: id,
  country,
  folder,
  dataKey: keys.data,
  vaultKey: keys.vault,
});

/** Opens the register for reading as long as `run` lasts; file and keys are gone afterwards, however it ends. */
export async function withJobRegister<T>(
  { kind, registerId: id, country, folder, dataKey, vaultKey }: JobRegisterInput,
  run: (register: OpenRegister) => Promise<T>,
): Promise<T> {
  await loadKind(kind);
  const data = Buffer.from(dataKey);
  const vault = vaultKey === null ? null : Buffer.from(vaultKey);
  const database = openDatabase({ file: join(folder, databaseFile), key: data, mode: 'read' });
  try {
    return await run({ kind, country, folder, id, database, keys: { data, vault } });
  } finally {
    database.close();
    data.fill(0);
    vault?.fill(0);
  }
}
