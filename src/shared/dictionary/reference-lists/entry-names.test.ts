import { describe, expect, test } from 'vitest';
import { alikeEntries, entryCode, entryName, longestEntryCode, orderedNames, proposeCode } from './entry-names.ts';

describe('a proposed code', () => {
  test('is readable, fits every file, and is free whatever the case', () => {
    expect(proposeCode('Policia e Kosovës – Drejtoria Përgjithshme', [])).toBe(
      'policia_e_kosoves_drejtoria_pergjithshme',
    );
    expect(proposeCode('Полиција', [])).toBe('policiia');
    expect(proposeCode('Zyra', ['ZYRA', 'zyra_2'])).toBe('zyra_3');
    const long = proposeCode(`${'Drejtoria '.repeat(20)}`, []);
    expect(long).toMatch(entryCode);
    expect(long.length).toBeLessThanOrEqual(longestEntryCode);
  });

  test('is empty where nothing can be read', () => {
    expect(proposeCode(' – ', [])).toBe('');
  });
});

test('names are kept trimmed, without empty ones, the working language first', () => {
  expect(Object.entries(orderedNames({ en: ' Office ', sq: 'Zyra  e re', mk: ' ' }, 'sq'))).toEqual([
    ['sq', 'Zyra e re'],
    ['en', 'Office'],
  ]);
});

test('an entry is called in the language, else as its own country calls it, else by its code', () => {
  const names = { sq: 'Zyra', en: 'Office' };
  expect(entryName({ code: 'zyra', names }, 'sq')).toBe('Zyra');
  expect(entryName({ code: 'zyra', names }, 'mk')).toBe('Zyra');
  expect(entryName({ code: 'zyra', names: { sq: 'Zyra' } }, 'ro')).toBe('Zyra');
  expect(entryName({ code: 'zyra', names: {} }, 'ro')).toBe('zyra');
});

test('a name written in another case, alphabet or language of the entry is alike; another name is not', () => {
  const entries: { code: string; names: Record<string, string> }[] = [
    { code: 'a', names: { sq: 'Qendra e Parandalimit', mk: 'Центар' } },
    { code: 'b', names: { sq: 'Gjykata' } },
  ];
  const alike = (name: string) => alikeEntries({ en: name }, entries).map(({ code }) => code);
  expect(alike('QENDRA E PARANDALIMIT')).toEqual(['a']);
  expect(alike('Centar')).toEqual(['a']);
  expect(alike('Gjykata e re')).toEqual([]);
});
