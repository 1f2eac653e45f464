/** Texts of prints and files in any language, apart from the language of the screen. */
import { createInstance, type i18n } from 'i18next';
import { type Language, languages, sourceLanguage } from '#shared/languages.ts';

export type TextParams = Readonly<Record<string, string | number | boolean>>;
/** Text of a key such as `print:page`; English stands in where a catalogue still lacks it. */
export type Translate = (key: string, params?: TextParams) => string;

type Catalogue = Readonly<Record<string, unknown>>;

const catalogues = import.meta.glob<Catalogue>('../../../locales/*/*.json', { eager: true, import: 'default' });

let texts: i18n | null = null;

function startTexts(): i18n {
  const started = createInstance();
  const resources: Record<string, Record<string, Catalogue>> = Object.fromEntries(languages.map((tag) => [tag, {}]));
  for (const [path, catalogue] of Object.entries(catalogues)) {
    const [, tag = '', namespace = ''] = /\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    const ofLanguage = resources[tag];
    if (ofLanguage) ofLanguage[namespace] = catalogue;
  }
  void started.init({
    lng: sourceLanguage,
    fallbackLng: sourceLanguage,
    resources,
    defaultNS: 'print',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return started;
}

/** Translates into one language; all catalogues are part of the program. */
export function createTexts(language: Language): Translate {
  texts ??= startTexts();
  const translate = texts.getFixedT(language);
  return (key, params) => translate(key, { ...params });
}

/** Every text at or below a key, in the order of the catalogue; English where the language has none. */
export function textsBelow(language: Language, key: string): readonly string[] {
  texts ??= startTexts();
  const [namespace = '', path = ''] = key.split(':');
  const found: unknown =
    texts.getResource(language, namespace, path) ?? texts.getResource(sourceLanguage, namespace, path);
  return leaves(found);
}

const leaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};
