/** Attachments of one record sealed anew for another: what is sealed opens only in its own place. */
import {
  attachmentsOf,
  insertAttachment,
  insertPart,
  showAttachment,
} from '../../database/repositories/attachments.ts';
import { noteEvent } from '../attachments/add-attachment.ts';
import { openFacts, sealFacts, sealPart } from '../attachments/attachment-cipher.ts';
import { discardAttachment } from '../attachments/discard-attachments.ts';
import { damaged, readPart } from '../attachments/read-part.ts';
import type { RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import type { MergeParts } from './merge-parts.ts';

/** Lets a waiting save through. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Copies what can be seen of one record's attachments, part by part in short transactions. Nobody sees the copies until
 * `showCopies`; those of a program that ended before are taken away at the next sign-in.
 */
export async function copyAttachments(
  { clock, newId }: MergeParts,
  session: RecordSession,
  key: Buffer,
  from: string,
  to: string,
): Promise<string[]> {
  const { database, id: registerId } = session.register;
  const copies: string[] = [];
  try {
    for (const attachment of attachmentsOf(database, from).filter(({ removed }) => removed === null)) {
      const { bytes, parts } = attachment;
      const place = { registerId, recordId: to, id: newId(), bytes, parts };
      const sealed = sealFacts(key, place, factsOf(registerId, key, attachment));
      copies.push(place.id);
      const at = clock.now().toISOString();
      database.write(() => insertAttachment(database, { ...place, sealed, accountId: session.account.id, at }));
      for (let part = 0; part < parts; part += 1) {
        const content = sealPart(key, place, part, readPart(session, key, attachment, part));
        database.write(() => insertPart(database, place.id, part, content));
        await breath();
      }
    }
    return copies;
  } catch (cause) {
    await discardCopies(session, copies);
    throw cause;
  }
}

function factsOf(registerId: string, key: Buffer, attachment: ReturnType<typeof attachmentsOf>[number]) {
  try {
    return openFacts(key, { ...attachment, registerId }, attachment.sealed);
  } catch (cause) {
    throw damaged(cause);
  }
}

/** Shows the copies, in the transaction that merges. */
export function showCopies(
  { clock }: MergeParts,
  session: RecordSession,
  found: Found,
  copies: readonly string[],
): void {
  const at = clock.now().toISOString();
  for (const id of copies) {
    showAttachment(session.register.database, id, at);
    noteEvent(session, found, { id, at, event: 'attachment-added', reason: null });
  }
}

/** Takes copies away that nobody has seen; what stays on a full disk goes at the next sign-in. */
export async function discardCopies({ register }: RecordSession, copies: readonly string[]): Promise<void> {
  for (const id of copies) await discardAttachment(register.database, id).catch(() => undefined);
}
