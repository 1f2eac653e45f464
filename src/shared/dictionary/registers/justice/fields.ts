import type { FieldDeclaration } from '../../vocabulary.ts';
import { appealFields } from './appeals.ts';
import { assetFields } from './assets.ts';
import { caseFields } from './case.ts';
import { chargeFields } from './charges.ts';
import { compensationFields } from './compensation.ts';
import { cooperationFields } from './cooperation.ts';
import { countedVictimFields } from './counted-victims.ts';
import { defendantFields } from './defendant.ts';
import { profileFields } from './defendant-profile.ts';
import { identityFields } from './identity.ts';
import { investigationFields } from './investigation.ts';
import { judgmentSentenceFields } from './judgment-sentence.ts';
import { sentenceFields } from './sentence.ts';
import { trialFields } from './trial.ts';
import { verdictFields } from './verdict.ts';

/** Every field of the register, in the order of the data dictionary. */
export const fields = [
  ...caseFields,
  ...defendantFields,
  ...identityFields,
  ...profileFields,
  ...investigationFields,
  ...chargeFields,
  ...trialFields,
  ...verdictFields,
  ...sentenceFields,
  ...judgmentSentenceFields,
  ...appealFields,
  ...assetFields,
  ...compensationFields,
  ...countedVictimFields,
  ...cooperationFields,
] as const satisfies readonly FieldDeclaration[];
