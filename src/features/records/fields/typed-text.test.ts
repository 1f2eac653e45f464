import { expect, test } from 'vitest';
import type { FieldDeclaration, FieldType } from '#shared/dictionary/vocabulary.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { readTyped, typedText } from './typed-text.ts';

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

test('what is shown can be typed again and means the same', () => {
  for (const value of ['2019', '2026-03', '2026-03-14']) {
    expect(readTyped(field('partial_date'), typedText(field('partial_date'), value, sq), sq)).toEqual({ value });
  }
  expect(readTyped(field('decimal'), typedText(field('decimal'), 12345.6, sq), sq)).toEqual({ value: 12345.6 });
});

test('a month alone is no date of a decision, and half a number is no number', () => {
  expect(readTyped(field('date'), '3.2026', sq)).toEqual({ problem: 'wholeDate' });
  expect(readTyped(field('int'), '2,5', sq)).toEqual({ problem: 'wholeNumber' });
  expect(readTyped(field('decimal'), '12,345', sq)).toEqual({ problem: 'number' });
});

test('an emptied field is not entered, never zero', () => {
  expect(readTyped(field('int'), ' ', sq)).toEqual({ value: null });
});
