/** A row that is taken away, with everything that goes with it and comes back with it. */
import { removeRow, rowsOf, rowsWithin } from '#shared/records/content.ts';
import { identityField } from '#shared/records/identity.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { type Change, isOfRow, type Step } from './undo.ts';

interface Standing {
  readonly content: RecordContent;
  readonly identity: Values | null;
  readonly unread: Readonly<Record<string, string>>;
}

/** The step that removes a row: what stands within it goes first, its identity last; empty where the row is not there. */
export function removalOf(
  { content, identity, unread }: Standing,
  vaultEntity: string | null,
  group: string,
  id: string,
): Step {
  const found = rowsOf(content, group).find((each) => each.id === id);
  if (found === undefined) return [];
  const going = [{ entity: group, row: found }, ...rowsWithin(content, id)].toReversed();
  let left = content;
  const rows = going.map(({ entity, row }): Change => {
    const at = rowsOf(left, entity).indexOf(row);
    left = removeRow(left, entity, row.id);
    const isOfThis = (key: string): boolean =>
      isOfRow(entity, row.id)(key) || (vaultEntity !== null && isOfRow(vaultEntity, row.id)(key));
    const texts = Object.fromEntries(Object.entries(unread).filter(([key]) => isOfThis(key)));
    return { kind: 'row', entity, row, at, isAdded: false, unread: texts };
  });
  const gone = new Set(going.map(({ row }) => row.id));
  return [...rows, ...identitiesTaken(identity, vaultEntity, gone)];
}

function identitiesTaken(identity: Values | null, vaultEntity: string | null, gone: ReadonlySet<string>): Change[] {
  if (identity === null || vaultEntity === null) return [];
  return Object.entries(identity).flatMap(([key, value]): Change[] => {
    const { row, field } = identityField(key);
    if (row === undefined || !gone.has(row) || value === null) return [];
    return [{ kind: 'value', ref: { entity: vaultEntity, row, field }, before: value, after: null }];
  });
}
