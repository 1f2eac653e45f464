import { useTranslation } from 'react-i18next';
import { type Language, languages, sourceLanguage } from '#shared/languages.ts';
import { createFormats, type Formats } from '#shared/locale/formats.ts';

const made = new Map<Language, Formats>();

/** Formats of a language; made once. */
export function formatsOf(language: Language): Formats {
  const known = made.get(language);
  if (known !== undefined) return known;
  const formats = createFormats(language);
  made.set(language, formats);
  return formats;
}

/** The language of the screen. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? sourceLanguage;
}

/** Formats of the language of the screen; they change with it. */
export function useFormats(): Formats {
  return formatsOf(useLanguage());
}
