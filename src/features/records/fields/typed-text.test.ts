import { expect, test } from 'vitest';
import type { FieldDeclaration, FieldType } from '#shared/dictionary/vocabulary.ts';
import { languages } from '#shared/languages.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { formatCode } from '#shared/records/check-character.ts';
import { isFinished, readTyped, typedText } from './typed-text.ts';

const sq = createFormats('sq');
const field = (type: FieldType): FieldDeclaration => ({
  no: 'V1',
  id: 'x',
  entity: 'victim',
  section: 's',
  type,
  required: 'N',
  sensitivity: 'none',
  missing: [],
  source: 'test',
});

test('an amount is read with the decimal comma of the offices and shown with it', () => {
  expect(readTyped(field('decimal'), '1 250,50', sq)).toEqual({ value: 1250.5 });
  expect(typedText(field('decimal'), 1250.5, sq)).toContain('250,50');
});

test.each(languages)('what is shown in %s can be typed again and means the same', (language) => {
  const formats = createFormats(language);
  for (const value of ['2019', '2026-03', '2026-03-14']) {
    const shown = typedText(field('partial_date'), value, formats);
    expect(readTyped(field('partial_date'), shown, formats)).toEqual({ value });
  }
  for (const value of [0.5, 999, 1250, 12345.6, 1234567.89]) {
    expect(readTyped(field('decimal'), typedText(field('decimal'), value, formats), formats)).toEqual({ value });
  }
});

test('a value outside the bounds of the dictionary never becomes one, so that saving is not refused for it', () => {
  const age = { ...field('int'), min: 0, max: 110 };
  expect(readTyped(age, '111', sq)).toEqual({ problem: 'between', min: '0', max: '110' });
  const birth = { ...field('partial_date'), min: '1900-01-01' };
  expect(readTyped(birth, '1899', sq)).toMatchObject({ problem: 'atLeast' });
  expect(readTyped(birth, '1900', sq)).toEqual({ value: '1900' });
});

test('a code of a record is taken only with the right check character', () => {
  const code = { ...field('text'), meta: 'code' as const };
  const right = formatCode('V', 2026, 417);
  expect(readTyped(code, right.toLowerCase(), sq)).toEqual({ value: right.toLowerCase() });
  expect(readTyped(code, right.replace('0417', '0471'), sq)).toEqual({ problem: 'recordCode' });
  const ofPerson = { ...field('text'), personRole: 'person_code' as const };
  expect(readTyped(ofPerson, '1', sq)).toEqual({ problem: 'recordCode' });
});

test('a month alone is no date of a decision, and half a number is no number', () => {
  expect(readTyped(field('date'), '3.2026', sq)).toEqual({ problem: 'wholeDate' });
  expect(readTyped(field('int'), '2,5', sq)).toEqual({ problem: 'wholeNumber' });
  expect(readTyped(field('decimal'), '12,345', sq)).toEqual({ problem: 'number' });
});

test('an emptied field is not entered, never zero', () => {
  expect(readTyped(field('int'), ' ', sq)).toEqual({ value: null });
});

test('figures are finished only where no further figure could leave a value', () => {
  const suffixes = Array.from({ length: 110 }, (_, at) => (at < 10 ? String(at) : String(at - 10).padStart(2, '0')));
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  const years = Array.from({ length: 35 }, (_, at) => String(1850 + at * 10));
  const hours = { ...field('int'), min: 0, max: 168 };
  const typed = [
    ...months.flatMap((month) => years.map((year) => [field('partial_date'), `${month}${year}`] as const)),
    [field('partial_date'), '29022024'] as const,
    [field('date'), '29022024'] as const,
    ...['17', '84', '168'].map((figures) => [hours, figures] as const),
  ];
  for (const [declared, figures] of typed) {
    expect(isFinished(declared, figures)).toBe(true);
    const goingOn = suffixes.filter((more) => 'value' in readTyped(declared, `${figures}${more}`, sq));
    expect(goingOn, figures).toEqual([]);
  }
  // A year may begin two years, a month is no whole date, and a number without a bound has no last figure.
  expect(isFinished(field('partial_date'), '2019')).toBe(false);
  expect(isFinished(field('date'), '052024')).toBe(false);
  expect(isFinished(hours, '16')).toBe(false);
  expect(isFinished(field('int'), '84')).toBe(false);
});
