/** Countries: ISO 3166-1 alpha-3, plus XKX (Kosovo*, user-assigned) and STATELESS. */

const iso3166 = [
  'ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN',
  'BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN',
  'CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU',
  'DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR',
  'GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV',
  'HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM',
  'KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA',
  'MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM',
  'NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL',
  'PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE',
  'SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK',
  'TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB',
  'VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE',
].flatMap((line) => line.split(' '));

/** Every country code a field may hold; names come from the formats of the language. */
export const countryCodes: readonly string[] = [...iso3166, 'XKX', 'STATELESS'];

const known = new Set(countryCodes);

/** True for a code of this list. */
export const isCountry = (code: string): boolean => known.has(code);

/** Three letters by which a country is chosen on the keyboard and on paper; no country begins as STATELESS does. */
export const lettersOfCountry = (code: string): string => code.slice(0, 3);

/** The ten territories of the regional data-collection programme. */
export const regionalCountries: readonly string[] = 'ALB BIH BGR HRV XKX MKD MDA MNE ROU SRB'.split(' ');

/** The own country first, then those of the region, then the others as they stood. */
export function nearestFirst(codes: readonly string[], own: string): string[] {
  const rank = (code: string) => (code === own ? 0 : regionalCountries.includes(code) ? 1 : 2);
  return codes.toSorted((a, b) => rank(a) - rank(b));
}

/** Member States of the European Union since 1 February 2020. */
export const memberStates: readonly string[] =
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(
    ' ',
  );

export const citizenshipGroups = ['own', 'regional', 'eu', 'other'] as const;
export type CitizenshipGroup = (typeof citizenshipGroups)[number];

/**
 * Group of a citizenship in tables (T17): a country is counted in the first group that it belongs to,
 * so a neighbour within the Union is regional; stateless persons count under other.
 */
export function citizenshipGroup(country: string, ownCountry: string): CitizenshipGroup {
  if (country === ownCountry) return 'own';
  if (regionalCountries.includes(country)) return 'regional';
  return memberStates.includes(country) ? 'eu' : 'other';
}

/** Countries in tables that name them: the territories of the programme; other members of the Union; all others. */
export const countryClasses: readonly string[] = [...regionalCountries, 'otherEu', 'otherCountry'];

export function countryClass(country: string): string {
  if (regionalCountries.includes(country)) return country;
  return memberStates.includes(country) ? 'otherEu' : 'otherCountry';
}
