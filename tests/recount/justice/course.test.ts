/** The stage and the status that the program keeps, found a second time from the days and verdicts of an export. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import type { RuleSubject } from '#shared/records/record.ts';
import { context } from '../../justice/a-case.ts';
import { validCase } from '../../justice/valid-case.ts';
import { readCases } from './cases.ts';
import { clearCase } from './clear-case.ts';
import { courseOf, courseOfCase } from './course.ts';
import { exportTexts } from './export-texts.ts';
import { parseFiles } from './files.ts';

const read = (content: RuleSubject) => readCases(parseFiles(exportTexts([{ content }]))).cases;

/** Compares what the program derives with what follows from the days. */
function expectAgreement(content: RuleSubject): void {
  for (const each of read(content)) {
    for (const defendant of each.defendants) {
      expect(courseOf(defendant, each.isInquiredInto).status).toBe(defendant.statusWritten);
    }
    const { stage, ended } = courseOfCase(each);
    expect({ stage, ended }).toEqual({ stage: each.statusWritten, ended: each.closedWritten });
  }
}

test('every valid case stands where the program says, and ended on the day it says', () => {
  const stages = new Set<string | null>();
  fc.assert(
    fc.property(validCase(), (subject) => {
      expectAgreement(subject);
      for (const { statusWritten } of read(subject)) stages.add(statusWritten);
    }),
    { numRuns: 500 },
  );
  // A comparison of cases that all stand at one stage would agree with anything.
  expect(stages.size).toBeGreaterThan(7);
});

test('so does every case whose steps are told clearly, in whatever order they lie', () => {
  fc.assert(
    fc.property(clearCase(), (typed) => {
      const { cameIn: _, ...stored } = derive(typed, context);
      expectAgreement(stored);
    }),
    { numRuns: 1500, seed: 2027 },
  );
});
