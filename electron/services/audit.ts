/** The audit log: a hash chain in which each entry covers the one before, and the seal that stands on every print. */
import { createHash } from 'node:crypto';
import type { RegisterDatabase } from '../database/register-database.ts';
import type { Clock } from './ports.ts';

export interface AuditEntry {
  readonly name: string;
  readonly outcome: string;
  readonly detail: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface Seal {
  readonly entry: number;
  /** 16 hex characters in groups of four. */
  readonly mark: string;
}

/** The part of a session an entry needs. */
export interface AuditSession {
  readonly account: { readonly id: string } | null;
  readonly register: { readonly database: RegisterDatabase };
}

interface StoredEntry {
  number: number;
  at: string;
  account_id: string | null;
  name: string;
  outcome: string;
  detail: string;
  mark: Buffer;
}

const emptyMark = Buffer.alloc(32);

/** SHA-256 over the mark before and the entry in canonical form; anyone can recompute it from an export of the log. */
export function chainMark(before: Buffer, entry: Omit<StoredEntry, 'mark'>): Buffer {
  const canonical = JSON.stringify([entry.number, entry.at, entry.account_id, entry.name, entry.outcome, entry.detail]);
  return createHash('sha256').update(before).update(canonical, 'utf8').digest();
}

export const formatMark = (mark: Buffer): string =>
  (mark.subarray(0, 8).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join('-');

function lastEntry(database: RegisterDatabase): Pick<StoredEntry, 'number' | 'mark'> | undefined {
  const row = database.prepareRaw('SELECT number, mark FROM audit_entry ORDER BY number DESC LIMIT 1').get();
  return row && { number: Number(row[0]), mark: row[1] as Buffer };
}

/** The seal of a register: number of its last audit entry and the first 16 characters of that entry's mark. */
export function readSeal(database: RegisterDatabase): Seal {
  const last = lastEntry(database);
  return last ? { entry: last.number, mark: formatMark(last.mark) } : { entry: 0, mark: formatMark(emptyMark) };
}

export interface ChainReport {
  readonly sound: boolean;
  readonly entries: number;
  /** Number of the first entry that does not follow from the one before. */
  readonly brokenAt: number | null;
  /** Whether the given seal is the mark of its entry in this chain; null without a seal. */
  readonly sealFound: boolean | null;
}

/** Recomputes the whole chain and looks for a seal from paper or a backup (`12345 4F2A-91C7-0B3E-77D0`). */
export function verifyChain(database: RegisterDatabase, seal: string | null): ChainReport {
  const wanted = seal?.trim().match(/^(\d+)[\s·:-]+([0-9A-Fa-f-]{16,19})$/);
  const wantedMark = wanted?.[2]?.replaceAll('-', '').toUpperCase();
  let before: Buffer = emptyMark;
  let expected = 1;
  let sealFound: boolean | null = seal === null ? null : false;
  for (const row of database.sql.prepare<[], StoredEntry>('SELECT * FROM audit_entry ORDER BY number').iterate()) {
    const { mark, ...entry } = row;
    if (entry.number !== expected || !chainMark(before, entry).equals(mark)) {
      return { sound: false, entries: expected - 1, brokenAt: entry.number, sealFound };
    }
    if (wanted && Number(wanted[1]) === entry.number && formatMark(mark).replaceAll('-', '') === wantedMark) {
      sealFound = true;
    }
    before = mark;
    expected += 1;
  }
  return { sound: true, entries: expected - 1, brokenAt: null, sealFound };
}

export interface AuditLog {
  append(session: AuditSession, entry: AuditEntry): void;
  seal(session: AuditSession): Seal;
}

/** Appends entries; a caller that writes records does so inside its own transaction. */
export function createAuditLog(clock: Clock): AuditLog {
  return {
    append({ account, register: { database } }, { name, outcome, detail }) {
      database.write(() => {
        const last = lastEntry(database);
        const entry = {
          number: (last?.number ?? 0) + 1,
          at: clock.now().toISOString(),
          account_id: account?.id ?? null,
          name,
          outcome,
          detail: JSON.stringify(detail),
        };
        database
          .prepare(
            'INSERT INTO audit_entry (number, at, account_id, name, outcome, detail, mark) VALUES (?, ?, ?, ?, ?, ?, ?)',
          )
          .run(
            entry.number,
            entry.at,
            entry.account_id,
            entry.name,
            entry.outcome,
            entry.detail,
            chainMark(last?.mark ?? emptyMark, entry),
          );
      });
    },
    seal: ({ register }) => readSeal(register.database),
  };
}
