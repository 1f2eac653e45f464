import { describe, expect, test } from 'vitest';
import { compareNames, isLikelyName } from './compare-names.ts';

const name = (text: string) => {
  const [given = '', family = ''] = text.split(' + ');
  return { given, family };
};
const compare = (a: string, b: string) => compareNames(name(a), name(b));

describe('two full names', () => {
  test.each([
    ['Ђорђе + Ђорђевић', 'Djordje + Djordjevic'],
    ['Qemal + Shaqiri', 'Ќемал + Шаќири'],
    ['Јулија + Ѓорѓиевска', 'Julija + Gjorgjievska'],
    ['Цветан + Първанов', 'Tsvetan + Pŭrvanov'],
    ['Мария + Щерева', 'Mariâ + Ŝereva'],
    ['Ștefan + Țîrdea', 'Stefan + Țârdea'],
    ['Müge + Öztürk', 'Muge + Oeztuerk'],
    ['Ana-Marija + Kovač Babić', 'Ana Marija + Kovač-Babić'],
    ['Anamarija + Kovač', 'Ana Marija + Kovač'],
  ])('%s is %s, written otherwise', (a, b) => {
    expect(compare(a, b)).toMatchObject({ errors: 0, doubt: null, isSwapped: false });
  });

  test('swapped names are told as such, whichever word stands where', () => {
    expect(compare('Vlora + Kastrati', 'Kastrati + Vlora')).toMatchObject({ errors: 0, isSwapped: true });
    expect(compare('Ana Marija + Kovač', 'Kovač Ana + Marija')).toMatchObject({ errors: 0, isSwapped: true });
  });

  test('one error is allowed in both names together, two are not', () => {
    expect(compare('Liridona + Kastrati', 'Liridona + Kasmtrati')).toMatchObject({ errors: 1 });
    expect(compare('Liridona + Kastrati', 'Lirmdona + Kasmtrati')).toBeNull();
    // Two that are easily made by ear count half each.
    expect(compare('Liridona + Kastrati', 'Leridona + Kastreti')).toMatchObject({ errors: 1 });
  });

  test('a second name or a name by marriage may be missing on one side', () => {
    expect(compare('Ana + Kovač', 'Ana + Kovač Babić')).toMatchObject({ errors: 0, isPartial: true });
    expect(compare('Ana + Kovač', 'Marija + Kovač')).toBeNull();
    expect(compare('Ana + Kovač', '+ Kovač')).toBeNull();
  });

  test('Ivan is Ivana only where both are of one sex, Marija is never Marina', () => {
    const lulzima = compare('Lulzim + Zuković', 'Lulzima + Zuković');
    expect(isLikelyName(lulzima, false)).toBe(false);
    expect(isLikelyName(lulzima, true)).toBe(true);
    expect(isLikelyName(compare('Marija + Zuković', 'Marina + Zuković'), true)).toBe(false);
    expect(isLikelyName(compare('Petar + Stojanov', 'Petar + Stojanova'), false)).toBe(true);
  });
});
