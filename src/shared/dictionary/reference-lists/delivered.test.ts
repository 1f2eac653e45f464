import { expect, test } from 'vitest';
import { indexOfKind } from '../registers.ts';
import { citizenshipGroup, countryCodes, isCountry, memberStates, regionalCountries } from './country.ts';
import { deliveredReferenceLists } from './delivered.ts';

const index = indexOfKind('victims');

test('Kosovo starts with its 38 municipalities, its communities and institutions of known types', () => {
  const lists = deliveredReferenceLists('XKX');
  expect(lists.MUNI).toHaveLength(38);
  for (const [name, entries] of Object.entries(lists))
    expect(new Set(entries.map((entry) => entry.code)).size, name).toBe(entries.length);
  for (const institution of lists.INST) {
    expect(index.code('INSTTYPE', institution.type ?? ''), institution.code).toBeDefined();
    if (institution.municipality) expect(lists.MUNI.map((entry) => entry.code)).toContain(institution.municipality);
    for (const language of ['sq', 'bs', 'en'] as const) expect(institution.names[language]).toBeTruthy();
  }
});

test('countries are ISO 3166-1 with Kosovo* and stateless, and every group of citizenship is made of them', () => {
  expect(countryCodes).toHaveLength(249 + 2);
  expect(new Set(countryCodes).size).toBe(countryCodes.length);
  expect(memberStates).toHaveLength(27);
  for (const code of [...regionalCountries, ...memberStates]) expect(isCountry(code), code).toBe(true);
  expect(citizenshipGroup('XKX', 'XKX')).toBe('own');
  expect(citizenshipGroup('BGR', 'XKX')).toBe('regional');
  expect(citizenshipGroup('DEU', 'XKX')).toBe('eu');
  expect(citizenshipGroup('STATELESS', 'XKX')).toBe('other');
});
