import { institutions } from '../../reference-lists/edited-lists.ts';
import type { KeptListDeclaration } from '../../reference-lists/entry-facts.ts';
import { iccsClassesOf } from './iccs.ts';

/** Reference lists that fields of this register choose from; all but the countries are kept by the installation. */
export const referenceLists = ['COUNTRY', 'MUNI', 'INST', 'ARTICLE'] as const;

/** An article is about an offence, with the punishment for it; its days of use are those on which it is in force. */
const articles: KeptListDeclaration = {
  kinds: 'OFFTYPE',
  facts: ['penaltyRange'],
  follows: { list: 'ICCS', of: iccsClassesOf },
};

/** What is said of their entries beside names and days of use. */
export const keptLists = { INST: institutions, ARTICLE: articles } as const;
