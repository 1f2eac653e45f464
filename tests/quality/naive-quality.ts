/** The figures of data quality once more, by plain loops over records: shares no code with the program's columns. */
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue, RecordContent } from '#shared/records/record.ts';

export interface CountedEntry {
  readonly id: string;
  readonly content: RecordContent;
  readonly enteredBy: string;
  /** Local day of the entry. */
  readonly enteredOn: string;
  readonly findings: readonly { readonly rule: string; readonly confirmed: boolean }[];
}

export interface Declared {
  readonly entity: string;
  readonly fields: readonly FieldDeclaration[];
  readonly registered: string;
  readonly office: string;
  readonly delayFrom: string;
}

export type By = 'office' | 'officer' | 'year' | null;

/** Count and records by answer. */
export type Figures = Record<string, { count: number; records: number }>;

const kinds = ['applies', 'filled', 'gap', 'unknown', 'not_asked', 'refused', 'withheld', 'not_entered'];

/** null: the field does not apply. */
export function answerOf(value: FieldValue | undefined): string | null {
  if (value === undefined || value === null) return 'not_entered';
  if (typeof value === 'string') return value === '' ? 'not_entered' : 'filled';
  if (typeof value === 'number') return 'filled';
  if (Array.isArray(value)) return value.length === 0 ? 'not_entered' : 'filled';
  const marker = (value as { missing: string }).missing;
  return marker === 'not_applicable' ? null : marker;
}

const kindsOf = (answer: string): string[] => ['applies', answer, ...(answer === 'filled' ? [] : ['gap'])];

/** Answers of some fields in one record, one per field or row. */
export function answersIn(entry: CountedEntry, entity: string, fields: readonly FieldDeclaration[]): string[] {
  const answers: string[] = [];
  for (const field of fields) {
    const holders =
      field.entity === entity
        ? [entry.content.values]
        : (entry.content.groups[field.entity] ?? []).map((row) => row.values);
    for (const values of holders) {
      const answer = answerOf(values[field.id]);
      if (answer !== null) answers.push(answer);
    }
  }
  return answers;
}

export function figuresOf(
  entries: readonly CountedEntry[],
  entity: string,
  fields: readonly FieldDeclaration[],
): Figures {
  const figures: Figures = Object.fromEntries(kinds.map((kind) => [kind, { count: 0, records: 0 }]));
  for (const entry of entries) {
    const seen = new Set<string>();
    for (const answer of answersIn(entry, entity, fields)) {
      for (const kind of kindsOf(answer)) {
        (figures[kind] as { count: number }).count += 1;
        seen.add(kind);
      }
    }
    for (const kind of seen) (figures[kind] as { records: number }).records += 1;
  }
  return figures;
}

const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

export function lineOf(entry: CountedEntry, declared: Declared, by: By): string {
  const { values } = entry.content;
  if (by === 'officer') return entry.enteredBy;
  if (by === 'office') return textOf(values[declared.office]);
  return textOf(values[declared.registered]).slice(0, 4);
}

export function within(entry: CountedEntry, declared: Declared, from: string | null, to: string | null): boolean {
  if (from === null || to === null) return true;
  const day = textOf(entry.content.values[declared.registered]);
  return day !== '' && day >= from && day <= to;
}

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

export interface NaiveDelay {
  measured: number;
  late: number;
  before: number;
  unknown: number;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
}

/** Days from a whole date to the entry. */
export function delayOf(entry: CountedEntry, { delayFrom }: Declared): number | 'outside' | 'unknown' | 'before' {
  const value = entry.content.values[delayFrom];
  const answer = answerOf(value);
  if (answer === null) return 'outside';
  if (answer !== 'filled') return 'unknown';
  const days = dayOf(entry.enteredOn) - dayOf(String(value));
  return days < 0 ? 'before' : days;
}

export function delaysOf(entries: readonly CountedEntry[], declared: Declared): NaiveDelay {
  const all = entries.map((entry) => delayOf(entry, declared));
  const days = all.filter((each) => typeof each === 'number').toSorted((a, b) => a - b);
  const at = (share: number): number | null => {
    if (days.length === 0) return null;
    const place = (days.length - 1) * share;
    const below = days[Math.floor(place)] as number;
    const above = days[Math.min(days.length - 1, Math.floor(place) + 1)] as number;
    return Math.round((below + (place % 1) * (above - below)) * 10) / 10;
  };
  return {
    measured: days.length,
    late: days.filter((each) => each > 30).length,
    before: all.filter((each) => each === 'before').length,
    unknown: all.filter((each) => each === 'unknown').length,
    median: at(0.5),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
  };
}

/** Records by rule and state. */
export function rulesOf(entries: readonly CountedEntry[]): Record<string, { open: number; confirmed: number }> {
  const rules: Record<string, { open: number; confirmed: number }> = {};
  for (const { findings } of entries) {
    for (const said of new Set(findings.map(({ rule, confirmed }) => `${rule} ${confirmed ? 'confirmed' : 'open'}`))) {
      const [rule = '', state = ''] = said.split(' ');
      const counts = rules[rule] ?? { open: 0, confirmed: 0 };
      counts[state as 'open' | 'confirmed'] += 1;
      rules[rule] = counts;
    }
  }
  return rules;
}
