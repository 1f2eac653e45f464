import type { RuleDeclaration } from '../../../vocabulary.ts';
import { aggregateRules } from './aggregates.ts';
import { appealRules } from './appeals.ts';
import { assetRules } from './assets.ts';
import { completenessRules } from './completeness.ts';
import { convictionRules } from './convictions.ts';
import { dateRules } from './dates.ts';
import { durationRules } from './duration.ts';
import { textRules } from './free-text.ts';
import { orderRules } from './order.ts';
import { personRules } from './persons.ts';
import { reachRules } from './reach.ts';
import { sharedRules } from './shared.ts';
import { termRules } from './terms.ts';
import { transitionRules } from './transitions.ts';
import { victimRules } from './victims.ts';

/** Every rule of the justice register, in the order of the rule book as far as its themes allow. */
export const rules: readonly RuleDeclaration[] = [
  ...dateRules,
  ...orderRules,
  ...convictionRules,
  ...termRules,
  ...appealRules,
  ...personRules,
  ...victimRules,
  ...assetRules,
  ...reachRules,
  ...durationRules,
  ...transitionRules,
  ...textRules,
  ...aggregateRules,
  ...completenessRules,
  ...sharedRules,
];
