/** Days as numbers, periods, and the middle of several figures. */

const msPerDay = 86_400_000;

/** Days since 1 January 1970; null for no date. */
export const dayOf = (date: string | null): number | null => (date === null ? null : Date.parse(date) / msPerDay);

export const yearOf = (day: number): number => new Date(day * msPerDay).getUTCFullYear();

export interface Period {
  readonly first: number;
  readonly last: number;
}

/** A period as 2025, 2025-H1 or FROM..TO. */
export function periodOf(text: string): Period {
  const day = (date: string) => Date.parse(date) / msPerDay;
  const [from, to] = text.split('..');
  if (from !== undefined && to !== undefined) return { first: day(from), last: day(to) };
  const [year, half] = [text.slice(0, 4), text.slice(5)];
  return {
    first: day(half === 'H2' ? `${year}-07-01` : `${year}-01-01`),
    last: day(half === 'H1' ? `${year}-06-30` : `${year}-12-31`),
  };
}

export const isIn = (day: number | null, { first, last }: Period): day is number =>
  day !== null && first <= day && day <= last;

export const earliest = (days: readonly (number | null)[]): number | null => extreme(days, Math.min);
export const latest = (days: readonly (number | null)[]): number | null => extreme(days, Math.max);

function extreme(days: readonly (number | null)[], pick: (...days: number[]) => number): number | null {
  const stated = days.filter((day) => day !== null);
  return stated.length === 0 ? null : pick(...stated);
}

/** The value below which a share of the figures lies, between two of them where it must (QUARTILE.INC). */
export function quantile(figures: readonly number[], share: number): number | null {
  const sorted = figures.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}

export const mean = (figures: readonly number[]): number | null =>
  figures.length === 0 ? null : sum(figures) / figures.length;

export const sum = (figures: readonly number[]): number => figures.reduce((so, each) => so + each, 0);
