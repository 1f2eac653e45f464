/** Why soft rules were confirmed: the newest reason of each rule of each record, as long as the rule still speaks. */
import type { Output } from '#shared/contract/contract.ts';
import { tablesOf } from '../../database/registers.ts';
import { quote } from '../../database/table-shape.ts';
import type { OpenRegister } from '../open-register.ts';

interface Wanted {
  readonly ids: readonly string[];
  /** null: every rule. */
  readonly rule: string | null;
  readonly limit: number;
}

/** Newest first; `total` counts all of them. */
export function readConfirmations(
  { database, kind }: OpenRegister,
  entity: string,
  { ids, rule, limit }: Wanted,
): Output<'quality.confirmations'> {
  const root = tablesOf(kind).roots.find((each) => each.entity.id === entity);
  if (!root) throw new Error(`${entity} is no record type of ${kind}`);
  const confirmed = `(SELECT DISTINCT "record_id", "rule" FROM "record_finding" WHERE "confirmed" = 1
     AND "record_id" IN (SELECT value FROM json_each(?))${rule === null ? '' : ' AND "rule" = ?'})`;
  // A reason counts for the content that was last completed, as the finding does.
  const reasons = `${confirmed} f JOIN ${quote(root.table)} r ON r."id" = f."record_id"
     JOIN "rule_confirmation" c ON c."id" = (SELECT max("id") FROM "rule_confirmation"
       WHERE "record_id" = f."record_id" AND "rule" = f."rule" AND "revision" >= r."completed_revision")
     LEFT JOIN "account" a ON a."id" = c."account_id"`;
  const params = [JSON.stringify(ids), ...(rule === null ? [] : [rule])];
  const rows = database
    .prepare(
      `SELECT r."id", r."code", f."rule", c."reason", coalesce(a."display_name", '') AS "by", c."at"
       FROM ${reasons} ORDER BY c."at" DESC, c."id" DESC LIMIT ?`,
    )
    .all(...params, limit);
  const counted = database.prepare(`SELECT count(*) AS "n" FROM ${reasons}`).get(...params);
  return {
    confirmations: rows.map((row) => ({
      recordId: String(row.id),
      code: row.code as string | null,
      rule: String(row.rule),
      reason: String(row.reason),
      by: String(row.by),
      at: String(row.at),
    })),
    total: Number(counted?.n ?? 0),
  };
}
