import type { TFunction } from 'i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { type CallWords, callPeriod, callTable } from '#shared/statistics/catalogue/table-called.ts';

/** So many are named in a sentence; the others are counted. */
const mostNamed = 4;

/** A refusal of the guard names tables as the program keeps them apart: here they get their titles, and periods their months. */
export function namedTables(failure: Failure, register: RegisterKind, t: TFunction, formats: Formats): Failure {
  if (failure.code !== 'BETRAYS_GROUP') return failure;
  const words: CallWords = { t: (key, params) => t(key, params ?? {}), date: formats.date };
  const listed = (param: unknown, name: (word: string) => string): string => {
    const all = String(param ?? '').split(', ');
    const named = all.slice(0, mostNamed).map((each) => name(each));
    const others = all.length - named.length;
    return [...named, ...(others > 0 ? [t('common:andMore', { number: others })] : [])].join('; ');
  };
  const table = (name: string): string => callTable(register, name, words);
  const tables = listed(failure.params.tables, table);
  const earlier = listed(failure.params.earlier, (each) => {
    const [name = '', period = ''] = each.split(' ');
    return `${table(name)}, ${callPeriod(period, words)}`;
  });
  return { ...failure, params: { ...failure.params, tables, earlier } };
}
