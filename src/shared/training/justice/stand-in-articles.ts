/** Invented articles of criminal law for a training register that comes without any, so that charges can name one. */
import { offences } from '../../dictionary/code-lists/offences.ts';
import { entry, type ReferenceEntry } from '../../dictionary/reference-lists/reference-entry.ts';

/** No criminal code has so many articles. */
const firstNumber = 9001;

/** One article for each offence; what it allows stays open. */
export function standInArticles(): readonly ReferenceEntry[] {
  return offences.codes.map(({ code }, index) => {
    const number = firstNumber + index;
    const names = {
      sq: `Neni ${number}`,
      bs: `Član ${number}`,
      mk: `Член ${number}`,
      bg: `Член ${number}`,
      ro: `Articolul ${number}`,
      en: `Article ${number}`,
    };
    return entry(`training_${code}`, names, { type: code });
  });
}
