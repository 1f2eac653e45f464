/** Attachments that nobody ever saw, since their writing never came to its end. */
import type { RegisterDatabase } from '../../database/register-database.ts';
import { deleteSome, unfinishedAttachments } from '../../database/repositories/attachments.ts';

/** Parts removed per transaction: a draft that is saved meanwhile does not notice. */
const removedAtOnce = 8;

/** Lets a waiting save through. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Takes away an attachment that nobody has seen; ends early where the register is locked meanwhile. */
export async function discardAttachment(database: RegisterDatabase, id: string): Promise<void> {
  while (database.sql.open && deleteSome(database, id, removedAtOnce)) await breath();
}

/** Takes away what a cut of power left of attachments that were never shown; to be run when a register is opened. */
export async function discardUnfinishedAttachments(database: RegisterDatabase): Promise<void> {
  for (const id of unfinishedAttachments(database)) await discardAttachment(database, id);
}
