/** What the rules say of records, as it is kept: read by record, replaced where it differs. */
import type { RuleLevel } from '#shared/dictionary/vocabulary.ts';
import type { RegisterDatabase } from '../register-database.ts';

export interface StoredFinding {
  readonly rule: string;
  readonly part: string | null;
  readonly level: RuleLevel;
  readonly entity: string | null;
  readonly rowId: string | null;
  readonly field: string | null;
  readonly confirmed: boolean;
}

const columns = '"rule", "part", "level", "entity", "row_id", "field", "confirmed"';

/** Two findings with the same key are one: a record is counted once, however often a rule says the same of a field. */
const keyOf = ({ rule, part, level, entity, rowId, field, confirmed }: StoredFinding): string =>
  [rule, part, level, entity, rowId, field, confirmed].join('\u0000');

const findingOf = (row: Record<string, unknown>): StoredFinding => ({
  rule: String(row.rule),
  part: row.part as string | null,
  level: row.level as RuleLevel,
  entity: row.entity as string | null,
  rowId: row.row_id as string | null,
  field: row.field as string | null,
  confirmed: row.confirmed === 1,
});

/** Findings of several records, by record; records without any are not in it. */
export function findingsOfMany(database: RegisterDatabase, ids: readonly string[]): Map<string, StoredFinding[]> {
  const found = new Map<string, StoredFinding[]>();
  const rows = database
    .prepare(
      `SELECT "record_id", ${columns} FROM "record_finding" WHERE "record_id" IN (SELECT value FROM json_each(?)) ORDER BY "id"`,
    )
    .all(JSON.stringify(ids));
  for (const row of rows) {
    const id = String(row.record_id);
    const siblings = found.get(id);
    if (siblings) siblings.push(findingOf(row));
    else found.set(id, [findingOf(row)]);
  }
  return found;
}

/** Whether the same things are found, in whatever order. */
export function sameFindings(a: readonly StoredFinding[], b: readonly StoredFinding[]): boolean {
  const [left, right] = [new Set(a.map(keyOf)), new Set(b.map(keyOf))];
  return left.size === right.size && [...left].every((key) => right.has(key));
}

/** Writes what is found of a record now; rows that stay the same are not touched. True where anything changed. */
export function replaceFindings(database: RegisterDatabase, recordId: string, next: readonly StoredFinding[]): boolean {
  const before = database
    .prepare(`SELECT "id", ${columns} FROM "record_finding" WHERE "record_id" = ?`)
    .all(recordId)
    .map((row) => [keyOf(findingOf(row)), Number(row.id)] as const);
  const wanted = new Map(next.map((finding) => [keyOf(finding), finding]));
  let changed = false;
  for (const [key, id] of before) {
    if (wanted.delete(key)) continue;
    database.prepare('DELETE FROM "record_finding" WHERE "id" = ?').run(id);
    changed = true;
  }
  for (const { rule, part, level, entity, rowId, field, confirmed } of wanted.values()) {
    database
      .prepare(`INSERT INTO "record_finding" ("record_id", ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(recordId, rule, part, level, entity, rowId, field, confirmed ? 1 : 0);
    changed = true;
  }
  return changed;
}
