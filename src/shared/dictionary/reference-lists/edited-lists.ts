/** Which reference lists an installation keeps itself, and what it says of their entries beside their names. */
import type { RegisterDeclaration } from '../vocabulary.ts';

/** Countries are the same everywhere: the program brings them, and nobody edits them. */
export const countryList = 'COUNTRY';

/** Lists whose entries belong to the installation. */
export const editedLists = ({ referenceLists }: Pick<RegisterDeclaration, 'referenceLists'>): readonly string[] =>
  referenceLists.filter((list) => list !== countryList);

const kinds: Readonly<Record<string, string>> = { INST: 'INSTTYPE' };

/** Code list that says of what kind an entry is, and that it stands in a country; null where a list knows neither. */
export const kindListOf = (list: string): string | null => kinds[list] ?? null;
