/**
 * Direct identifiers of a record. Where the vault belongs to the record, they stand under the ids of their fields; where
 * it belongs to the rows of a group, under the id of the row, a point, and the id of the field. So they are kept, sealed,
 * compared and merged in one piece, whoever they are about.
 */
import type { RegisterIndex } from '../dictionary/register-index.ts';
import type { FieldRef, RuleSubject, Values } from './record.ts';

const point = '.';

/** The key under which an identifier stands. */
export const identityKey = ({ row, field }: Pick<FieldRef, 'row' | 'field'>): string =>
  row === undefined ? field : `${row}${point}${field}`;

/** The field, and the row where it is about one, of a key that `identityKey` made. */
export function identityField(key: string): Pick<FieldRef, 'row' | 'field'> {
  const at = key.lastIndexOf(point);
  return at < 0 ? { field: key } : { row: key.slice(0, at), field: key.slice(at + 1) };
}

/** Identifiers of one row by the ids of their fields; those of the record itself without a row. */
export function identityOfRow(identity: Values, row: string | undefined): Values {
  if (row === undefined) return identity;
  return identitiesByRow(identity)[row] ?? {};
}

/** Identifiers of every row that has any, by the ids of their fields. */
export function identitiesByRow(identity: Values): Readonly<Record<string, Values>> {
  const rows: Record<string, Record<string, Values[string]>> = {};
  for (const [key, value] of Object.entries(identity)) {
    const { row, field } = identityField(key);
    if (row === undefined) continue;
    rows[row] ??= {};
    rows[row][field] = value;
  }
  return rows;
}

/** Identifiers of rows in one piece; `identitiesByRow` turned round. */
export function joinIdentities(rows: Readonly<Record<string, Values>>): Values {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, values]) =>
      Object.entries(values).map(([field, value]) => [identityKey({ row, field }), value]),
    ),
  );
}

/** The identifiers that are about the record itself or about one of these rows. */
export function identityWithin(identity: Values, rows: ReadonlySet<string>): Values {
  const kept = Object.entries(identity).filter(([key]) => {
    const { row } = identityField(key);
    return row === undefined || rows.has(row);
  });
  return Object.fromEntries(kept);
}

/** Identifiers of rows under the ids that these rows have in another record; those of other rows are left out. */
export function movedIdentities(identity: Values, rowIds: ReadonlyMap<string, string>): Values {
  const moved = Object.entries(identitiesByRow(identity)).flatMap(([row, values]): [string, Values][] => {
    const now = rowIds.get(row);
    return now === undefined ? [] : [[now, values]];
  });
  return joinIdentities(Object.fromEntries(moved));
}

/** How rules see the identifiers of a record; nothing where the vault is closed. */
export function seenIdentity(
  index: RegisterIndex,
  root: string,
  identity: Values | null | undefined,
): Pick<RuleSubject, 'identity' | 'rowIdentities'> {
  if (identity === undefined || identity === null) return {};
  const vault = index.vaultOf(root);
  return vault && index.outerGroupOf(vault.id) ? { rowIdentities: identitiesByRow(identity) } : { identity };
}
