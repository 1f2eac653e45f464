/** The languages of screens and prints; `en` is the source of the catalogues. */
export const languages = ['sq', 'bs', 'mk', 'bg', 'ro', 'en'] as const;
export type Language = (typeof languages)[number];
export const sourceLanguage: Language = 'en';
