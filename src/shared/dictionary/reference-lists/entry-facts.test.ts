import { expect, test } from 'vitest';
import { justice } from '../registers/justice/register.ts';
import { victims } from '../registers/victims/register.ts';
import { editedLists } from './edited-lists.ts';
import { contradictedFact, keptFacts, kindListOf, noFacts } from './entry-facts.ts';

const stated = { country: 'XKX', leastMonths: 60, mostMonths: 144, life: false };

test('a list keeps the facts that it declares, and no other', () => {
  expect(keptFacts(justice, 'INST', stated)).toEqual({ ...noFacts, country: 'XKX' });
  expect(keptFacts(justice, 'ARTICLE', stated)).toEqual({ ...noFacts, leastMonths: 60, mostMonths: 144 });
  expect(keptFacts(justice, 'ARTICLE', { ...stated, life: true })).toMatchObject({ life: true });
  expect(keptFacts(victims, 'MUNI', stated)).toEqual(noFacts);
});

test('a most below the least, and a most beside life imprisonment, are contradictions', () => {
  expect(contradictedFact({ ...noFacts, leastMonths: 60, mostMonths: 60 })).toBeNull();
  expect(contradictedFact({ ...noFacts, leastMonths: 60, mostMonths: 59 })).toBe('mostMonths');
  expect(contradictedFact({ ...noFacts, mostMonths: 300, life: true })).toBe('mostMonths');
  expect(contradictedFact({ ...noFacts, leastMonths: 120, life: true })).toBeNull();
});

test.each([victims, justice])('the $kind register declares facts only of lists that it keeps', (register) => {
  const lists = editedLists(register);
  for (const [list, { follows }] of Object.entries(register.keptLists ?? {})) {
    expect(lists, list).toContain(list);
    const kinds = register.codeLists.find(({ id }) => id === kindListOf(register, list))?.codes ?? [];
    expect(kinds.length, list).toBeGreaterThan(0);
    const classes = register.codeLists.find(({ id }) => id === follows?.list)?.codes.map(({ code }) => code) ?? [];
    for (const { code } of follows ? kinds : []) {
      expect(follows?.of(code), code).not.toHaveLength(0);
      for (const each of follows?.of(code) ?? []) expect(classes, code).toContain(each);
    }
  }
});
