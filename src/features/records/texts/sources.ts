/** Where a field comes from, as the dictionary abbreviates it: `H~ IC K-PRT 2.3.5`. */

export interface NamedSource {
  /** Name of the source among the texts of the help column. */
  readonly key: string;
  readonly number: string;
}

/** `K-PRT 2.3.5` is one source, so a number belongs to the word before it. */
const abbreviation = /(\S+?)~?(?:\s+((?:[IVX]+\.)?\d[\d.–-]*))?(?=\s|$)/g;
const indicator = /^K(\d+)$/;

/** The sources of a field, each with the number of its indicator, chapter or measure. */
export const sourcesOf = (abbreviated: string): readonly NamedSource[] =>
  [...abbreviated.matchAll(abbreviation)].map(([, word = '', number = '']) => {
    const inStrategy = indicator.exec(word)?.[1];
    return inStrategy === undefined ? { key: word, number } : { key: 'K', number: inStrategy };
  });
