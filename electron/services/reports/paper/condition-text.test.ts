import { expect, test } from 'vitest';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { languages } from '#shared/languages.ts';
import { createTexts, loadTextsOf } from '../texts.ts';
import { conditionText } from './condition-text.ts';

const index = indexOfKind('victims');
await loadTextsOf('victims');

test.each(languages)('every condition of the register is said in %s, by numbers that stand on the form', (language) => {
  const words = { index, t: createTexts(language), country: 'XKX' };
  const { fields, entities } = index.register;
  const numbers = new Set(fields.map(({ no }) => no));
  const conditions = [...fields, ...entities].flatMap(({ applies }) => (applies === undefined ? [] : [applies]));
  expect(conditions.length).toBeGreaterThan(20);
  for (const condition of conditions) {
    const text = conditionText(condition, words);
    expect(text, text).not.toMatch(/\{\{|undefined|paper:|dictionary-|[a-z]_[a-z]/);
    for (const [no] of text.matchAll(/\b[VP]\d+[a-z]?\b/g)) expect(numbers.has(no), text).toBe(true);
  }
});

test('answers are named by the numbers that are crossed, and a list of one country by its letters', () => {
  const words = { index, t: createTexts('en'), country: 'XKX' };
  expect(conditionText({ field: 'consent_given', is: ['yes'] }, words)).toMatch(/^Only if V9 = 1$/);
  expect(conditionText({ not: { field: 'consent_given', is: ['yes', 'no'] } }, words)).toBe('Not if V9 = 1 or 2');
  expect(conditionText({ fact: 'own_country_residence' }, words)).toMatch(/^Only if V22 = XKX$/);
});
