/** What the index holds of one person: her names and what tells her from others of the same name. */
import type { DayInterval } from '../records/partial-date.ts';
import { wordsOf } from './spellings.ts';

export interface NameEntry {
  /** Key of the row that stands for her: the record, or a row of it. */
  readonly seq: number;
  /** 32 bits of the record's id, by which it is found when its row is gone. */
  readonly mark: number;
  /** Words as written, in lower case. */
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** null: nothing is known of it. */
  readonly birth: DayInterval | null;
  readonly sex: string | null;
  /** The main one first. */
  readonly citizenships: readonly string[];
  /** Personal number without spaces and points. */
  readonly number: string | null;
  /** Accounts whose own record it is: who entered it, and to whom it was handed over. */
  readonly owners: readonly string[];
}

/** FNV-1a over the id of a record. */
export function markOf(recordId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < recordId.length; at += 1) hash = Math.imul(hash ^ recordId.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Letters and digits of a personal number; null where it has none. */
export function plainNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? null : plain;
}

/** Words of a name as an entry holds them. */
export const writtenWords = (name: string): string[] => wordsOf(name).map(({ written }) => written);
