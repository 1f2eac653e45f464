/** R47: a case goes from one stage to another only by the ways that the law of procedure knows. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { daysOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RecordContent, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { proceedingsAgainst, stageOfReport } from '../proceedings.ts';
import { isOpen, type Stage, stageOfCase } from '../stages.ts';
import { answersOf, defendantsOf } from './proceedings.ts';

/** From a suspension the case goes back to the stage before it, which `stageBeforeSuspension` tells. */
const ways: Readonly<Record<Exclude<Stage, 'suspended'>, readonly Stage[]>> = {
  report_received: ['preliminary_inquiry', 'investigation', 'dismissed', 'transferred'],
  preliminary_inquiry: ['investigation', 'dismissed', 'suspended', 'transferred'],
  investigation: ['indictment_filed', 'dismissed', 'suspended', 'transferred'],
  indictment_filed: ['trial', 'first_instance_judgment', 'dismissed', 'transferred'],
  trial: ['first_instance_judgment', 'suspended', 'transferred'],
  first_instance_judgment: ['appeal', 'final'],
  appeal: ['final', 'trial'],
  final: ['trial'],
  dismissed: ['investigation'],
  transferred: [],
};

/** Stages that a case may have passed since the last save; at the others somebody would have stopped. */
const passed: readonly Stage[] = [
  'preliminary_inquiry',
  'investigation',
  'indictment_filed',
  'trial',
  'first_instance_judgment',
  'appeal',
];

const isStage = (code: string | undefined): code is Stage =>
  code === 'suspended' || (code !== undefined && Object.hasOwn(ways, code));

/** Whether ways lead from one stage to another: several steps may be entered between two saves. */
function leadsTo(from: Stage, to: Stage, seen: readonly Stage[] = [from]): boolean {
  const next = from === 'suspended' ? [] : ways[from];
  if (next.includes(to)) return true;
  return next.some((stage) => passed.includes(stage) && !seen.includes(stage) && leadsTo(stage, to, [...seen, stage]));
}

/** Only the result of an investigation says that proceedings are suspended; without one the inquiry was. */
function stageBeforeSuspension(subject: RuleSubject): Stage {
  const isInvestigated = rowsOf(subject, 'investigation').some(({ values }) => daysOf(values, 'investigation_start'));
  return isInvestigated ? 'investigation' : 'preliminary_inquiry';
}

/** Added since the last save, or taken up again: before, the stage of the case was not that of this defendant. */
function joined(cameIn: RecordContent, { id }: GroupRow): boolean {
  const before = defendantsOf(cameIn).find((row) => row.id === id);
  const status = before && textOf(before.values, 'def_status');
  return status === undefined || status === 'case_discontinued';
}

/** The stage that the case has now for those defendants by whom it had its stage before. */
function comparableStage(subject: RuleSubject, cameIn: RecordContent): string | undefined {
  const defendants = defendantsOf(subject);
  const others = defendants.filter((defendant) => !joined(cameIn, defendant));
  if (others.length === 0 || others.length === defendants.length) return textOf(subject.values, 'case_status');
  const stages = others.map((defendant) => proceedingsAgainst(subject, defendant).stage);
  return stageOfCase(stages, stageOfReport(subject));
}

function wayIsKnown(subject: RuleSubject): readonly Finding[] {
  const { cameIn } = subject;
  const before = cameIn && textOf(cameIn.values, 'case_status');
  const now = cameIn && comparableStage(subject, cameIn);
  if (!isStage(before) || !isStage(now) || before === now) return [];
  // Death ends proceedings at any stage.
  const isDeath = defendantsOf(subject).some(({ values }) => textOf(values, 'def_status') === 'deceased');
  if (now === 'dismissed' && isDeath) return [];
  const from = before === 'suspended' ? stageBeforeSuspension(subject) : before;
  if ((before === 'suspended' && from === now) || leadsTo(from, now)) return [];
  const part = before === 'suspended' ? 'resumed' : 'way';
  return [finding('R47', 'hard', part, [ref('case', 'case_status')], { other_case_status: from, case_status: now })];
}

function finalForEverybody(subject: RuleSubject): readonly Finding[] {
  if (textOf(subject.values, 'case_status') !== 'final') return [];
  return defendantsOf(subject)
    .filter((defendant) => isOpen(proceedingsAgainst(subject, defendant).stage))
    .map((defendant) =>
      finding(
        'R47',
        'hard',
        'open_defendant',
        [rowRef('defendant', defendant, 'def_status'), ref('case', 'case_status')],
        { case_status: 'final', ...answersOf(defendant, 'defendant_id', 'def_status') },
      ),
    );
}

export const transitionRules: readonly RuleDeclaration[] = [
  {
    id: 'R47',
    entity: 'case',
    level: 'hard',
    check: (subject) => [...wayIsKnown(subject), ...finalForEverybody(subject)],
  },
];
