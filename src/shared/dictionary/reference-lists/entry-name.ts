import type { Language } from '../../languages.ts';

interface NamedEntry {
  readonly code: string;
  readonly names: Readonly<Partial<Record<string, string>>>;
}

/** Name of an entry of a reference list in a language, else in English, else in the language it was entered in. */
export const nameOfEntry = ({ code, names }: NamedEntry, language: Language): string =>
  names[language] ?? names.en ?? Object.values(names)[0] ?? code;
