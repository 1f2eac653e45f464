import { expect, test } from 'vitest';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { aCase, type Row } from '../../../../tests/justice/a-case.ts';
import { outcomeBlocks } from './outcome-lines.ts';

const course = justice.courses?.['case'];
if (!course) throw new Error('cases have a course');
const blocks = (...defendant: Row[]) => outcomeBlocks(indexOf(justice), course, aCase({ defendant }));

test('each charge is a line under its defendant, with its newest verdict and the penalty of that one', () => {
  const verdict = (verdict_date: string, sentence_type: string) => ({
    verdict_date,
    sentence: [{ sentence_type }, { sentence_type: 'fine' }],
  });
  const [one, two] = blocks(
    {},
    { charge: [{ verdict: [verdict('2025-01-01', 'none'), verdict('2025-09-09', 'imprisonment')] }, {}] },
  );
  expect(one?.lines).toEqual([]);
  expect(two?.lines.map(({ number }) => number)).toEqual([1, 2]);
  const shown = two?.lines[0]?.cells.map(({ field, row, more }) => [field.id, row?.values[field.id], more]);
  expect(shown).toContainEqual(['verdict_date', '2025-09-09', 1]);
  expect(shown).toContainEqual(['sentence_type', 'imprisonment', 1]);
});

test('where there is no verdict one may be added to the charge, but no penalty without a verdict', () => {
  const [block] = blocks({ charge: [{}] });
  const cell = (id: string) => block?.lines[0]?.cells.find(({ field }) => field.id === id);
  expect(cell('verdict_date')).toMatchObject({ row: undefined, within: 'defendant 0 charge 0' });
  expect(cell('sentence_type')).toMatchObject({ row: undefined, within: undefined });
});
