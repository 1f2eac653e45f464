/** Reading the audit log within what a role may see. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { RegisterDatabase } from '../database/register-database.ts';

interface Row {
  number: number;
  at: string;
  account: string | null;
  name: string;
  outcome: string;
  detail: string;
}

/** Name prefixes a role sees (design 5): administrators account events, supervisors record events, auditors all. */
const visiblePrefixes: Partial<Record<Role, readonly string[]>> = {
  administrator: [
    'account.',
    'session.',
    'recovery.',
    'settings.',
    'register.',
    'backup.',
    'training.',
    'retention.',
    'erasure.',
    'reference.',
  ],
  supervisor: [
    'record.',
    'merge.',
    'search.',
    'person.',
    'identity.',
    'attachment.',
    'exchange.',
    'statistics.',
    'quality.',
    'report.',
    'retention.',
    'erasure.',
    'reference.',
  ],
};

/** One page of the log, newest first. */
export function listAudit(
  database: RegisterDatabase,
  roles: readonly Role[],
  { before, limit, name }: ParsedInput<'audit.list'>,
): Output<'audit.list'> {
  const prefixes = roles.includes('auditor') ? [''] : roles.flatMap((role) => visiblePrefixes[role] ?? []);
  const visible = `(${prefixes.map(() => "e.name LIKE ? || '%'").join(' OR ') || '0'})`;
  const named = name === null ? '' : ' AND e.name = ?';
  const parameters: (string | number)[] = [...prefixes, ...(name === null ? [] : [name])];
  const rows = database.sql
    .prepare<unknown[], Row>(
      `SELECT e.number, e.at, a.display_name AS account, e.name, e.outcome, e.detail
       FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
       WHERE ${visible}${named}${before === null ? '' : ' AND e.number < ?'}
       ORDER BY e.number DESC LIMIT ?`,
    )
    .all(...parameters, ...(before === null ? [] : [before]), limit);
  const total = database.sql
    .prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM audit_entry e WHERE ${visible}${named}`)
    .get(...parameters);
  const last = rows.at(-1);
  return {
    entries: rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) })),
    next: rows.length === limit && last ? last.number : null,
    total: total?.n ?? 0,
  };
}
