/** Invented articles of criminal law for offences on which the list of a training register has none. */
import { offences } from '../../dictionary/code-lists/offences.ts';
import { entry, type ReferenceEntry } from '../../dictionary/reference-lists/reference-entry.ts';

/** No criminal code has so many articles. */
const firstNumber = 9001;

/** One article for each of these offences; what it allows stays open. */
export function standInArticles(kept: readonly { readonly type: string | null }[]): readonly ReferenceEntry[] {
  const known = new Set(kept.map(({ type }) => type));
  return offences.codes.flatMap(({ code }, index) => {
    if (known.has(code)) return [];
    const number = firstNumber + index;
    const names = {
      sq: `Neni ${number} (trajnim)`,
      bs: `Član ${number} (obuka)`,
      mk: `Член ${number} (обука)`,
      bg: `Член ${number} (обучение)`,
      ro: `Articolul ${number} (instruire)`,
      en: `Article ${number} (training)`,
    };
    return [entry(`training_${code}`, names, { type: code })];
  });
}
