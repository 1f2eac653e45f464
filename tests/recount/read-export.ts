/** Registrations as the CSV files of an export show them, without a word of the program's own code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface Decision {
  readonly status: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

export interface Registration {
  readonly id: string;
  readonly person: string;
  readonly episode: number;
  readonly relation: string | null;
  readonly isCompleted: boolean;
  /** null: not known, whatever the reason. */
  readonly sex: string | null;
  readonly ageGroup: string | null;
  readonly mainForm: string | null;
  /** Every form of exploitation; of the intended ones where the person was not yet exploited. */
  readonly forms: readonly string[];
  readonly decisions: readonly Decision[];
}

export type Row = Readonly<Record<string, string>>;

/** Lines of one entity's file by the names in its first line. */
export function readRows(folder: string, entity: string): readonly Row[] {
  return parse(readFileSync(join(folder, `${entity}.csv`)), { bom: true, columns: true });
}

/** The cell of a column that must be there; null where it is empty or holds a marker such as `?unknown`. */
export function known(row: Row, column: string): string | null {
  const cell = row[column];
  if (cell === undefined) throw new Error(`The export has no column ${column}.`);
  return cell === '' || cell.startsWith('?') ? null : cell;
}

export function rowsByVictim(folder: string, entity: string): ReadonlyMap<string, readonly Row[]> {
  const rows = readRows(folder, entity).toSorted((a, b) => Number(a.position) - Number(b.position));
  return Map.groupBy(rows, (row) => known(row, 'victim_id') ?? '');
}

export const codes = (cell: string | null): readonly string[] => cell?.split('|') ?? [];

/** All registrations of persons in an export, drafts included. */
export function readRegistrations(folder: string): readonly Registration[] {
  const decisions = rowsByVictim(folder, 'status_decision');
  const exploitations = rowsByVictim(folder, 'exploitation');
  return readRows(folder, 'victim').map((row): Registration => {
    const id = known(row, 'id') ?? '';
    const entered =
      known(row, 'exploitation_stage') === 'not_yet_exploited'
        ? codes(known(row, 'intended_forms'))
        : (exploitations.get(id) ?? []).flatMap((each) => codes(known(each, 'exploitation_forms')));
    return {
      id,
      // Without a code nobody knows that two registrations are of one person.
      person: known(row, 'victim_code') ?? id,
      episode: Number(known(row, 'episode_no') ?? 1),
      relation: known(row, 'episode_relation'),
      isCompleted: known(row, 'completed_revision') !== null,
      sex: known(row, 'sex'),
      ageGroup: known(row, 'age_group'),
      mainForm: known(row, 'exploitation_main_form'),
      forms: [...new Set(entered)],
      decisions: (decisions.get(id) ?? []).flatMap((each): Decision[] => {
        const [status, day] = [known(each, 'status'), known(each, 'status_date')];
        return status && day ? [{ status, day }] : [];
      }),
    };
  });
}
