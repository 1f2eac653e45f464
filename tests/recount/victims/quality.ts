/** T44: what is filled, section by section, field by field and office by office, and how long it took until it was entered. */
import { known, type Row } from '../read-export.ts';
import { type CountedTable, type Figures, figuresOf, percentOf, quantile } from './counting.ts';
import { type FieldsOf, typedFields } from './typed-fields.ts';
import { dayNumber, isDayIn, type Material, type Victim } from './victims.ts';

/** Cut, never rounded: 100 % says that nothing is missing. */
const cutPercent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 1_000) / whole) / 10;

/** A record with the day of its registration, its office, and all its rows by their group. */
export interface Judged {
  readonly kind: string;
  readonly id: string;
  readonly office: string;
  /** Of identification or prevention. */
  readonly happened: string | null;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

const victimRows = (victim: Victim): ReadonlyMap<string, readonly Row[]> =>
  new Map([
    ['victim', [victim.row]],
    ['status_decision', victim.statusRows],
    ['recruiter', victim.recruiters],
    ['journey_leg', victim.legs],
    ['exploitation', victim.exploitations],
    ['referral', victim.referrals],
    ['service', victim.services],
    ['reintegration_entry', victim.reintegration],
    ['compensation_claim', victim.claims],
  ]);

function judgedIn(material: Material, period: string): readonly Judged[] {
  const victims = material.victims
    .filter(({ row }) => isDayIn(known(row, 'registration_date'), period))
    .map(
      (victim): Judged => ({
        kind: 'victim',
        id: victim.id,
        office: known(victim.row, 'reporting_institution') ?? 'unknown',
        happened: known(victim.row, 'identification_date'),
        rows: victimRows(victim),
      }),
    );
  const prevented = material.prevented
    .filter((row) => isDayIn(known(row, 'prevented_registration_date'), period))
    .map(
      (row): Judged => ({
        kind: 'prevented_case',
        id: known(row, 'id') ?? '',
        office: known(row, 'prevented_reporting_institution') ?? 'unknown',
        happened: known(row, 'prevented_date'),
        rows: new Map([['prevented_case', [row]]]),
      }),
    );
  return [...victims, ...prevented];
}

const states = ['unknown', 'not_asked', 'refused', 'withheld', 'not_applicable'];

function stateOf(cell: string | undefined): string {
  if (cell === undefined || cell === '') return 'empty';
  return states.find((state) => cell === `?${state}`) ?? 'filled';
}

interface Cell {
  readonly record: Judged;
  readonly section: string;
  readonly field: string;
  readonly isCore: boolean;
  readonly state: string;
}

/** Every cell of the records that applies. */
const cellsOf = (records: readonly Judged[], asked: readonly FieldsOf[]): readonly Cell[] =>
  records.flatMap((record) =>
    asked.flatMap(({ group, section, fields }) =>
      fields.flatMap((starred) => {
        const field = starred.replace('*', '');
        return (record.rows.get(group) ?? []).flatMap((row): Cell[] => {
          const state = stateOf(row[field]);
          if (state === 'not_applicable') return [];
          const isCore = field !== starred;
          return [{ record, section: `${record.kind}.${section}`, field: `${group}.${field}`, isCore, state }];
        });
      }),
    ),
  );

function sharesOf(cells: readonly Cell[]) {
  const number = (state: string) => cells.filter((cell) => cell.state === state).length;
  const share = (state: string) => percentOf(number(state), cells.length);
  return {
    applies: cells.length,
    filled: cutPercent(number('filled'), cells.length),
    unknownShare: share('unknown'),
    notAsked: share('not_asked'),
    refused: share('refused'),
  };
}

/** A line for each key and one for each record type. */
function linesOf<T, F>(
  things: readonly T[],
  kindOf: (thing: T) => string,
  keyOf: (thing: T) => string,
  line: (group: readonly T[]) => Record<string, F>,
): Record<string, Record<string, F>> {
  const groups = [...Map.groupBy(things, kindOf), ...Map.groupBy(things, keyOf)];
  return Object.fromEntries(groups.map(([key, group]) => [key, line(group)]));
}

const sharesBy = (cells: readonly Cell[], keyOf: (cell: Cell) => string): Figures =>
  figuresOf(linesOf(cells, ({ record }) => record.kind, keyOf, sharesOf));

/** Days until a record was begun; negative where it was begun before. */
const delaysOf = (records: readonly Judged[], entryDays: ReadonlyMap<string, string>): readonly number[] =>
  records.flatMap(({ id, happened }) => {
    const entered = entryDays.get(id);
    return happened === null || entered === undefined ? [] : [dayNumber(entered) - dayNumber(happened)];
  });

export const recountT44 = (material: Material, period: string): CountedTable[] =>
  qualityTables(judgedIn(material, period), typedFields, material.entryDays);

/** The same of records of any kind. */
export function qualityTables(
  records: readonly Judged[],
  asked: readonly FieldsOf[],
  entryDays: ReadonlyMap<string, string>,
): CountedTable[] {
  const cells = cellsOf(records, asked);
  const cellsByRecord = Map.groupBy(cells, ({ record }) => record);
  const filledOf = (group: readonly Judged[], isMeant: (cell: Cell) => boolean): number | null => {
    const meant = group.flatMap((record) => cellsByRecord.get(record) ?? []).filter(isMeant);
    return cutPercent(meant.filter(({ state }) => state === 'filled').length, meant.length);
  };
  const measuredDelays = (group: readonly Judged[]) => delaysOf(group, entryDays).filter((days) => days >= 0);
  const kindOf = ({ kind }: Judged): string => kind;
  const offices = linesOf(
    records,
    kindOf,
    ({ kind, office }) => `${kind}.${office}`,
    (group) => ({
      records: group.length,
      coreFilled: filledOf(group, ({ isCore }) => isCore),
      allFilled: filledOf(group, () => true),
      medianDelay: quantile(measuredDelays(group), 0.5),
    }),
  );
  const delays = linesOf(records, kindOf, kindOf, (group) => {
    const all = delaysOf(group, entryDays);
    const measured = measuredDelays(group);
    return {
      measured: measured.length,
      before: all.length - measured.length,
      lowerQuartile: quantile(measured, 0.25),
      median: quantile(measured, 0.5),
      upperQuartile: quantile(measured, 0.75),
      lateShare: percentOf(measured.filter((days) => days > 30).length, measured.length),
    };
  });
  const core = cells.filter(({ isCore }) => isCore);
  return [
    { table: 'T44', part: 'sections', figures: sharesBy(cells, ({ section }) => section) },
    { table: 'T44', part: 'fields', figures: sharesBy(core, ({ field }) => field) },
    { table: 'T44', part: 'offices', figures: figuresOf(offices) },
    { table: 'T44', part: 'delays', figures: figuresOf(delays) },
  ];
}
