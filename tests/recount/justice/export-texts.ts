/** The files that the program's export would write of justice records, without a register on the disk. */
import { stringify } from 'csv-stringify/sync';
import type { ExportForm } from '#electron/services/exchange/export-columns.ts';
import { exportHeader } from '#electron/services/exchange/export-columns.ts';
import { exportedLines } from '#electron/services/exchange/export-lines.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import type { RecordContent } from '#shared/records/record.ts';

export interface ExportableCase {
  readonly content: RecordContent;
  readonly id?: string;
  /** false: a draft that was never completed. */
  readonly isCompleted?: boolean;
}

/** CSV texts by file name. */
export function exportTexts(cases: readonly ExportableCase[]): ReadonlyMap<string, string> {
  const form: ExportForm = { index: indexOf(justice), label: null, pseudonymKey: null };
  const [root] = justice.entities;
  if (!root) throw new Error('the register has no record type');
  const lines = new Map(
    justice.entities
      .filter(({ role }) => role !== 'vault')
      .map((entity): [string, (readonly string[])[]] => [entity.id, [exportHeader(form, entity)]]),
  );
  cases.forEach(({ content, id, isCompleted = true }, number) => {
    const place = id ?? `case ${number + 1}`;
    const meta = { id: place, revision: 1, completedRevision: isCompleted ? 1 : null, dictionaryVersion: '1.0' };
    for (const { entity, cells } of exportedLines(form, root, { meta, content: ownRows(content, place) })) {
      lines.get(entity)?.push(cells);
    }
  });
  return new Map([...lines].map(([entity, rows]) => [`${entity}.csv`, stringify(rows)]));
}

/** Rows of invented cases are numbered within their case; in a register no two rows have one id. */
function ownRows(content: RecordContent, place: string): RecordContent {
  const own = (id: string) => `${place} / ${id}`;
  const groups = Object.entries(content.groups).map(([group, rows]) => [
    group,
    rows.map(({ id, values }) => {
      const { within } = values;
      return { id: own(id), values: typeof within === 'string' ? { ...values, within: own(within) } : values };
    }),
  ]);
  return { ...content, groups: Object.fromEntries(groups) };
}
