import { expect, test } from 'vitest';
import { countryCodes, lettersOfCountry } from '#shared/dictionary/reference-lists/country.ts';
import {
  type CodeOption,
  findOptions,
  findRetired,
  optionOfShortCode,
  resolveText,
  unambiguousOption,
} from './code-options.ts';
import { rejectedCode } from './rejection.ts';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const option = (number: number | null, code: string, label: string, hint: string | null = null): CodeOption => ({
  code,
  number,
  label,
  hint,
  definition: null,
  folded: fold(label),
  offered: true,
});
const outOfForce = { activeFrom: null, activeTo: '2019-04-13', successor: null, remark: null };
const methods = [
  option(1, 'family', 'rregulluar nga familja'),
  option(2, 'job', 'ofertë pune'),
  option(3, 'friend', 'përmes një shoku'),
  option(12, 'social', 'rrjet social në internet'),
];
const codes = (text: string) => findOptions(methods, text, fold).map((found) => found.code);

test('a number chooses its code before codes whose number only begins with it', () => {
  expect(codes('1')).toEqual(['family', 'social']);
});

test('part of a label finds without diacritics, beginnings of words before the middle of words', () => {
  expect(codes('oferte')).toEqual(['job']);
  expect(codes('fam')).toEqual(['family']);
  expect(codes('r')).toEqual(['family', 'social', 'job', 'friend']);
});

test('an article is found by its own number, behind the entry that has this number, and by two figures of it not at all', () => {
  const articles = [
    option(1, 'a165', 'Neni 165 (1) Trafikimi me njerëz'),
    option(16, 'a166', 'Neni 166 Mbajtja e letrave'),
    option(165, 'other', 'Tjetër'),
  ];
  const found = (text: string) => findOptions(articles, text, fold).map(({ code }) => code);
  expect(found('165')).toEqual(['other', 'a165']);
  expect(found('16')).toEqual(['a166', 'other']);
  expect(found('166')).toEqual(['a166']);
  const former = articles.map((each) => ({ ...each, offered: false, entry: outOfForce }));
  expect(findRetired(former, '166', fold).map((match) => match.option.code)).toEqual(['a166']);
  expect(findRetired(former, '16', fold).map((match) => match.option.code)).toEqual(['a166']);
});

test('a country is found by its three letters', () => {
  const countries = [option(null, 'ALB', 'Shqipëri', 'ALB'), option(null, 'XKX', 'Kosovë*', 'XKX')];
  expect(findOptions(countries, 'xkx', fold).map((found) => found.code)).toEqual(['XKX']);
});

test('a text left in the field is taken only when it can mean one thing', () => {
  expect(resolveText(methods, 'shoku', fold)?.code).toBe('friend');
  expect(resolveText(methods, 'r', fold)).toBeNull();
  expect(resolveText([{ ...methods[0], offered: false } as CodeOption], 'rregulluar', fold)).toBeNull();
});

test('a number is taken as soon as no further digit could mean another code', () => {
  expect(unambiguousOption(methods, '2')?.code).toBe('job');
  expect(unambiguousOption(methods, '1')).toBeNull();
  expect(unambiguousOption(methods, '12')?.code).toBe('social');
  expect(unambiguousOption(methods, '7')).toBeNull();
  expect(unambiguousOption(methods, 'r')).toBeNull();
  const closed = methods.map((each) => (each.number === 12 ? { ...each, offered: false } : each));
  expect(unambiguousOption(closed, '1')?.code).toBe('family');
});

test('where a list has no numbers, speed mode takes three letters of either script and nothing else', () => {
  const countries = [option(null, 'ALB', 'Shqipëri', 'ALB'), option(null, 'XKX', 'Kosovë*', 'XKX')];
  const latin = (text: string) => ({ А: 'a', л: 'l', Б: 'b' })[text] ?? text;
  for (const typed of ['', 'a', 'AL', 'alb', 'Ал']) expect(rejectedCode(countries, typed, latin)).toBeNull();
  for (const typed of ['1', 'alx', 'Shq']) {
    expect(rejectedCode(countries, typed, latin)).toEqual({ why: 'noSuchLetters', typed });
  }
  expect(optionOfShortCode(countries, 'АлБ', latin)?.code).toBe('ALB');
  expect(optionOfShortCode(countries, 'AL', latin)).toBeNull();
  expect(rejectedCode(methods, 'a', latin)).toEqual({ why: 'digitsOnly' });
  expect(rejectedCode(methods, '4', latin)).toEqual({ why: 'noSuchNumber', typed: '4', most: '12' });
});

test('three letters name one country each, and those without a country one entry as well', () => {
  expect(new Set(countryCodes.map(lettersOfCountry)).size).toBe(countryCodes.length);
});
