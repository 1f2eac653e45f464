/**
 * What the rules say of a record is kept with it, in the transaction that writes what they judged. Drafts are not
 * judged; a record returned for correction keeps what was said of its last completed content.
 */
import type { Finding } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { replaceFindings, type StoredFinding } from '../../database/repositories/findings.ts';

/** Findings as they are kept: names only, soft ones confirmed where their rule is. */
export function storedFindings(findings: readonly Finding[], confirmedRules: Iterable<string>): StoredFinding[] {
  const confirmed = new Set(confirmedRules);
  return findings.map(({ rule, part = null, level, fields: [first] }) => ({
    rule,
    part,
    level,
    entity: first?.entity ?? null,
    rowId: first?.row ?? null,
    field: first?.field ?? null,
    confirmed: level === 'soft' && confirmed.has(rule),
  }));
}

/** Keeps what the rules say of the completed content just written. */
export function keepFindings(
  database: RegisterDatabase,
  recordId: string,
  findings: readonly Finding[],
  confirmedRules: Iterable<string>,
): void {
  replaceFindings(database, recordId, storedFindings(findings, confirmedRules));
}

/** Rules confirmed for the content that was last completed; a later save asks again. */
export function confirmedRules(database: RegisterDatabase, id: string, completedRevision: number | null): string[] {
  return database
    .prepare('SELECT "rule" FROM "rule_confirmation" WHERE "record_id" = ? AND "revision" >= ?')
    .all(id, completedRevision ?? 0)
    .map(({ rule }) => String(rule));
}
