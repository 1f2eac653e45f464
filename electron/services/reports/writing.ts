/** What a print is written with: texts and formats of one language, for one kind of register. */
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import { createFormats, type Formats } from '#shared/locale/formats.ts';
import type { TableTextName } from '#shared/statistics/catalogue/table-text.ts';
import { type LabelWords, sayLabel, sayOfTable, sayPercent, sayUnit } from '#shared/statistics/label-text.ts';
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

export interface Writing {
  readonly register: PrintRegister;
  readonly language: Language;
  readonly t: Translate;
  readonly formats: Formats;
}

/** Writes about a register in a language. */
export const writingFor = (register: PrintRegister, language: Language): Writing => ({
  register,
  language,
  t: createTexts(language),
  formats: createFormats(language),
});

const wordsOf = ({ t, formats, language }: Writing): LabelWords => ({ t, country: formats.country, language });

/** A label of a table. */
export const labelText = (label: Label, writing: Writing): string => sayLabel(label, wordsOf(writing));

/** What is said of a table. */
export const wordOfTable = (table: StatisticTable, name: TableTextName, writing: Writing): string =>
  sayOfTable(table, name, wordsOf(writing));

/** The sentence that says what a table counts. */
export const unitText = (table: StatisticTable, writing: Writing): string => sayUnit(table, wordsOf(writing));

/** The head of its percentages. */
export const percentHead = (table: StatisticTable, writing: Writing): string => sayPercent(table, wordsOf(writing));

/** A digest in groups of four, as people compare it. */
export const printedDigest = (digest: string): string => (digest.toUpperCase().match(/.{4}/g) ?? []).join('-');
