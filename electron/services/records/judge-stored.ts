/** The rules over what is stored: of completed records, their last completed content, as tables count it. */
import { replaceFindings, type StoredFinding } from '../../database/repositories/findings.ts';
import type { OpenRegister } from '../open-register.ts';
import { countedContent } from './counted-content.ts';
import { confirmedRules, storedFindings } from './keep-findings.ts';
import type { Found } from './record-store.ts';
import { type RecordParts, settleContent } from './write-revision.ts';

/** What is found of a record today, and what of it was confirmed; nothing of one that was never completed. */
export function findStored(
  parts: Pick<RecordParts, 'clock'>,
  register: OpenRegister,
  { store, record }: Found,
): StoredFinding[] {
  const { meta } = record;
  if (meta.completedRevision === null) return [];
  const content = countedContent(register.database, store.entity, record);
  // Judged as what it was when it was last completed.
  const state = meta.state === 'returned_for_correction' ? 'complete' : meta.state;
  const { findings } = settleContent(parts, { register }, store, { ...meta, state }, content);
  return storedFindings(findings('complete'), confirmedRules(register.database, meta.id, meta.completedRevision));
}

/** Judges one record anew and keeps what is found; to be called in the transaction that makes it count again. */
export function judgeStored(parts: Pick<RecordParts, 'clock'>, register: OpenRegister, found: Found): void {
  replaceFindings(register.database, found.record.meta.id, findStored(parts, register, found));
}
