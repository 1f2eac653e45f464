import { kosovoCommunities, kosovoMunicipalities } from './kosovo.ts';
import { kosovoArticles } from './kosovo-articles.ts';
import { kosovoInstitutions } from './kosovo-institutions.ts';
import { languageEntries } from './language.ts';
import type { ReferenceEntry } from './reference-entry.ts';

export type DeliveredLists = Readonly<Record<'MUNI' | 'INST' | 'ETHN' | 'LANG' | 'ARTICLE', readonly ReferenceEntry[]>>;

/**
 * What a new register of a country starts with, as far as it chooses from these lists; the institution goes on from there. Countries themselves are
 * the same everywhere (country.ts) and not part of it.
 */
export function deliveredReferenceLists(country: string): DeliveredLists {
  if (country === 'XKX') {
    return {
      MUNI: kosovoMunicipalities,
      INST: kosovoInstitutions,
      ETHN: kosovoCommunities,
      LANG: languageEntries,
      ARTICLE: kosovoArticles,
    };
  }
  return { MUNI: [], INST: [], ETHN: [], LANG: languageEntries, ARTICLE: [] };
}
