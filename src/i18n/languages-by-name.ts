import type { Language } from '#shared/languages.ts';

/** Each language by its own name, so that everybody finds theirs whatever the screen says now. */
export const languageNames = {
  sq: 'Shqip',
  bs: 'Bosanski · Hrvatski · Srpski',
  mk: 'Македонски',
  bg: 'Български',
  ro: 'Română',
  en: 'English',
} satisfies Record<Language, string>;
