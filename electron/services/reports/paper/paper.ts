/** A form to be filled in by hand: what it is made of, and what is printed on it already. */
import type { RecordMeta } from '#shared/contract/record.ts';
import { paperFormOf } from '#shared/dictionary/derive-paper.ts';
import { type MissingMarker, missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import type { Writing } from '../writing.ts';
import { signsOf } from './marks.ts';
import { type ListSource, type PaperList, paperList } from './paper-list.ts';

export interface PaperOptions {
  /** The definition of each field in small type. */
  readonly explanations: boolean;
  /** The long lists with their numbers, at the end. */
  readonly annex: boolean;
  /** Empty rows of each table, after those that are stored. */
  readonly blankRows: number;
  /** Rows of each table on sheets of their own; 0: none. */
  readonly continuationRows: number;
}

export interface PaperPrint extends ListSource {
  readonly entity: string;
  /** Number of this piece of paper; stands on each of its sheets. */
  readonly form: string;
  readonly options: PaperOptions;
  /** The record that is written into the form; null: a blank form. */
  readonly stored: { readonly meta: RecordMeta; readonly content: RecordContent } | null;
  /** Direct identifiers for their own sheet; empty: a blank sheet; null: no such sheet. */
  readonly identity: Values | null;
  readonly printedBy: string;
  readonly seal: { readonly entry: number; readonly mark: string };
}

export interface Paper extends PaperPrint, Writing {
  /** A code list or reference list as it is chosen from on paper. */
  readonly list: (id: string) => PaperList;
  /** Signs that can stand on this form; each has its place beside every question. */
  readonly signs: readonly MissingMarker[];
}

/** The form with the texts and lists of one language. */
export function paperOf(writing: Writing, print: PaperPrint): Paper {
  const made = new Map<string, PaperList>();
  const list = (id: string): PaperList => {
    const known = made.get(id) ?? paperList(id, writing, print);
    made.set(id, known);
    return known;
  };
  return { ...print, ...writing, list, signs: signsOnForm(print) };
}

/** What the fields of the form take, and what is stored besides. */
function signsOnForm({ index, entity, stored, identity }: PaperPrint): readonly MissingMarker[] {
  const used = new Set(paperFormOf(index, entity).fields.flatMap((field) => signsOf(field, undefined)));
  const rows = Object.values(stored?.content.groups ?? {}).flat();
  for (const values of [stored?.content.values ?? {}, identity ?? {}, ...rows.map((row) => row.values)]) {
    for (const value of Object.values(values)) if (isMissing(value)) used.add(value.missing);
  }
  return missingMarkers.filter((marker) => used.has(marker));
}
