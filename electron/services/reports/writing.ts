/** What a print is written with: texts and formats of one language, for one kind of register. */
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import { createFormats, type Formats } from '#shared/locale/formats.ts';
import type { TableTextName } from '#shared/statistics/catalogue/table-text.ts';
import { type LabelWords, sayLabel, sayOfTable, sayPercent, sayUnit } from '#shared/statistics/label-text.ts';
import { registerIn } from '../training/invented-names.ts';
import { createTexts, type Translate } from './texts.ts';

/** What every print says about where it comes from. */
export interface PrintRegister {
  readonly kind: RegisterKind;
  readonly institution: string;
  readonly office: string;
  readonly training: boolean;
  readonly programVersion: string;
  readonly dictionaryVersion: string;
}

/** What a later print of a publication has to say of it; no part of what was stated, nor of its digest. */
export interface Withdrawal {
  readonly at: string;
  readonly reason: string;
}

export interface Writing {
  readonly register: PrintRegister;
  /** The publication that is written again no longer holds. */
  readonly withdrawn?: Withdrawal;
  readonly language: Language;
  readonly t: Translate;
  readonly formats: Formats;
}

/** Writes about a register in a language. */
export const writingFor = (register: PrintRegister, language: Language): Writing => ({
  register: registerIn(register, language),
  language,
  t: createTexts(language),
  formats: createFormats(language),
});

const wordsOf = ({ t, formats, language }: Writing): LabelWords => ({
  t,
  country: formats.country,
  date: formats.date,
  language,
});

/** A label of a table. */
export const labelText = (label: Label, writing: Writing): string => sayLabel(label, wordsOf(writing));

/** What is said of a table. */
export const wordOfTable = (table: StatisticTable, name: TableTextName, writing: Writing): string =>
  sayOfTable(table, name, wordsOf(writing));

/** A table in a document: its number there, the code by which every other page and message names it, and its title. */
export const numberedTitle = (table: StatisticTable, number: number, writing: Writing): string =>
  `${writing.t('print:tableCoded', { number, code: table.id })} ${wordOfTable(table, 'title', writing)}`;

/** The sentence that says what a table counts. */
export const unitText = (table: StatisticTable, writing: Writing): string => sayUnit(table, wordsOf(writing));

/** The head of its percentages. */
export const percentHead = (table: StatisticTable, writing: Writing): string => sayPercent(table, wordsOf(writing));

/** What stands at the top of every page: that it is internal, or that it no longer holds. */
export function noticeOf(view: StatisticTable['view'], { t, formats, withdrawn }: Writing): string | undefined {
  if (withdrawn) return t('print:withdrawnNotice', { date: formats.date(withdrawn.at) });
  return view === 'internal' ? t('print:internalNotice') : undefined;
}

/** When and why a publication was withdrawn; null where it was not. */
export const withdrawalText = ({ t, formats, withdrawn }: Writing): string | null =>
  withdrawn ? t('print:withdrawn', { date: formats.date(withdrawn.at), reason: withdrawn.reason }) : null;

/** A digest in groups of four, as people compare it. */
export const printedDigest = (digest: string): string => (digest.toUpperCase().match(/.{4}/g) ?? []).join('-');
