/** Which figure of the recount each cell of the catalogue's tables is to be equal to. */

/** A figure of the recount by its part, row and column; nothing fell into a count that has none. */
export type Read = (part: string, row: string, column: string) => number | null;

/** The figure that a row and a column of the catalogue stand for; undefined where the recount has none. */
type Match = (read: Read, row: string, column: string) => number | null | undefined;

type Names = Readonly<Record<string, string>>;

/** Lines of another name here and there; all others are called alike. */
const renamed =
  (part: string, rows: Names = {}, columns: Names = {}): Match =>
  (read, row, column) =>
    read(part, rows[row] ?? row, columns[column] ?? column);

/** One column whose name does not matter; what is known is what is neither unknown nor out of question. */
const persons =
  (part: string): Match =>
  (read, row) => {
    if (row !== 'known') return read(part, row, 'total');
    const others = ['unknown', 'not_applicable', 'notYet'].map((each) => read(part, each, 'total') ?? 0);
    return others.reduce((rest, each) => rest - each, read(part, 'total', 'total') ?? 0);
  };

const prefixed = (kind: string, line: string): string => (line === 'total' ? line : `${kind} ${line}`);

/** Rows of answers by columns of children and adults. */
const byAge =
  (part: string, rows: Names = {}): Match =>
  (read, row, column) =>
    read(part, rows[row] ?? row, prefixed('age', column));

/** Rows of children and adults, or of years, by columns of answers, one of which is a share. */
const answersBy =
  (kind: 'age' | 'year', part: string, sharePart: string, share: string): Match =>
  (read, row, column) => {
    if (column === share) return read(sharePart, 'share', prefixed(kind, row));
    if (column !== 'known') return read(part, column, prefixed(kind, row));
    const [all, unknown] = ['total', 'unknown'].map((each) => read(part, each, prefixed(kind, row)) ?? 0);
    return (all ?? 0) - (unknown ?? 0);
  };

const bySexAndAge =
  (rowName: (row: string) => string): Match =>
  (read, row, column) =>
    read('', rowName(row), prefixed('who', column));

/** By table and part of the catalogue. */
export const matches: Readonly<Record<string, Match>> = {
  'K10 persons': renamed('stage', {}, { child: 'children', adult: 'adults', total: 'persons' }),
  'K10 cases': renamed('stage'),
  K3: renamed(''),
  K11: answersBy('age', '', 'share', 'share'),
  'K12 services': byAge('services'),
  'K12 offer': byAge('offer', { accepted: 'answer yes', acceptedPartly: 'answer partly', declined: 'answer no' }),
  'K12 compensation': byAge('compensation'),
  'T17 groups': bySexAndAge((row) =>
    ['unknown', 'total'].includes(row) ? row : `group ${row === 'eu' ? 'other_eu' : row}`,
  ),
  'T17 countries': bySexAndAge((row) => row),
  T18: (read, row, column) => read(column, row, 'total'),
  T19: answersBy('year', '', 'share', 'share'),
  'T20 matrix': renamed('matrix'),
  'T20 steps': renamed('steps'),
  'T21 method': persons('method'),
  'T21 relationship': persons('relationship'),
  'T21 online': answersBy('age', 'online', 'share', 'share'),
  'T22 means': persons('means'),
  'T22 control': persons('control'),
  'T23 sector': persons('sector'),
  'T23 venue': persons('venue'),
  'T24 classes': (read, row) =>
    row === 'measured'
      ? ['months_0', 'months_1', 'months_7', 'months_13', 'months_25'].reduce(
          (sum, each) => sum + (read('classes', each, 'total') ?? 0),
          0,
        )
      : read('classes', row, 'total'),
  'T24 median': renamed('median'),
  T25: renamed(''),
  'T26 years': answersBy('year', '', 'share', 'proactiveShare'),
  'T26 channels': (read, row, column) => read('', row, `year ${column}`),
  T27: renamed(''),
  'T28 guardian': persons('guardian'),
  'T28 interview': persons('interview'),
  'T29 reflection': persons('reflection'),
  'T29 permits': persons('permits'),
  'T30 types': persons('types'),
  'T30 countries': (read, row) => read('countries', row === 'eu' ? 'other_eu' : row, 'total'),
  'T30 reintegration': renamed('reintegration'),
  'T30 relapse': persons('relapse'),
  'T31 steps': renamed('steps'),
  'T31 amounts': renamed('amounts'),
  'T42 identified': renamed('identified'),
  'T42 children': renamed('children'),
  'T42 presumed': renamed('presumed'),
  'T42 prevented': renamed('prevented'),
  'T43 sexAge': renamed('sexAge'),
  'T43 form': (read, row, column) => read('form', row, column) ?? read('none', 'none', column),
  'T44 sections': renamed('sections'),
  'T44 fields': renamed('fields'),
  // What the rules say of a record stands in no row of it.
  'T44 offices': (read, row, column) => (column === 'openShare' ? undefined : read('offices', row, column)),
  'T44 delays': (read, row, column) =>
    ['dateUnknown', 'imputedShare'].includes(column) ? undefined : read('delays', row.split('.')[0] ?? row, column),
  'T44 rules': () => undefined,
};
