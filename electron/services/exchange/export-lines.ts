/** The lines that one record adds to the files of an export. */
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { outerRowOf } from '#shared/records/content.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { type ExportForm, exportedCells, exportedFields, exportedId } from './export-columns.ts';

/** What is exported of a record: its content, and which version of it that is. */
export interface ExportedRecord {
  readonly meta: {
    readonly id: string;
    readonly revision: number;
    readonly completedRevision: number | null;
    readonly dictionaryVersion: string;
  };
  readonly content: RecordContent;
}

export interface ExportLine {
  readonly entity: string;
  readonly cells: readonly string[];
}

/**
 * The record itself, then the rows of its groups. A row of a group within another one names its row there, any other
 * row the record, so that the files can be joined, and imported, by their keys.
 */
export function* exportedLines(
  form: ExportForm,
  root: EntityDeclaration,
  { meta, content }: ExportedRecord,
): Generator<ExportLine> {
  const cells = (entity: string, values: Values): string[] =>
    exportedFields(form, entity).flatMap((field) => exportedCells(form, field, values[field.id]));
  const id = exportedId(form, meta.id);
  const versions = [String(meta.revision), String(meta.completedRevision ?? ''), meta.dictionaryVersion];
  yield { entity: root.id, cells: [id, ...cells(root.id, content.values), ...versions] };
  for (const group of form.index.groupsOf(root.id)) {
    for (const [position, row] of (content.groups[group.id] ?? []).entries()) {
      const outer = outerRowOf(row);
      const parent = outer === undefined ? id : exportedId(form, outer);
      const keys = [exportedId(form, row.id), parent, String(position + 1)];
      yield { entity: group.id, cells: [...keys, ...cells(group.id, row.values)] };
    }
  }
}
