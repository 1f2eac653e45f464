/** The period a table is asked for, as it is typed: a year, half a year, or free days. */
import type { Formats } from '#shared/locale/formats.ts';
import { usualYear } from '#shared/statistics/period.ts';

/** all: whenever; only where a page offers it. */
export type PeriodKind = 'all' | 'year' | 'half' | 'free';

export interface PeriodChoice {
  readonly kind: PeriodKind;
  readonly year: string;
  readonly half: '1' | '2';
  readonly from: string;
  readonly to: string;
}

/** Years that a table can be asked for. */
export const periodYears = { first: 1900, last: 2099 } as const;

/** The year as it is typed; null where it is none of those. */
function typedYear(text: string): string | null {
  const year = text.trim();
  const isKnown = /^\d{4}$/.test(year) && Number(year) >= periodYears.first && Number(year) <= periodYears.last;
  return isKnown ? year : null;
}

/** The same period by its first and last day, so that whoever turns to days begins with those chosen before. */
export function inDays(choice: PeriodChoice, formats: Formats): PeriodChoice {
  const year = typedYear(choice.year);
  if (year === null || choice.from !== '' || choice.to !== '') return { ...choice, kind: 'free' };
  const [first, last] =
    choice.kind !== 'half' ? ['01-01', '12-31'] : choice.half === '1' ? ['01-01', '06-30'] : ['07-01', '12-31'];
  return { ...choice, kind: 'free', from: formats.date(`${year}-${first}`), to: formats.date(`${year}-${last}`) };
}

/** A page opens with the last year that is over. */
export function usualPeriod(today: Date): PeriodChoice {
  return { kind: 'year', year: String(usualYear(today)), half: '1', from: '', to: '' };
}

/** The period in the form of the contract; null for all of them, and while what is typed names none. */
export function periodText(choice: PeriodChoice, formats: Formats): string | null {
  if (choice.kind === 'all') return null;
  if (choice.kind === 'free') {
    const [from, to] = [choice.from, choice.to].map((text) => formats.parsePartialDate(text));
    if (from?.length !== 10 || to?.length !== 10 || to < from) return null;
    return `${from}..${to}`;
  }
  const year = typedYear(choice.year);
  return choice.kind === 'half' && year !== null ? `${year}-H${choice.half}` : year;
}
