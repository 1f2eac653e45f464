/** What holds of the derived values of every case, however its steps are entered. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import { proceedingsAgainst } from '#shared/dictionary/registers/justice/proceedings.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { isLessAdvanced, isOpen, type Stage } from '#shared/dictionary/registers/justice/stages.ts';
import { settle } from '#shared/dictionary/settle.ts';
import { rowsBelow } from '#shared/records/content.ts';
import { rowsOf, textOf } from '#shared/records/read-value.ts';
import type { GroupRow, RuleSubject } from '#shared/records/record.ts';
import { context, rowOf } from './a-case.ts';
import { anyCase, withRow } from './arbitrary-case.ts';

const defendants = (subject: RuleSubject) => rowsOf(subject, 'defendant');
const stagesOf = (subject: RuleSubject) => defendants(subject).map((row) => proceedingsAgainst(subject, row).stage);

test('deriving twice is deriving once, and so is settling', () => {
  fc.assert(
    fc.property(anyCase(), (subject) => {
      const once = derive(subject, context);
      expect(derive(once, context)).toEqual(once);
      const kept = settle(justice, subject, context);
      expect(derive(kept, context).values).toEqual(kept.values);
    }),
  );
});

test('the case is never further than any open defendant, and has an end only when nobody is open', () => {
  fc.assert(
    fc.property(anyCase({ defendant: 1 }), (subject) => {
      const { values } = derive(subject, context);
      const stage = textOf(values, 'case_status') as Stage;
      const open = stagesOf(subject).filter(isOpen);
      expect(open.filter((each) => isLessAdvanced(each, stage))).toEqual([]);
      expect(isOpen(stage)).toBe(open.length > 0);
      if (open.length > 0) expect(values['case_closed_on']).toBeNull();
    }),
  );
});

/** The next steps of a case, on days after all others. */
const later: readonly ((subject: RuleSubject, defendant: GroupRow, charge: GroupRow) => RuleSubject)[] = [
  (subject, { id }) => withRow(subject, 'investigation', id, { investigation_start: '2025-02-01' }),
  (subject, { id }) => withRow(subject, 'indictment', id, { indictment_date: '2025-03-01' }),
  (subject, { id }) => withRow(subject, 'trial', id, { trial_start: '2025-04-01', trial_instance: 'first' }),
  (subject, _, { id }) =>
    withRow(subject, 'verdict', id, { verdict_date: '2025-05-01', verdict_instance: 'first', verdict: 'acquitted' }),
  (subject, { id }) => withRow(subject, 'appeal', id, { appeal_date: '2025-06-01', appeal_kind: 'ordinary' }),
  (subject, _, { id }) => withRow(subject, 'verdict', id, { final_date: '2025-07-01', final_verdict: 'acquitted' }),
];

/** Without any day of its own, an order for a retrial is put after the first verdict, which may be the one added. */
const hasUndatedOrder = (subject: RuleSubject) =>
  rowsOf(subject, 'appeal').some(
    ({ values }) =>
      textOf(values, 'appeal_outcome') === 'sent_back_for_retrial' &&
      textOf(values, 'appeal_date') === undefined &&
      textOf(values, 'appeal_decision_date') === undefined,
  );

test('a later step never leads back, unless it takes up again what had been halted', () => {
  fc.assert(
    fc.property(anyCase({ defendant: 1, charge: 1 }), fc.constantFrom(...later), (subject, add) => {
      fc.pre(!hasUndatedOrder(subject));
      const [defendant] = defendants(subject);
      const [charge] = defendant ? rowsBelow(subject, 'charge', defendant) : [];
      if (!defendant || !charge) throw new Error('a case has at least one charge here');
      const before = proceedingsAgainst(subject, defendant);
      fc.pre(!['dismissed', 'transferred', 'suspended'].includes(before.stage));
      const after = proceedingsAgainst(add(subject, defendant, charge), defendant);
      expect(isLessAdvanced(after.stage, before.stage), `${before.stage} to ${after.stage}`).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('all later steps together lead to the end, whatever stood before them', () => {
  fc.assert(
    fc.property(anyCase({ defendant: 1, charge: 1 }), (subject) => {
      fc.pre(!hasUndatedOrder(subject));
      const [defendant] = defendants(subject);
      if (!defendant) throw new Error('a case has a defendant here');
      const charges = rowsBelow(subject, 'charge', defendant);
      const whole = charges.reduce<RuleSubject>(
        (so, charge) => later.reduce((at, add) => add(at, defendant, charge), so),
        subject,
      );
      expect(proceedingsAgainst(whole, defendant)).toMatchObject({ stage: 'final' });
      const stated = rowOf(derive(whole, context), defendant.id).values['def_status'];
      expect(stated).toBe('acquitted');
    }),
  );
});
