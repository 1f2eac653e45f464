/** The course of a case against its rules and derived values, over cases that nobody checked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import { dayNumber } from '#shared/records/partial-date.ts';
import { rowsOf, textOf } from '#shared/records/read-value.ts';
import { context } from './a-case.ts';
import { anyCase } from './arbitrary-case.ts';

const course = justice.courses?.['case'];
if (!course) throw new Error('cases have a course');
const today = dayNumber(context.today) as number;

test('every line ends at the stage of its defendant, and goes on where the case says that it is under way', () => {
  fc.assert(
    fc.property(anyCase({ defendant: 1 }), (stated) => {
      const subject = justice.derive(stated, context);
      const lines = course.lines(subject, today, context);
      expect(lines.map(({ row }) => row.id)).toEqual(rowsOf(subject, 'defendant').map(({ id }) => id));
      expect(lines.filter(({ stretches }) => stretches.at(-1)?.goesOn).length).toBe(subject.values['open_defendants']);
      for (const { stretches, next } of lines) {
        // Whoever is still under way is told what comes next.
        expect(next !== undefined).toBe(stretches.at(-1)?.goesOn === true);
        for (const { days } of stretches) if (days) expect(days.least).toBeLessThanOrEqual(days.most);
      }
    }),
    { numRuns: 500 },
  );
});

test('R46 speaks of a case exactly where a line stands at its stage beyond the months', () => {
  fc.assert(
    fc.property(anyCase({ defendant: 1 }), (stated) => {
      const subject = justice.derive(stated, context);
      const stage = textOf(subject.values, 'case_status');
      const lines = course.lines(subject, today, context);
      fc.pre(lines.length > 0);
      const isBeyond = lines.some(({ stretches }) => {
        const last = stretches.at(-1);
        return last?.stage === stage && last?.goesOn && last.beyond !== undefined;
      });
      const speaks = evaluateRecord(justice, subject, context, 'complete').some(({ rule }) => rule === 'R46');
      expect(speaks).toBe(isBeyond);
    }),
    { numRuns: 500 },
  );
});

test('nothing that is missing is entered already, and each answer has its place', () => {
  fc.assert(
    fc.property(anyCase({ defendant: 1 }), (stated) => {
      const subject = justice.derive(stated, context);
      for (const { entity, field, row, within } of course
        .lines(subject, today, context)
        .flatMap(({ next }) => next?.needs ?? [])) {
        const stands = row === undefined ? undefined : rowsOf(subject, entity).find(({ id }) => id === row);
        expect(row === undefined || stands !== undefined).toBe(true);
        // An appeal that is said to be pending still waits for its result.
        if (stands) expect([undefined, 'pending']).toContain(textOf(stands.values, field));
        const isOfCase = entity === subject.entity;
        expect(isOfCase || row !== undefined || within !== undefined).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
