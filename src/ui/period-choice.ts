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
  if (!/^(19|20)\d{2}$/.test(choice.year.trim())) return null;
  return choice.kind === 'half' ? `${choice.year.trim()}-H${choice.half}` : choice.year.trim();
}
