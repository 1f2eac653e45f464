/** What opens a backup and, once it is open, the register inside. */
import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { backupKey } from '#shared/contract/exchange.ts';
import { type RegisterHeader, verifyHeader } from '../../security/header.ts';
import { fromLines } from '../../security/recovery-sheet.ts';
import { unsealKey } from '../../security/seal.ts';
import { openWithSheet } from '../../security/sheets.ts';
import { openStanza, readStanzas } from './account-stanza.ts';

/** An account, a recovery sheet, or the keys of the session that is open. Plain data: it crosses to a job worker. */
export type OpeningKey = z.output<typeof backupKey> | { readonly backupIdentity: string; readonly dataKey: Uint8Array };

export interface Opener {
  /** Age identity that decrypts the file. */
  readonly identity: string;
  /** Whether a recovery sheet was used; everybody is told at the next sign-in. */
  readonly bySheet: boolean;
  /** The data key of the register whose header came out of the backup. */
  dataKey(header: RegisterHeader): Promise<Buffer>;
}

/** Finds the identity for a backup; `head` gives the file from its beginning. */
export async function openerFor(key: OpeningKey, head: () => ReadableStream<Uint8Array>): Promise<Opener> {
  if ('lines' in key) {
    const { lines } = key;
    return {
      identity: fromLines(lines),
      bySheet: true,
      dataKey: async (header) => (await openWithSheet(header, lines)).dataKey,
    };
  }
  if ('backupIdentity' in key) {
    return {
      identity: key.backupIdentity,
      bySheet: false,
      async dataKey(header) {
        const dataKey = Buffer.from(key.dataKey);
        verifyHeader(header, dataKey);
        return dataKey;
      },
    };
  }
  const stanzas = await readStanzas(head());
  const { accountId, identity, backupIdentity } = await openStanza(stanzas, key.login, key.passphrase);
  return {
    identity: backupIdentity,
    bySheet: false,
    async dataKey(header) {
      const slot = header.keys.slots.find((candidate) => candidate.accountId === accountId);
      if (!slot) throw new AppError('BACKUP_WRONG_KEY');
      const dataKey = await unsealKey(identity, header.registerId, 'data-key', slot.dataKey);
      verifyHeader(header, dataKey);
      return dataKey;
    },
  };
}
