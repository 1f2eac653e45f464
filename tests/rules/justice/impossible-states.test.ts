import { describe, expect, test } from 'vitest';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import { settle } from '#shared/dictionary/settle.ts';
import type { RuleSubject } from '#shared/records/record.ts';
import { context } from '../../justice/a-case.ts';
import { wholeCase } from '../../justice/whole-case.ts';
import { cameFrom, impossibleStates } from './impossible-states.ts';

/** As a record is completed: the program sets its values, then everything is asked. */
const toldOf = (typed: RuleSubject) => evaluateRecord(justice, settle(justice, typed, context), context, 'complete');

test('nothing is wrong with the whole case', () => {
  expect(toldOf(wholeCase())).toEqual([]);
});

describe('no case can be completed', () => {
  for (const { state, changes, before, refusedBy } of impossibleStates) {
    test(state, () => {
      const told = toldOf(wholeCase(changes, cameFrom(before)));
      const hard = told.filter(({ level }) => level === 'hard').map(({ rule, part }) => `${rule}.${part}`);
      expect(hard, JSON.stringify(told)).toContain(refusedBy);
    });
  }
});

test('there are at least thirty of them, each a state of its own', () => {
  const states = new Set(impossibleStates.map(({ state }) => state));
  expect(states.size).toBe(impossibleStates.length);
  expect(states.size).toBeGreaterThanOrEqual(30);
});
