/** Cases written as on paper, counted through the files of an export. */
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import type { RuleSubject } from '#shared/records/record.ts';
import { context } from '../../justice/a-case.ts';
import { type ExportableCase, exportTexts } from './export-texts.ts';
import { parseFiles } from './files.ts';
import { figuresOf, type JusticeRecount, recountJustice } from './recount-justice.ts';

/** As the program stores it: with the number of the record and what it sets itself. */
export function stored(subject: RuleSubject, number = 1): ExportableCase {
  const { cameIn: _, ...content } = derive(subject, context);
  return { content: { ...content, values: { ...content.values, case_id: number } } };
}

export const recountOf = (cases: readonly ExportableCase[], period: string): JusticeRecount =>
  recountJustice(parseFiles(exportTexts(cases)), period, context.ownCountry);

/** The figures of one table that are neither 0 nor empty, by part, row and column. */
export function filledFigures(cases: readonly ExportableCase[], period: string, table: string) {
  const figures = figuresOf(recountOf(cases, period)).filter((each) => each.table === table && each.figure);
  return Object.fromEntries(
    figures.map(({ part, row, column, figure }) => [[part, row, column].filter(Boolean).join(' '), figure]),
  );
}

/** One figure; what is not counted at all is an error. */
export function figureOf(cases: readonly ExportableCase[], period: string, address: string): number | null {
  const found = figuresOf(recountOf(cases, period)).find(
    ({ table, part, row, column }) => [table, part, row, column].filter(Boolean).join(' ') === address,
  );
  if (!found) throw new Error(`nothing is counted as ${address}`);
  return found.figure;
}
