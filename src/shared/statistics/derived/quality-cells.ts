/** Cells of table T44: shares of answers, of records with findings and of late entries, and which of them the public view hides. */
import type { Answers, Delay, QualityLine } from '../../contract/quality.ts';
import { filledShare, shareOf } from '../quality/share.ts';
import { type Cell, type DerivedQuestion, noFigure, protectedCount, roundedTo } from './derived-statistic.ts';

/** Figures of few records are for those who work with the records. */
const isFew = (records: number, { threshold }: Pick<DerivedQuestion, 'threshold'>): boolean =>
  records > 0 && records < threshold;

const shown = (value: number | null, hide: boolean, question: DerivedQuestion): Cell =>
  value === null ? noFigure : protectedCount(value, hide ? 'threshold' : null, question);

const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : roundedTo((part / whole) * 100, 1);

/** A count of records: the public view states percentages only. */
export const internalCount = (count: number): Cell => ({ count });

const markers = ['unknown', 'not_asked', 'refused'] as const;

/**
 * Percent filled, unknown, not asked, refused. Where one of the last three rests on few records, all three are hidden:
 * with the percent filled, two of them would nearly tell the third.
 */
export function answerCells(answers: Answers, question: DerivedQuestion): Cell[] {
  const { applies } = answers;
  const isSmall = isFew(applies.records, question);
  const isAnySmall = isSmall || markers.some((marker) => isFew(answers[marker].records, question));
  return [
    shown(shareOf(answers), isSmall, question),
    ...markers.map((marker) => shown(percentOf(answers[marker].count, applies.count), isAnySmall, question)),
  ];
}

/** Percent of records with something; hidden where these, or all of them, are few. */
export const recordShare = (part: number | null, records: number, question: DerivedQuestion): Cell =>
  part === null
    ? noFigure
    : shown(percentOf(part, records), isFew(part, question) || isFew(records, question), question);

/** Quartiles and median in days, percent late, percent of dates known in part. */
export function delayCells(delay: Delay, question: DerivedQuestion): Cell[] {
  const { measured, lowerQuartile, median, upperQuartile, late, imputed } = delay;
  return [
    ...[lowerQuartile, median, upperQuartile].map((days) => shown(days, isFew(measured, question), question)),
    recordShare(late, measured, question),
    recordShare(imputed, measured, question),
  ];
}

/** Core fields and all fields filled, records with an open finding, median of the first delay. */
export function lineCells({ records, core, all, open, delays }: QualityLine, question: DerivedQuestion): Cell[] {
  const [delay] = delays;
  const filled = ({ applies, filled: of }: Answers) =>
    shown(filledShare({ applies: applies.count, filled: of.count }), isFew(records, question), question);
  return [
    filled(core),
    filled(all),
    recordShare(open, records, question),
    shown(delay?.median ?? null, isFew(delay?.measured ?? 0, question), question),
  ];
}
