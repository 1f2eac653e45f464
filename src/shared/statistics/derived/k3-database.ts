/** Final indicator K3: the database was created; how many use it, and what was entered. */
import { indexOfKind } from '../../dictionary/registers.ts';
import { entityTextKey } from '../../dictionary/text-keys.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import { totalOf } from '../catalogue/lines.ts';
import { type Axis, type Line, text } from '../catalogue/standard-statistic.ts';
import type { HidingReason } from '../disclosure/protect.ts';
import { protectTables } from '../disclosure/protect-tables.ts';
import type { Period } from '../period.ts';
import {
  type Cell,
  type DerivedQuestion,
  type DerivedSources,
  type DerivedStatistic,
  type DerivedTable,
  noFigure,
  protectedCount,
} from './derived-statistic.ts';
import { yearOfDay } from './entered-records.ts';

/** One register is one installation: it knows of no other. */
const installations = 1;

function database(sources: DerivedSources, question: DerivedQuestion): readonly DerivedTable[] {
  const entities = indexOfKind(sources.register).roots.map(({ id }) => ({ id, entered: sources.entered(id) }));
  const facts: readonly (readonly [string, number])[] = [
    ['installations', installations],
    ['accounts', sources.activeAccounts()],
  ];
  const sum = (of: 'records' | 'draftsLeftOut') => entities.reduce((all, { entered }) => all + entered[of], 0);
  return [
    {
      part: null,
      rows: [
        ...facts.map(([key]) => ({ key, label: text(`lines.${key}`), kind: 'value' as const })),
        ...entities.map(({ id }) => ({
          key: id,
          label: { text: entityTextKey(sources.register, id), params: { count: 100 } },
          kind: 'value' as const,
        })),
      ],
      columns: [
        { key: 'inPeriod', label: text('lines.enteredInPeriod'), kind: 'value' },
        { key: 'inAll', label: text('lines.enteredInAll'), kind: 'value' },
      ],
      cells: [
        ...facts.map(([, count]): Cell[] => [noFigure, { count }]),
        ...entities.map(({ entered }) => enteredCells(entered.days, question)),
      ],
      drawn: 'inPeriod',
      records: sum('records'),
      draftsLeftOut: sum('draftsLeftOut'),
    },
  ];
}

const isCalendarYear = ({ text: asked }: Period): boolean => /^\d{4}$/.test(asked);

/**
 * Records of the period and all records. A year is protected together with all other years, since a reader may have the
 * tables of each of them; another period together with what was entered outside of it.
 */
function enteredCells(days: readonly number[], question: DerivedQuestion): Cell[] {
  const { period, threshold } = question;
  const groupOf = isCalendarYear(period)
    ? (day: number) => String(yearOfDay(day))
    : (day: number) => (day >= period.fromDay && day <= period.toDay ? period.text : 'outside');
  const counts = new Map<string, number>([[period.text, 0]]);
  for (const day of days) counts.set(groupOf(day), (counts.get(groupOf(day)) ?? 0) + 1);
  const [groups, reasons] = [[...counts.keys()], protectParts([...counts.values()], threshold)];
  const reason = reasons.parts[groups.indexOf(period.text)] ?? null;
  return [
    protectedCount(counts.get(period.text) ?? 0, reason, question),
    protectedCount(days.length, reasons.whole, question),
  ];
}

/** What has to be hidden of some counts whose sum is known as well. */
function protectParts(
  counts: readonly number[],
  threshold: number,
): { readonly parts: readonly (HidingReason | null)[]; readonly whole: HidingReason | null } {
  const lines = counts.map((_, at): Line => ({ key: String(at), label: text('lines.total'), kind: 'value' }));
  const name = 'entered';
  const rows: Axis = { ...axisOf(name), lines: [...lines, totalOf(lines)] };
  const columns: Axis = {
    ...axisOf('records'),
    lines: [{ key: 'records', label: text('lines.total'), kind: 'value' }],
  };
  const whole = counts.reduce((sum, each) => sum + each, 0);
  const table = { name, part: { rows, columns }, counts: [...counts, whole].map((count) => [count]) };
  const hidden = protectTables([table], { sums: [], orders: [] }, threshold).get(name) ?? [];
  return { parts: counts.map((_, at) => hidden[at]?.[0] ?? null), whole: hidden[counts.length]?.[0] ?? null };
}

/** Its lines are counted here. */
const axisOf = (dimension: string): Omit<Axis, 'lines'> => ({
  dimension,
  classify: () => ({ several: false, size: 0, categoryOf: () => -1 }),
});

export const databaseCreated = (register: RegisterKind): DerivedStatistic => ({
  id: 'K3',
  register,
  definitionVersion: '1',
  unit: 'enteredRecord',
  serves: ['strategy'],
  parts: [null],
  derive: database,
});
