/**
 * K13, K14, T31 to T41 counted a second time from the files of an export, after the words of the domain documents and
 * docs/definitions.md only. Shares no code with the program: that two ways agree is the point.
 */
import { readCases } from './cases.ts';
import { periodOf } from './days.ts';
import { recountT37 } from './durations.ts';
import type { CountedTable, Unit } from './figures.ts';
import type { Files } from './files.ts';
import { recountK14, recountT34 } from './handling.ts';
import { recountT35, recountT39 } from './judgments.ts';
import { recountT32, recountT33, recountT38 } from './persons.ts';
import { recountT31, recountT40, recountT41 } from './property.ts';
import { recountK13, recountT36 } from './sentences.ts';

export interface JusticeRecount {
  readonly tables: readonly CountedTable[];
  /** Cases ever completed, and those that never were. */
  readonly completed: number;
  readonly drafts: number;
}

/**
 * Counts every table for a period written as 2025, 2025-H1 or FROM..TO. The own country stands in no file: it divides
 * citizens from foreigners.
 */
export function recountJustice(files: Files, period: string, ownCountry: string): JusticeRecount {
  const { cases, drafts } = readCases(files);
  const within = periodOf(period);
  return {
    tables: [
      ...recountK13(cases, within),
      ...recountK14(cases, within),
      ...recountT31(cases, within),
      ...recountT32(cases, within),
      ...recountT33(cases, within, ownCountry),
      ...recountT34(cases, within),
      ...recountT35(cases, within),
      ...recountT36(cases, within),
      ...recountT37(cases, within),
      ...recountT38(cases, within),
      ...recountT39(cases, within),
      ...recountT40(cases, within),
      ...recountT41(cases, within),
    ],
    completed: cases.length,
    drafts,
  };
}

export interface Figure {
  readonly table: string;
  readonly part: string | null;
  readonly row: string;
  readonly column: string;
  readonly unit: Unit;
  readonly figure: number | null;
}

/** Every figure with its address. */
export const figuresOf = ({ tables }: JusticeRecount): readonly Figure[] =>
  tables.flatMap(({ table, part, unit, rows }) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, figure]) => ({ table, part, row, column, unit, figure })),
    ),
  );
