import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '#shared/dictionary/registers/justice/rules/rules.ts';
import { validCase } from '../../justice/valid-case.ts';
import { saidOf } from './justice-rules.ts';
import { violations } from './violations.ts';

test('a valid case breaks no rule, however often it is saved', () => {
  fc.assert(
    fc.property(validCase(), (valid) => {
      expect(saidOf(valid)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a rule that is contradicted within a valid case says so', () => {
  for (const { rule, violate } of violations) {
    test(rule, () => {
      fc.assert(
        fc.property(
          validCase()
            .map((valid) => violate(valid))
            .filter((broken) => broken !== undefined),
          (broken) => {
            const found = saidOf(broken).filter((each) => each.rule === rule);
            expect(found.length, JSON.stringify(saidOf(broken))).toBeGreaterThan(0);
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});

test('every rule that generated cases can contradict is contradicted here', () => {
  const told = new Set(violations.map(({ rule }) => rule));
  // R30 and REF are the same in every register, and are tried in that of victims.
  expect([...new Set(rules.map(({ id }) => id))].filter((id) => !told.has(id))).toEqual(['R30', 'REF']);
});
