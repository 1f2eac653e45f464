import { expect, test } from 'vitest';
import { storeOf as recordsOf } from '#electron/services/records/record-store.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { outcomeOrders, outcomeSums } from '#shared/statistics/catalogue/victims/outcome-links.ts';
import { outcomeStatistics } from '#shared/statistics/catalogue/victims/outcome-statistics.ts';
import { victimStatistics } from '#shared/statistics/catalogue/victims/statistics.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { openTraining, type Program } from '../../program/open-program.ts';
import type { Registration } from '../naive-recount.ts';
import { recountOutcomes } from './recount-outcomes.ts';
import { figuresOf, type Registered, storeOf, tablesOf } from './registered-victims.ts';

async function trainingProgram(records: number): Promise<Program> {
  return openTraining(records, 2026, { now: '2026-11-20T10:00:00Z' });
}

function registrationsOf(program: Program): Registration[] {
  const { register } = program.services.sessions.current() ?? {};
  if (!register) throw new Error('nobody is signed in');
  return [...recordsOf(register.database, register.kind).of('victim').reader.iterate()]
    .filter(({ meta }) => meta.completedRevision !== null)
    .map(({ meta, content }) => ({ id: meta.id, content }));
}

/** Every count of the tables of a year, by `table/row/column`; nothing is protected, which takes long. */
function countsOf(registrations: readonly Registration[], period: string): ReadonlyMap<string, number> {
  const store = new ColumnStore(victims, 'victim', 'XKX');
  const entry = { enteredBy: 'a-1', enteredOn: '2026-11-01', findings: [] };
  for (const { id, content } of registrations) store.apply({ id, content, isDraft: false, entry });
  const { count } = createTableCounter(store);
  return new Map(
    victimStatistics
      .filter(({ entity }) => entity === 'victim')
      .flatMap(({ id, parts }) => parts.map((part) => ({ name: tableName(id, part.part), part })))
      .flatMap(({ name, part }) => {
        const counts = count(part, parsePeriod(period));
        return part.rows.lines.flatMap((row, r) =>
          part.columns.lines.map(
            (column, c) => [`${name}/${row.key}/${column.key}`, counts[r]?.[c] as number] as const,
          ),
        );
      }),
  );
}

test('the simple figures equal a recount, and tables that count the same persons agree', async () => {
  const program = await trainingProgram(600);
  const registrations = registrationsOf(program);
  const cells = countsOf(registrations, '2025');
  const recounted = recountOutcomes(registrations, 2025);
  expect(recounted.size).toBeGreaterThan(40);
  for (const [key, count] of recounted) {
    const stored = key.replace(/\d{4}$/, (year) => `year-${2025 - Number(year)}`);
    expect([key, cells.get(stored)]).toEqual([key, count]);
  }
  const at = ({ table, row, column }: (typeof outcomeSums)[number]['whole']) => {
    const count = cells.get(`${table}/${row}/${column}`);
    if (typeof count !== 'number') throw new Error(`no cell ${table}/${row}/${column}`);
    return count;
  };
  for (const { whole, parts } of outcomeSums) {
    expect([whole, at(whole)]).toEqual([whole, parts.reduce((sum, part) => sum + at(part), 0)]);
  }
  for (const { smaller, larger } of outcomeOrders) expect(at(smaller)).toBeLessThanOrEqual(at(larger));
});

const nothingKnown: Registered = {
  exploitation: [{}],
  compensation_claim: [{}],
  reintegration_entry: [{}],
  service: [{}],
};

test.each([
  ['an empty register', []],
  ['one person of whom nothing is known', [{}]],
  ['nobody of whom anything is known', Array<Registered>(9).fill(nothingKnown)],
])('%s: no figure is out of place, and no share is of nothing', (_, registered) => {
  const store = storeOf(registered);
  for (const view of ['internal', 'public'] as const) {
    for (const { id } of outcomeStatistics) {
      for (const table of tablesOf(store, id, '2025', view).values()) {
        const shown = table.cells.flat().flatMap(({ count }) => count ?? []);
        expect(shown.every(Number.isFinite)).toBe(true);
        expect(
          (table.percent ?? []).filter((percent) => percent !== null && !(percent >= 0 && percent <= 100)),
        ).toEqual([]);
        table.columns.forEach(({ figure }, c) => {
          if (figure !== undefined && view === 'internal' && id !== 'T27')
            expect(table.cells.map((row) => row[c])).toEqual(table.rows.map(() => ({ count: null, empty: true })));
        });
      }
    }
  }
});

test('nobody of whom anything is known is shown as such, and not as zero percent', () => {
  const store = storeOf(Array<Registered>(9).fill(nothingKnown));
  const figures = (id: string, part = '') => figuresOf(tablesOf(store, id).get(part));
  expect(figures('T24', 'classes')).toEqual({ 'unknown/persons': 9, 'total/persons': 9 });
  expect(
    tablesOf(store, 'T24')
      .get('classes')
      ?.percent?.every((percent) => percent === null),
  ).toBe(true);
  expect(figures('T31', 'amounts')).toEqual({ 'identifiedVictims/unknown': 9, 'identifiedVictims/total': 9 });
  expect(figures('T30', 'relapse')).toEqual({ 'unknown/persons': 9, 'total/persons': 9 });
});
