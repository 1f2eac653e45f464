/** Labels of tables in words: one wording for screen, print and files. */
import type { Label, PlainLabel, StatisticTable } from '../contract/statistics.ts';
import { entryName } from '../dictionary/reference-lists/entry-names.ts';
import { codeTextKey } from '../dictionary/text-keys.ts';
import type { Language } from '../languages.ts';
import { type TableTextName, tableText } from './catalogue/table-text.ts';

export interface LabelWords {
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly country: (code: string) => string;
  /** A day as the language writes it. */
  readonly date: (day: string) => string;
  readonly language: Language;
}

/** A label in one language; countries have their names from its formats, entries of reference lists their own. */
export function sayLabel(label: Label, words: LabelWords): string {
  if (!('all' in label)) return sayPlain(label, words);
  const [first = '', ...others] = label.all.map((each) => sayPlain(each, words));
  if (label.join === 'within') return [first, ...others].join(' · ');
  if (label.join === 'by') return [first, ...others].join(' × ');
  return others.length === 0 ? first : `${first}: ${others.join(', ')}`;
}

const isDay = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function sayPlain(label: PlainLabel, { t, country, date, language }: LabelWords): string {
  if ('text' in label) {
    const params = Object.entries(label.params ?? {}).map(([name, value]) => [
      name,
      isDay(value) ? date(value) : value,
    ]);
    return t(label.text, Object.fromEntries(params));
  }
  const { list, code, names } = label;
  if (list === 'COUNTRY') return country(code);
  return names ? entryName({ code, names }, language) : t(codeTextKey(list, code));
}

/** Whether a line bears the asterisk of a name that a sentence has to explain. */
export const hasDesignation = (
  { rows, columns }: Pick<StatisticTable, 'rows' | 'columns'>,
  say: (label: Label) => string,
): boolean => [...rows, ...columns].some(({ label }) => say(label).includes('*'));

/** What is said of a table: by the catalogue, or of a designed one by its design. */
export function sayOfTable(
  table: Pick<StatisticTable, 'register' | 'id' | 'part' | 'designed'>,
  name: TableTextName,
  words: LabelWords,
): string {
  const { designed } = table;
  if (!designed) return words.t(tableText(table, name));
  const say = (label: Label): string => sayLabel(label, words);
  const { title, rows, layer, measure, filters } = designed;
  if (name === 'rows') return say(rows);
  if (name === 'definition') return [measure, ...filters].map((each) => `${say(each)}.`).join(' ');
  return layer === null ? say(title) : `${say(title)} – ${say(layer.dimension)}: ${say(layer.line)}`;
}

/** The sentence that says what a table counts. */
export const sayUnit = ({ unit, designed }: Pick<StatisticTable, 'unit' | 'designed'>, words: LabelWords): string =>
  designed ? `${sayLabel(designed.unit, words)}.` : words.t(`tables:units.${unit}`);

/** Head of the percentages: of which column, where there are several. */
export function sayPercent(
  { columns, percentOf }: Pick<StatisticTable, 'columns' | 'percentOf'>,
  words: LabelWords,
): string {
  const counts = columns.filter(({ figure }) => figure === undefined);
  const of = counts.length > 1 ? counts.find(({ key }) => key === percentOf) : undefined;
  return of ? words.t('tables:percentOf', { column: sayLabel(of.label, words) }) : words.t('tables:percent');
}
