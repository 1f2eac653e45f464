/** Reference lists that fields of this register choose from; all but the countries are kept by the installation. */
export const referenceLists = ['COUNTRY', 'MUNI', 'INST', 'ARTICLE'] as const;
