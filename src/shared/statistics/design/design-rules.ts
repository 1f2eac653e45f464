/** Persons as the standard tables of each register count them, by the names under which a design asks for them. */
import type { PlainLabel } from '../../contract/statistics.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import { countedSteps, personsAt } from '../catalogue/justice/persons.ts';
import { decided } from '../catalogue/victims/decided.ts';
import { type CountedDecisions, type Stage, stages } from '../counted-decisions.ts';
import type { ColumnStore } from '../store/column-store.ts';

export interface CountingRule {
  readonly rule: string;
  /** Whose rows carry the decision or step that counts. */
  readonly entity: string;
  readonly label: PlainLabel;
  readonly decide: (store: ColumnStore) => CountedDecisions;
}

const stageLabels: Readonly<Record<Stage, string>> = { formally_identified: 'identified', presumed: 'presumed' };

function decidedOf(at: number): CountingRule['decide'] {
  const counting = decided[at];
  if (!counting) throw new Error('no such stage');
  return counting.decisions;
}

const victimRules = stages.map(
  (stage, at): CountingRule => ({
    rule: stage,
    entity: 'victim',
    label: { text: `tables:lines.${stageLabels[stage]}` },
    decide: decidedOf(at),
  }),
);

const justiceRules = countedSteps.map((step): CountingRule => {
  const counting = personsAt(step);
  if (!('decisions' in counting)) throw new Error(`${step} is not counted by days`);
  return {
    rule: step,
    entity: 'person_step',
    label: { text: `tables-justice:lines.${step}` },
    decide: counting.decisions,
  };
});

const rules: Readonly<Record<RegisterKind, readonly CountingRule[]>> = { victims: victimRules, justice: justiceRules };

export const rulesOf = (kind: RegisterKind): readonly CountingRule[] => rules[kind];
