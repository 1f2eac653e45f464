import { AppError } from '#shared/contract/errors.ts';
import { registerInfo } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';
import { freeBytes } from '../platform/drives.ts';
import { type RegisterHeader, readHeader, saveHeader } from '../security/header.ts';
import type { OpenRegister } from './open-register.ts';

/** The part of a session that holds the newest header. */
interface HeaderHolder {
  readonly register: OpenRegister;
  header: RegisterHeader;
}

/** Lets the database remember the generation of its header, so that an older one is refused from now on. */
export function rememberHeader(database: RegisterDatabase, header: RegisterHeader): void {
  const headerMac = Buffer.from(header.mac, 'hex');
  database.orm.update(registerInfo).set({ headerGeneration: header.generation, headerMac }).run();
}

/** Both copies of the header and the transaction around them, with room to take the header back. */
const neededBytes = 1024 * 1024;

/**
 * Writes a changed header, then lets the database remember it. The header goes first: a header newer than the
 * database is accepted after a power cut, an older one never is.
 */
export function commitHeader(session: HeaderHolder, header: RegisterHeader): void {
  const { database, folder, keys } = session.register;
  const before = session.header;
  const free = freeBytes(folder);
  if (free < neededBytes) throw new AppError('DISK_FULL', { needed: neededBytes, free });
  // A disk that fills up may still refuse the transaction: what the caller was refused must not be in force.
  database.afterRollback(() => {
    const { generation } = readHeader(folder);
    if (generation > before.generation) session.header = saveHeader(folder, { ...before, generation }, keys.data);
  });
  session.header = saveHeader(folder, header, keys.data);
  rememberHeader(database, session.header);
}
