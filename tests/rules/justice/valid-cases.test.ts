import fc from 'fast-check';
import { test } from 'vitest';
import { validCase } from '../../justice/valid-case.ts';
import { saidOf } from './justice-rules.ts';

test('a valid case breaks no rule, however often it is saved', () => {
  fc.assert(
    fc.property(validCase(), (valid) => {
      const found = saidOf(valid);
      if (found.length > 0) throw new Error(JSON.stringify(found, null, 1));
    }),
    { numRuns: 500 },
  );
});
