import { describe, expect, test } from 'vitest';
import { languages } from '#shared/languages.ts';
import { countryNames as english } from '#shared/locale/country-names/en.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { expectationsOf } from './expectations.ts';

describe.each(languages)('formats of %s', (language) => {
  const formats = createFormats(language);

  test.each(expectationsOf(language))('$promise', ({ actual, expected }) => {
    expect(actual(formats)).toEqual(expected);
  });

  test('every country has a name of its own', () => {
    const named = formats.countryCodes().map((code) => formats.country(code));
    expect(named).toHaveLength(Object.keys(english).length);
    expect(named.filter((name) => /^[A-Z]{3}$/.test(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('what the program writes in figures it can read back', () => {
    for (const iso of ['2019', '2019-03', '2019-03-14', '2026-12-31']) {
      expect(formats.parsePartialDate(formats.date(iso))).toBe(iso);
      expect(formats.parsePartialDate(formats.longDate(iso))).toBe(iso);
    }
  });

  test('order is total and the same however the list was shuffled', () => {
    const names = formats.countryCodes().map((code) => formats.country(code));
    expect(names.toReversed().sort(formats.compare)).toEqual(names);
  });
});
