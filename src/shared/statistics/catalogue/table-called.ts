/** Tables and periods as people call them, from the names by which the program keeps them apart. */
import type { StatisticTable } from '../../contract/statistics.ts';
import { tableText } from './table-text.ts';

export interface CallWords {
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly date: (iso: string) => string;
}

/** By code and title, of a part by the title of the part: `T16.main` is called "T16 · Victims by main form ...". */
export function callTable(register: StatisticTable['register'], name: string, { t }: Pick<CallWords, 't'>): string {
  const [id = '', ...rest] = name.split('.');
  const title = t(tableText({ register, id, part: rest.length === 0 ? null : rest.join('.') }, 'title'));
  return `${id} · ${title}`;
}

/** A year, half a year in months, or two days. */
export function callPeriod(text: string, { t, date }: CallWords): string {
  const [year = '', half] = text.split('-H');
  if (half !== undefined) return t(`statistics:period.ofYear.${half === '2' ? 'second' : 'first'}`, { year });
  return text.includes('..') ? text.split('..').map(date).join(' – ') : text;
}
