import { institutions } from '../../reference-lists/edited-lists.ts';

/** Reference lists that fields of this register choose from; all but the countries are kept by the installation. */
export const referenceLists = ['COUNTRY', 'MUNI', 'INST', 'ETHN', 'LANG'] as const;

/** What is said of their entries beside names and days of use. */
export const keptLists = { INST: institutions } as const;
