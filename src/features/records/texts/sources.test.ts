import { expect, test } from 'vitest';
import { registerOf } from '#shared/dictionary/registers.ts';
import english from '../../../../locales/en/records.json' with { type: 'json' };
import { sourcesOf } from './sources.ts';

test('a number belongs to the source before it, and a reconstruction is no source of its own', () => {
  expect(sourcesOf('G H~ K-PRT 3.1.1-3.1.7 K9')).toEqual([
    { key: 'G', number: '' },
    { key: 'H', number: '' },
    { key: 'K-PRT', number: '3.1.1-3.1.7' },
    { key: 'K', number: '9' },
  ]);
  expect(sourcesOf('seed II.2')).toEqual([{ key: 'seed', number: 'II.2' }]);
});

test('every source of the dictionary is written out for the officer', () => {
  const named = new Set(registerOf('victims').fields.flatMap(({ source }) => sourcesOf(source).map(({ key }) => key)));
  expect([...named].filter((key) => !(key in english.help.sources))).toEqual([]);
});
