import type { RegisterDatabase } from '../../database/register-database.ts';
import { everyAttachment, loadPart, type StoredAttachment } from '../../database/repositories/attachments.ts';
import { openFacts, openPart } from './attachment-cipher.ts';

/** Opens every attachment from its first part to its last; what is in it goes nowhere. */
export function checkAttachments(database: RegisterDatabase, registerId: string, key: Buffer) {
  const opens = ({ id, recordId, bytes, parts, sealed }: StoredAttachment): boolean => {
    const place = { registerId, recordId, id, bytes, parts };
    try {
      openFacts(key, place, sealed);
      let found = 0;
      for (let part = 0; part < parts; part += 1) {
        found += openPart(key, place, part, loadPart(database, id, part) ?? Buffer.alloc(0)).length;
      }
      return found === bytes;
    } catch {
      return false;
    }
  };
  const all = everyAttachment(database);
  return { attachments: all.length, brokenAttachments: all.filter((each) => !opens(each)).length };
}
