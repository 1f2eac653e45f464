import { expect, test } from 'vitest';
import { languages } from '../languages.ts';
import { createFormats } from './formats.ts';

test.each([
  ['sq', 'rreth 16 vjeç'],
  ['bs', 'oko 16 godina'],
  ['mk', 'околу 16 години'],
  ['bg', 'около 16 г.'],
  ['ro', 'circa 16 ani'],
  ['en', 'about 16 years old'],
] as const)('an age that was only estimated is an interval of a year more or less (%s: %s)', (language, text) => {
  const { parseAge } = createFormats(language);
  expect(parseAge(text)).toEqual({ least: 15, most: 17 });
  expect(parseAge('~16')).toEqual({ least: 15, most: 17 });
});

test('a number alone is that age, two with a dash are all between, and whatever else is no age', () => {
  const { parseAge } = createFormats('sq');
  expect(parseAge('16')).toEqual({ least: 16, most: 16 });
  expect(parseAge('15-17 vjeç')).toEqual({ least: 15, most: 17 });
  expect(parseAge('~ 0')).toEqual({ least: 0, most: 1 });
  for (const text of ['', '2009', '16.3.2009', '17-15', '130', 'vjeç', 'rreth', '1 2', '16 x']) {
    expect(parseAge(text), text).toBeNull();
  }
});

test('two dates with a dash between them are an interval, and read back as they are shown in every language', () => {
  for (const language of languages) {
    const { parsePartialDate, date } = createFormats(language);
    expect(parsePartialDate('2018-2020')).toBe('2018/2020');
    expect(parsePartialDate('3.2019 – 14.5.2019')).toBe('2019-03/2019-05-14');
    expect(parsePartialDate('2020-2018')).toBeNull();
    expect(parsePartialDate('2019 - 2019')).toBeNull();
    for (const value of ['2018/2020', '2009-11-27/2010-11-26', '2019-03/2020']) {
      expect(parsePartialDate(date(value)), `${language} ${value}`).toBe(value);
    }
  }
});
