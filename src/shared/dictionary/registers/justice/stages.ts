/** Stages of proceedings (CASESTAT), and how far each has come. */
import type { caseStages } from '../../code-lists/criminal-case.ts';
import type { defendantStatuses } from '../../code-lists/defendants.ts';

export type Stage = (typeof caseStages)['codes'][number]['code'];
export type DefendantStatus = (typeof defendantStatuses)['codes'][number]['code'];

/**
 * From the least to the most advanced. Proceedings that are suspended go on where they stood, which only an
 * investigation can say of itself: they have come further than one that goes on, since that one decides for the case.
 */
const advance = [
  'report_received',
  'preliminary_inquiry',
  'investigation',
  'suspended',
  'indictment_filed',
  'trial',
  'first_instance_judgment',
  'appeal',
  'final',
] as const satisfies readonly Stage[];

/** A stage that is reached one after the other; dismissal, transfer and suspension interrupt them. */
export type Reached = Exclude<(typeof advance)[number], 'suspended'>;

const ended: readonly Stage[] = ['final', 'dismissed', 'transferred'];

/** Stages of open proceedings, from the least to the most advanced. */
export const openStages: readonly Stage[] = advance.filter((stage) => !ended.includes(stage));

/** Whether proceedings of this stage are open before the office of the register. */
export const isOpen = (stage: Stage): boolean => !ended.includes(stage);

/** Whether the first stage has come less far than the second. */
export function isLessAdvanced(a: Stage, b: Stage): boolean {
  const order: readonly Stage[] = advance;
  return order.indexOf(a) < order.indexOf(b);
}

export const furthest = <S extends Stage>(a: S, b: S): S => (isLessAdvanced(a, b) ? b : a);

/**
 * R47: that of the least advanced open defendant. Where none is open: final where every defendant is final, discontinued
 * or dead and at least one final, transferred where one was handed over, else dismissed.
 */
export function stageOfCase(stages: readonly Stage[], before: Stage): Stage {
  if (stages.length === 0) return before;
  const open = stages.filter(isOpen);
  if (open.length > 0) return open.reduce((least, stage) => (isLessAdvanced(stage, least) ? stage : least));
  return stages.find((stage) => stage === 'transferred') ?? stages.find((stage) => stage === 'final') ?? 'dismissed';
}
