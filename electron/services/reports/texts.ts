/** Texts of prints and files in any language, apart from the language of the screen. */
import { createInstance, type i18n } from 'i18next';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { type Language, languages, sourceLanguage } from '#shared/languages.ts';

export type TextParams = Readonly<Record<string, string | number | boolean>>;
/** Text of a key such as `print:page`; English stands in where a catalogue still lacks it. */
export type Translate = (key: string, params?: TextParams) => string;

type Catalogue = Readonly<Record<string, unknown>>;

const catalogues = import.meta.glob<Catalogue>(
  ['../../../locales/*/*.json', '!../../../locales/*/{dictionary,rules}-*.json'],
  { eager: true, import: 'default' },
);
/** Texts of dictionary and rules: those of one kind of register are of no use in a register of another. */
const ofKinds = import.meta.glob<Catalogue>('../../../locales/*/{dictionary,rules}-*.json', { import: 'default' });

let texts: i18n | null = null;

const placeOf = (path: string): readonly [tag: string, namespace: string] => {
  const [, tag = '', namespace = ''] = /\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  return [tag, namespace];
};

function startTexts(): i18n {
  const started = createInstance();
  const resources: Record<string, Record<string, Catalogue>> = Object.fromEntries(languages.map((tag) => [tag, {}]));
  for (const [path, catalogue] of Object.entries(catalogues)) {
    const [tag, namespace] = placeOf(path);
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

/** Reads what is said of the dictionary and the rules of one kind, in every language. */
export async function loadTextsOf(kind: RegisterKind): Promise<void> {
  texts ??= startTexts();
  const into = texts;
  await Promise.all(
    Object.entries(ofKinds).map(async ([path, read]) => {
      const [tag, namespace] = placeOf(path);
      if (!namespace.endsWith(`-${kind}`) || into.hasResourceBundle(tag, namespace)) return;
      into.addResourceBundle(tag, namespace, await read());
    }),
  );
}

/** Translates into one language; texts of a dictionary are there once `loadTextsOf` has read those of its kind. */
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
