/** Joins the rows of several import files to records, by the keys that the files give them. */
import { v7 as newId } from 'uuid';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { withinKey } from '#shared/records/content.ts';
import { identityOfRow, joinIdentities } from '#shared/records/identity.ts';
import type { GroupRow, Values } from '#shared/records/record.ts';
import type { ImportFile, ImportProblem, ImportRow } from './import-file.ts';

export interface Assembled {
  readonly entity: string;
  readonly file: string;
  readonly row: ImportRow;
  readonly values: Values;
  readonly groups: Record<string, GroupRow[]>;
  /** Where each row of a group came from, for messages. */
  readonly origins: Map<string, { file: string; line: number }>;
  identity: Values | null;
}

interface ReadRows {
  readonly wanted: ImportFile;
  readonly rows: readonly ImportRow[];
}

/** Where a row that names its parent belongs: a record, and the row of the outer group if it stands within one. */
interface Place {
  readonly record: Assembled;
  readonly row: string | null;
}

/** Records in the order of their file; every row that finds no place, and every key given twice, goes to `report`. */
export function assembleRecords(
  index: RegisterIndex,
  read: readonly ReadRows[],
  report: (problem: ImportProblem) => void,
): readonly Assembled[] {
  const records: Assembled[] = [];
  const places = new Map<string, Place>();
  const keyOf = (entity: string, key: string): string => `${entity}\u0000${key}`;
  const eachRow = (entity: string, take: (row: ImportRow, file: string) => void): void => {
    for (const { wanted, rows } of read) if (wanted.entity === entity) for (const row of rows) take(row, wanted.file);
  };
  const tell = (file: string, { line }: ImportRow, column: string, code: ImportProblem['code']): void =>
    report({ file, line, column, code, params: {} });

  /** Remembers where rows find it; false where its key is missing or taken. */
  const settle = (entity: string, row: ImportRow, file: string, place: Place): boolean => {
    const key = keyOf(entity, row.key ?? '');
    const problem = row.key === '' ? 'REQUIRED' : places.has(key) ? 'DUPLICATE_KEY' : null;
    if (problem === null) places.set(key, place);
    else tell(file, row, 'id', problem);
    return problem === null;
  };
  const parentOf = ({ parent }: EntityDeclaration, row: ImportRow, file: string): Place | null => {
    // Without the column every row would repeat what was told of the header.
    if (row.parent === null || parent === null) return null;
    const place = places.get(keyOf(parent, row.parent));
    if (!place) tell(file, row, `${parent}_id`, 'NO_PARENT');
    return place ?? null;
  };

  for (const root of index.roots) {
    eachRow(root.id, (row, file) => {
      if (row.key === null) return;
      const record = { entity: root.id, file, row, values: row.values, groups: {}, origins: new Map(), identity: null };
      if (settle(root.id, row, file, { record, row: null })) records.push(record);
    });
    const vault = index.vaultOf(root.id);
    const readVault = (): void => {
      if (!vault) return;
      eachRow(vault.id, (row, file) => {
        const place = parentOf(vault, row, file);
        if (!place) return;
        const { record, row: person } = place;
        const known = record.identity ?? {};
        const isKnown =
          person === null ? record.identity !== null : Object.keys(identityOfRow(known, person)).length > 0;
        if (isKnown) tell(file, row, `${vault.parent}_id`, 'DUPLICATE_KEY');
        record.identity = person === null ? row.values : { ...known, ...joinIdentities({ [person]: row.values }) };
      });
    };
    const groups = index.groupsOf(root.id);
    for (const group of groups) {
      const hasInner = vault?.parent === group.id || groups.some(({ parent }) => parent === group.id);
      eachRow(group.id, (row, file) => {
        const place = parentOf(group, row, file);
        if (!place) return;
        const { record } = place;
        const id = newId();
        record.origins.set(id, { file, line: row.line });
        const values = place.row === null ? row.values : { ...row.values, [withinKey]: place.row };
        record.groups[group.id] = [...(record.groups[group.id] ?? []), { id, values }];
        // The keys of other rows are nobody's concern.
        if (hasInner && row.key !== null) settle(group.id, row, file, { record, row: id });
      });
    }
    readVault();
  }
  return records;
}
