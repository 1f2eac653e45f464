import type { figures, StatisticTable } from '../contract/statistics.ts';
import type { Formats } from '../locale/formats.ts';

const decimals = {
  years: 1,
  months: 1,
  days: 0,
  euro: 0,
  percent: 1,
  number: 1,
  rate: 2,
  mean: 1,
  change: 0,
  changePercent: 1,
} as const satisfies Record<(typeof figures)[number], number>;

type Figure = StatisticTable['columns'][number]['figure'];

/** A change says by its sign which way it goes, with a minus as wide as its plus. */
const isSigned = (figure: Figure): boolean => figure === 'change' || figure === 'changePercent';

/** By how much a figure changed: with its sign, a minus as wide as the plus. */
export function effectText(formats: Pick<Formats, 'number'>, effect: number, figure: Figure): string {
  const written = formats.number(Math.abs(effect), figure === undefined ? 0 : decimals[figure]);
  if (effect === 0) return written;
  return `${effect > 0 ? '+' : '−'}${written}`;
}

/** A figure of a table as it is written: counts and amounts whole, the rest with decimals. */
export function figureText(formats: Formats, value: number, figure: Figure): string {
  const written = formats.number(value, figure === undefined ? 0 : decimals[figure]);
  if (!isSigned(figure)) return written;
  return value > 0 ? `+${written}` : written.replace('-', '−');
}
