/** Table T43: identified victims per 100,000 inhabitants (SDG indicator 16.2.2). */
import type { Label } from '../../contract/statistics.ts';
import type { TableBody } from '../assemble-table.ts';
import { text } from '../catalogue/standard-statistic.ts';
import {
  adultBands,
  cellKey,
  childBands,
  figuresOf,
  type PopulationAge,
  type PopulationFigures,
  type PopulationSex,
  withSums,
} from '../population/population.ts';
import {
  type Cell,
  type DerivedQuestion,
  type DerivedSources,
  type DerivedStatistic,
  type DerivedTable,
  derivedCell,
  noFigure,
  roundedTo,
  type ShownColumn,
  type ShownRow,
} from './derived-statistic.ts';

const inhabitants = 100_000;

const rateOf = (victims: Cell, population: Cell): Cell =>
  derivedCell([victims, population], (count = 0, persons = 0) =>
    persons === 0 ? null : roundedTo((count / persons) * inhabitants, 2),
  );

/** A group of victims, and the population that it is a part of. */
interface Group {
  readonly row: ShownRow;
  /** Lines of T15. */
  readonly sex: string;
  readonly age: string;
  readonly population: readonly [PopulationSex, PopulationAge];
}

const group = (
  key: string,
  [sex, age]: readonly [PopulationSex, PopulationAge],
  kind: ShownRow['kind'] = 'value',
  label = text(`lines.${key}`),
): Group => ({
  row: { key, label, kind },
  sex: sex === 'all' ? 'total' : sex,
  age: age === 'all' ? 'total' : age,
  population: [sex, age],
});

const bands = (ages: readonly PopulationAge[]): readonly Group[] =>
  ages.map((age) => group(age, ['all', age], 'value', text(`bands.${age}`)));

const bySex = (key: 'female' | 'male'): Group => group(key, [key, 'all'], 'value', { list: 'SEX', code: key });

/** The order in which the indicator is asked for: by sex, children and adults by sex, each age. */
export const rateGroups: readonly Group[] = [
  bySex('female'),
  bySex('male'),
  group('child', ['all', 'child'], 'subtotal'),
  group('girls', ['female', 'child']),
  group('boys', ['male', 'child']),
  ...bands(childBands),
  group('adult', ['all', 'adult'], 'subtotal'),
  group('women', ['female', 'adult']),
  group('men', ['male', 'adult']),
  ...bands(adultBands),
  group('total', ['all', 'all'], 'total'),
];

const victims: ShownColumn = { key: 'victims', label: text('lines.victims'), kind: 'value' };
const people: ShownColumn = { key: 'population', label: text('lines.population'), kind: 'value' };
const rate: ShownColumn = { key: 'rate', label: text('lines.rate'), kind: 'value', figure: 'rate' };

function rates(sources: DerivedSources, question: DerivedQuestion): readonly DerivedTable[] {
  const { figures, remarks } = populationFor(sources, question);
  const [bySexAndAge] = sources.tables('T15', question.period.text);
  const byForm = sources.tables('T16', question.period.text).find(({ part }) => part === 'main');
  const inAll = personsIn(figures, ['all', 'all']);
  const common = (table: TableBody | undefined) => ({
    drawn: rate.key,
    isFromCounts: true as const,
    remarks,
    records: table?.population.records ?? 0,
    draftsLeftOut: table?.population.draftsLeftOut ?? 0,
  });
  return [
    {
      ...common(bySexAndAge),
      part: 'sexAge',
      rows: rateGroups.map(({ row }) => row),
      columns: [victims, people, rate],
      cells: rateGroups.map(({ sex, age, population }) => {
        const [counted, persons] = [cellAt(bySexAndAge, sex, age), personsIn(figures, population)];
        return [counted, persons, rateOf(counted, persons)];
      }),
    },
    {
      ...common(byForm),
      part: 'form',
      rows: byForm?.rows ?? [],
      columns: [victims, rate],
      cells: (byForm?.rows ?? []).map(({ key }) => {
        const counted = cellAt(byForm, key, 'total');
        return [counted, rateOf(counted, inAll)];
      }),
    },
  ];
}

/** Population of the year asked for; without one, or for another period, there is none and a remark says why. */
function populationFor(
  sources: DerivedSources,
  { period }: DerivedQuestion,
): { readonly figures: PopulationFigures; readonly remarks: readonly Label[] } {
  const year = period.text;
  if (!/^\d{4}$/.test(year)) return { figures: new Map(), remarks: [text('remarks.rateOfYear')] };
  const found = sources.population(Number(year));
  if (found === null) return { figures: new Map(), remarks: [{ ...text('remarks.noPopulation'), params: { year } }] };
  return {
    figures: withSums(figuresOf(found.cells)),
    remarks: [{ ...text('remarks.population'), params: { year, source: found.source } }],
  };
}

function personsIn(figures: PopulationFigures, [sex, age]: readonly [PopulationSex, PopulationAge]): Cell {
  const count = figures.get(cellKey(sex, age));
  return count === undefined ? noFigure : { count };
}

function cellAt(table: TableBody | undefined, row: string, column: string): Cell {
  const r = table?.rows.findIndex(({ key }) => key === row) ?? -1;
  const c = table?.columns.findIndex(({ key }) => key === column) ?? -1;
  const cell = table?.cells[r]?.[c];
  if (!cell) throw new Error(`no cell ${row} ${column}`);
  return cell;
}

export const victimRates: DerivedStatistic = {
  id: 'T43',
  register: 'victims',
  definitionVersion: '1',
  unit: 'identifiedVictim',
  serves: ['sdg'],
  parts: ['sexAge', 'form'],
  derive: rates,
};
