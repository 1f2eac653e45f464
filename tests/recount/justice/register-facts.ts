/** What a register of cases says of itself: K3 what is entered, T44 what of it is filled. */
import { addressOf, type CountedTable as Counted } from '../victims/counting.ts';
import { type Judged, qualityTables } from '../victims/quality.ts';
import { dayOf, isIn, periodOf } from './days.ts';
import type { CountedTable, Lines } from './figures.ts';
import { type Files, known, type Row } from './files.ts';
import { typedFields } from './typed-fields.ts';

/** Figures by row and column as lines of a table. */
export function linesOf(figures: Counted['figures']): Lines {
  const lines: Record<string, Record<string, number | null>> = {};
  for (const [address, figure] of figures) {
    const [row = '', column = ''] = address.split(addressOf('', ''));
    lines[row] = { ...lines[row], [column]: figure };
  }
  return lines;
}

/** Groups by the group or record around them. */
const groups: Readonly<Record<string, readonly string[]>> = {
  case: ['defendant', 'asset', 'claim', 'victim_group', 'cooperation'],
  defendant: ['investigation', 'custody', 'indictment', 'charge', 'trial', 'judgment_sentence', 'appeal'],
  charge: ['verdict'],
  verdict: ['sentence'],
  asset: ['asset_decision'],
};

/** All rows of each record, found from the record downwards. */
function rowsOfRecords(files: Files): ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>> {
  const recordOf = new Map<string, string>();
  const found = new Map<string, Map<string, Row[]>>();
  const take = (group: string, row: Row, record: string) => {
    recordOf.set(known(row, 'id') ?? '', record);
    const rows = found.get(record) ?? new Map<string, Row[]>();
    found.set(record, rows);
    rows.set(group, [...(rows.get(group) ?? []), row]);
  };
  for (const row of files.get('case.csv') ?? []) take('case', row, known(row, 'id') ?? '');
  for (const [parent, children] of Object.entries(groups)) {
    for (const group of children) {
      for (const row of files.get(`${group}.csv`) ?? []) {
        const record = recordOf.get(known(row, `${parent}_id`) ?? '');
        if (record === undefined) throw new Error(`a row of ${group} that stands nowhere`);
        take(group, row, record);
      }
    }
  }
  return found;
}

/** The day on which the entry of a case began stands in no file. */
export function recountRegisterFacts(
  files: Files,
  period: string,
  entryDays: ReadonlyMap<string, string>,
): readonly CountedTable[] {
  const within = periodOf(period);
  const rows = rowsOfRecords(files);
  const completed = (files.get('case.csv') ?? []).filter((row) => known(row, 'completed_revision') !== null);
  const idOf = (row: Row): string => known(row, 'id') ?? '';
  const judged = completed
    .filter((row) => isIn(dayOf(known(row, 'report_date')), within))
    .map(
      (row): Judged => ({
        kind: 'case',
        id: idOf(row),
        office: known(row, 'prosecutor_office') ?? 'unknown',
        happened: known(row, 'report_date'),
        rows: rows.get(idOf(row)) ?? new Map(),
      }),
    );
  const begun = completed.filter((row) => isIn(dayOf(entryDays.get(idOf(row)) ?? null), within));
  return [
    {
      table: 'K3',
      part: null,
      unit: 'case',
      rows: {
        installations: { inPeriod: null, inAll: 1 },
        accounts: { inPeriod: null, inAll: 1 },
        case: { inPeriod: begun.length, inAll: completed.length },
      },
    },
    ...qualityTables(judged, typedFields, entryDays).map(
      ({ table, part, figures }): CountedTable => ({ table, part, unit: 'case', rows: linesOf(figures) }),
    ),
  ];
}
