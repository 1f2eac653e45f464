/** T42: counts of T32 over the five years up to the one in which a period ends. */
import { trendOf } from '../victims/over-years.ts';
import { type Case, readCases } from './cases.ts';
import { periodOf, yearOf } from './days.ts';
import type { CountedTable } from './figures.ts';
import type { Files } from './files.ts';
import { recountT32 } from './persons.ts';
import { linesOf } from './register-facts.ts';

const counts: Readonly<Record<string, readonly [part: string, row: string]>> = {
  cases: ['offences', 'recorded'],
  suspected: ['persons', 'suspected'],
  prosecuted: ['persons', 'prosecuted'],
  convicted: ['persons', 'convicted_first'],
};

function countIn(year: number, cases: readonly Case[], [part, row]: readonly [string, string]): number {
  const tables = recountT32(cases, periodOf(String(year)));
  return tables.find((table) => table.part === part)?.rows[row]?.total ?? 0;
}

export function recountT42(files: Files, period: string): readonly CountedTable[] {
  const { cases } = readCases(files);
  const last = yearOf(periodOf(period).last);
  const firstYear = Math.min(...cases.flatMap(({ reported }) => (reported === null ? [] : [yearOf(reported)])));
  return Object.entries(counts).map(([name, source]) => {
    const years = [last - 4, last - 3, last - 2, last - 1, last].map((year): [number, number | null] => {
      const count = countIn(year, cases, source);
      return [year, count === 0 && year < firstYear ? null : count];
    });
    return { table: 'T42', part: name, unit: 'person', rows: linesOf(trendOf(new Map(years))) };
  });
}
