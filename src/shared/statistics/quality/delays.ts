/** Days from a date of the record to its entry, or to another of its dates; dates known in part count as intervals. */
import type { Delay } from '../../contract/quality.ts';
import type { DelayMeasure } from '../../contract/quality-filter.ts';
import type { QualityDeclaration } from '../../dictionary/vocabulary.ts';
import { quantile as quantileOf } from '../measures.ts';
import { notApplicable } from '../store/codebook.ts';
import { answerAt, isDay } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';

/** Records entered later than this are told apart. */
export const lateAfterDays = 30;

/** outside: the date does not apply. before: every possible day of the date lies after its end. */
export type DelayOfRow =
  | { readonly of: 'outside' | 'unknown' | 'before' }
  | { readonly of: 'measured'; readonly days: number; readonly isImputed: boolean };

type Declared = QualityDeclaration['delays'][number];

const outside: DelayOfRow = { of: 'outside' };
const unknown: DelayOfRow = { of: 'unknown' };
const before: DelayOfRow = { of: 'before' };

/**
 * The delay of each row. Of dates known in part the middle of the days that both allow is taken, so that a delay is
 * never below zero; the share of such records is told.
 */
export function delayReader(store: ColumnStore, { from, to }: Declared): (row: number) => DelayOfRow {
  const start = store.date(store.entity, from);
  const end = to === undefined ? store.entry.on : store.date(store.entity, to);
  return (row) => {
    if (answerAt(start, row) === notApplicable || answerAt(end, row) === notApplicable) return outside;
    const [first, last] = [start.earliest.at(row), end.latest.at(row)];
    if (!isDay(first) || !isDay(last)) return unknown;
    if (first > last) return before;
    const [latestStart, earliestEnd] = [start.latest.at(row), end.earliest.at(row)];
    const begun = Math.floor((first + Math.min(latestStart, last)) / 2);
    const ended = Math.floor((Math.max(earliestEnd, first) + last) / 2);
    return { of: 'measured', days: ended - begun, isImputed: latestStart !== first || earliestEnd !== last };
  };
}

/** Whether a row belongs to a figure of the delays. */
export function fitsMeasure(delay: DelayOfRow, measure: DelayMeasure): boolean {
  if (delay.of !== 'measured') return delay.of === measure;
  if (measure === 'late') return delay.days > lateAfterDays;
  return measure === 'imputed' ? delay.isImputed : measure === 'measured';
}

/** Gathers the delays of one line. */
export class DelayTally {
  readonly #declared: Declared;
  readonly #days: number[] = [];
  #late = 0;
  #imputed = 0;
  #before = 0;
  #unknown = 0;

  constructor(declared: Declared) {
    this.#declared = declared;
  }

  add(delay: DelayOfRow): void {
    if (delay.of === 'unknown') this.#unknown += 1;
    else if (delay.of === 'before') this.#before += 1;
    else if (delay.of === 'measured') {
      this.#days.push(delay.days);
      if (delay.days > lateAfterDays) this.#late += 1;
      if (delay.isImputed) this.#imputed += 1;
    }
  }

  result(): Delay {
    const days = Float64Array.from(this.#days).sort();
    return {
      field: this.#declared.from,
      to: this.#declared.to ?? null,
      measured: days.length,
      late: this.#late,
      imputed: this.#imputed,
      before: this.#before,
      unknown: this.#unknown,
      median: quantile(days, 0.5),
      lowerQuartile: quantile(days, 0.25),
      upperQuartile: quantile(days, 0.75),
    };
  }
}

/** One decimal; nothing where nothing was measured. */
const quantile = (sorted: Float64Array, share: number): number | null =>
  sorted.length === 0 ? null : Math.round(quantileOf(sorted, share) * 10) / 10;
