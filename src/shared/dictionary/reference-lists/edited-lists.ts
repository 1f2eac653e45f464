/** Which reference lists an installation keeps itself. */
import type { RegisterDeclaration } from '../vocabulary.ts';
import type { KeptListDeclaration } from './entry-facts.ts';

/** Countries are the same everywhere: the program brings them, and nobody edits them. */
export const countryList = 'COUNTRY';

/** Lists whose entries belong to the installation. */
export const editedLists = ({ referenceLists }: Pick<RegisterDeclaration, 'referenceLists'>): readonly string[] =>
  referenceLists.filter((list) => list !== countryList);

/** Institutions are of a kind and stand in a country, in every register. */
export const institutions: KeptListDeclaration = { kinds: 'INSTTYPE', facts: ['country'] };
