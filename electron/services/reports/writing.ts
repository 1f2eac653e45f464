/** What a print is written with: texts and formats of one language, for one kind of register. */
import type { Label } from '#shared/contract/statistics.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import { createFormats, type Formats } from '#shared/locale/formats.ts';
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

/** A label of a table; countries have their names from the formats of the language. */
export function labelText(label: Label, { t, formats }: Pick<Writing, 't' | 'formats'>): string {
  if ('text' in label) return t(label.text, label.params);
  return label.list === 'COUNTRY' ? formats.country(label.code) : t(codeTextKey(label.list, label.code));
}

/** A digest in groups of four, as people compare it. */
export const printedDigest = (digest: string): string => (digest.toUpperCase().match(/.{4}/g) ?? []).join('-');
