/** Catalogues are discovered by folder: a new language is a folder under locales/, a new namespace a file in it. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { type Language, sourceLanguage } from '#shared/languages.ts';

type Catalogue = Readonly<Record<string, unknown>>;

const catalogues = import.meta.glob<Catalogue>('../../locales/*/*.json', { import: 'default' });

const texts: i18n = i18next.createInstance();

/** Kinds of register whose dictionary and rules are spoken of: that of the open one, or of a backup looked into. */
const kinds = new Set<RegisterKind>();

const isWanted = (namespace: string): boolean =>
  !/^(dictionary|rules)-/.test(namespace) || [...kinds].some((kind) => namespace.endsWith(`-${kind}`));

async function load(language: Language): Promise<void> {
  const ofLanguage = Object.entries(catalogues).filter(([path]) => path.includes(`/locales/${language}/`));
  await Promise.all(
    ofLanguage.map(async ([path, read]) => {
      const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      if (isWanted(namespace) && !texts.hasResourceBundle(language, namespace))
        texts.addResourceBundle(language, namespace, await read());
    }),
  );
}

/** Starts the texts of the window; English stands in where a catalogue still lacks a text. */
export async function startTexts(language: Language): Promise<i18n> {
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: sourceLanguage,
    resources: {},
    ns: ['common'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await Promise.all([load(sourceLanguage), load(language)]);
  await switchLanguage(language);
  return texts;
}

/** Reads what is said of the dictionary and the rules of one kind; languages chosen later bring theirs along. */
export async function loadTextsOf(kind: RegisterKind): Promise<void> {
  kinds.add(kind);
  await Promise.all([load(sourceLanguage), load((texts.language ?? sourceLanguage) as Language)]);
}

/** Changes every text, date and number on the screen, without a restart. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
}
