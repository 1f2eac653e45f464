import type { Role } from '#shared/contract/roles.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { RegisterDatabase } from '../database/register-database.ts';

/** The keys of an open session; they live in the data worker (and the job workers it starts) and nowhere else. */
export interface RegisterKeys {
  /** Opens the database file. 32 bytes. */
  readonly data: Buffer;
  /** Opens the vault of direct identifiers; null for accounts that may not see identities. 32 bytes. */
  readonly vault: Buffer | null;
}

export interface OpenRegister {
  readonly folder: string;
  readonly id: string;
  readonly kind: RegisterKind;
  readonly country: string;
  readonly database: RegisterDatabase;
  readonly keys: RegisterKeys;
}

export interface SignedInAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}
