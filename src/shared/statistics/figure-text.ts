import type { StatisticTable } from '../contract/statistics.ts';
import type { Formats } from '../locale/formats.ts';

const decimals = { years: 1, months: 1, days: 0, euro: 0, percent: 1 } as const;

/** A figure of a table as it is written: counts and amounts whole, years, months and percent with one decimal. */
export function figureText(
  formats: Formats,
  value: number,
  figure: StatisticTable['columns'][number]['figure'],
): string {
  return formats.number(value, figure === undefined ? 0 : decimals[figure]);
}
