/** The words of the program as its catalogues say them, so that no test pins a wording. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { type Language, sourceLanguage } from '#shared/languages.ts';
import { createFormats, type Formats } from '#shared/locale/formats.ts';

const locales = join(import.meta.dirname, '../../locales');

export interface Words {
  readonly language: Language;
  readonly formats: Formats;
  readonly t: (key: string, params?: Readonly<Record<string, unknown>>) => string;
}

const cataloguesOf = (language: Language): Record<string, object> =>
  Object.fromEntries(
    readdirSync(join(locales, language))
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(join(locales, language, file), 'utf8')) as object,
      ]),
  );

/** A key that no catalogue has is a mistake of the test, not a text. */
export function wordsOf(language: Language): Words {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: sourceLanguage,
    resources: { [sourceLanguage]: cataloguesOf(sourceLanguage), [language]: cataloguesOf(language) },
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return {
    language,
    formats: createFormats(language),
    t: (key, params = {}) => {
      const text = texts.t(key, params);
      if (text === '' || texts.exists(key, params) === false) throw new Error(`No catalogue has ${key}.`);
      return text;
    },
  };
}
