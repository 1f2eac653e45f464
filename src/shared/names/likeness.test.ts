import { describe, expect, test } from 'vitest';
import { dayInterval } from '../records/partial-date.ts';
import type { NameMatch } from './compare-names.ts';
import { type NameLikeness, type PersonFacts, reasonsOf, scoreOf } from './likeness.ts';

const facts = (birth: string | null, sex: string | null = null, citizenships: string[] = []): PersonFacts => ({
  birth: birth === null ? null : (dayInterval(birth) ?? null),
  sex,
  citizenships,
});
const same: NameMatch = { errors: 0, isSame: true, isSwapped: false, isPartial: false, doubt: null };
const mistyped: NameMatch = { ...same, errors: 1, isSame: false };
/** Score and reasons; null where it is not shown. */
function likenessOf(name: NameLikeness, hasSameNumber: boolean, a: PersonFacts, b: PersonFacts) {
  const comparison = { name, hasSameNumber, a, b };
  const score = scoreOf(comparison);
  return score === null ? null : { score, reasons: reasonsOf(comparison) };
}
const score = (name: NameMatch, a: PersonFacts, b: PersonFacts) => likenessOf(name, false, a, b)?.score ?? 0;

describe('likeness', () => {
  test('a name alone is enough to be shown, and says why', () => {
    expect(likenessOf(same, false, facts(null), facts(null))).toEqual({ score: 60, reasons: ['name-same'] });
    expect(likenessOf({ ...mistyped, isSwapped: true }, false, facts(null), facts(null))?.reasons).toEqual([
      'name-one-error',
      'names-swapped',
    ]);
  });

  test('the exacter the common birth date, the likelier', () => {
    const born = (a: string, b: string) => score(mistyped, facts(a), facts(b));
    expect(born('1990-05-06', '1990-05-06')).toBeGreaterThan(born('1990-05', '1990-05-06'));
    expect(born('1990-05', '1990-05-06')).toBeGreaterThan(born('1990', '1990-05-06'));
    expect(born('1990', '1990-05-06')).toBeGreaterThan(score(mistyped, facts(null), facts('1990-05-06')));
    expect(likenessOf(same, false, facts('1990'), facts('1990-05-06'))?.reasons).toEqual(['name-same', 'birth-year']);
  });

  test('birth dates that exclude each other take even the same name out, within one year they put it far down', () => {
    expect(score(same, facts('1990'), facts('1991-05-06'))).toBe(0);
    const near = likenessOf(same, false, facts('1990-05-06', 'female'), facts('1990-06-05', 'female'));
    expect(near?.reasons).toContain('birth-differs');
    expect(near?.score).toBeLessThan(50);
    expect(score(mistyped, facts('1990-05-06'), facts('1990-06-05'))).toBe(0);
  });

  test('another sex takes the same name out, and puts the same name and birth date far down', () => {
    expect(score(same, facts(null, 'female'), facts(null, 'male'))).toBe(0);
    const twin = likenessOf(same, false, facts('1990-05-06', 'female'), facts('1990-05-06', 'male'));
    expect(twin?.reasons).toContain('sex-differs');
    expect(twin?.score).toBeLessThan(score(same, facts('1990-05-06'), facts('1990-05-06')) - 30);
  });

  test('two common names a letter apart are shown only with the same birth date', () => {
    const marina: NameMatch = { ...mistyped, doubt: 'other-name' };
    expect(score(marina, facts('1990'), facts('1990-05-06'))).toBe(0);
    expect(likenessOf(marina, false, facts('1990-05-06'), facts('1990-05-06'))?.reasons).toContain('name-of-another');
  });

  test('the same personal number is enough without any name', () => {
    expect(likenessOf(null, true, facts(null), facts(null))?.reasons).toEqual(['personal-number-same']);
  });
});
