import { expect, test } from 'vitest';
import { languages } from '../../languages.ts';
import { isInUse } from '../../records/in-use.ts';
import { indexOf } from '../register-index.ts';
import { justice } from '../registers/justice/register.ts';
import { indexOfKind } from '../registers.ts';
import { citizenshipGroup, countryCodes, isCountry, memberStates, regionalCountries } from './country.ts';
import { deliveredReferenceLists } from './delivered.ts';
import { contradictedFact } from './entry-facts.ts';

const index = indexOfKind('victims');

test('Kosovo starts with its 38 municipalities, its communities and institutions of known types', () => {
  const lists = deliveredReferenceLists('XKX');
  expect(lists.MUNI).toHaveLength(38);
  for (const [name, entries] of Object.entries(lists))
    expect(new Set(entries.map((entry) => entry.code)).size, name).toBe(entries.length);
  for (const institution of lists.INST) {
    expect(index.code('INSTTYPE', institution.type ?? ''), institution.code).toBeDefined();
    if (institution.municipality) expect(lists.MUNI.map((entry) => entry.code)).toContain(institution.municipality);
    for (const language of languages) expect(institution.names[language], institution.code).toBeTruthy();
    expect(Object.keys(institution.names)[0]).toBe('sq');
  }
});

test('Kosovo starts with articles of two codes, of which on every day since 2013 one is in force for an offence', () => {
  const articles = deliveredReferenceLists('XKX').ARTICLE;
  const offences = new Set(articles.map(({ type }) => type ?? ''));
  for (const offence of offences) {
    expect(indexOf(justice).code('OFFTYPE', offence), offence).toBeDefined();
    for (const day of ['2013-01-01', '2019-04-13', '2019-04-14', '2026-11-26']) {
      const inForce = articles.filter((each) => each.type === offence && isInUse(each, day));
      expect(inForce, `${offence} on ${day}`).toHaveLength(1);
    }
    expect(articles.some((each) => each.type === offence && isInUse(each, '2012-12-31'))).toBe(false);
  }
  for (const article of articles) {
    for (const language of languages) expect(article.names[language], article.code).toBeTruthy();
    expect(contradictedFact(article), article.code).toBeNull();
    if (article.successor !== null) expect(articles.map(({ code }) => code)).toContain(article.successor);
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
