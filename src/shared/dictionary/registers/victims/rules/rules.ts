import type { RuleDeclaration } from '../../../vocabulary.ts';
import { ageRules } from './age.ts';
import { assistanceRules } from './assistance.ts';
import { childRules } from './children.ts';
import { closingRules } from './closing.ts';
import { compensationRules } from './compensation.ts';
import { completenessRules } from './completeness.ts';
import { consentRules } from './consent.ts';
import { dateRules } from './dates.ts';
import { elementRules } from './elements.ts';
import { episodeRules } from './episodes.ts';
import { exclusiveRules } from './exclusive.ts';
import { identificationRules } from './identification.ts';
import { journeyRules } from './journey.ts';
import { orderRules } from './order.ts';
import { referenceRules } from './reference.ts';
import { returnRules } from './return.ts';
import { stayRules } from './stay.ts';

/** Every rule of the victims register, in the order of the rule book as far as its themes allow. */
export const rules: readonly RuleDeclaration[] = [
  ...dateRules,
  ...ageRules,
  ...orderRules,
  ...identificationRules,
  ...elementRules,
  ...childRules,
  ...exclusiveRules,
  ...journeyRules,
  ...stayRules,
  ...assistanceRules,
  ...returnRules,
  ...episodeRules,
  ...compensationRules,
  ...consentRules,
  ...closingRules,
  ...completenessRules,
  ...referenceRules,
];
