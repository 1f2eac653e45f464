import { appealKinds, appealOutcomes, appellants } from '../../code-lists/appeals.ts';
import { assetStages, assetTypes } from '../../code-lists/assets.ts';
import { educationLevels, employments, maritalStatuses } from '../../code-lists/background.ts';
import { claimDecisions, damageKinds, payers } from '../../code-lists/compensation.ts';
import { countedAges } from '../../code-lists/counted-victims.ts';
import { caseScopes, caseSources, caseStages } from '../../code-lists/criminal-case.ts';
import {
  defendantStatuses,
  personTypes,
  priorConvictions,
  publicServices,
  traffickingRoles,
  victimRelations,
} from '../../code-lists/defendants.ts';
import { exploitationForms } from '../../code-lists/exploitation.ts';
import { ageGroups, institutionTypes, recordStates, sexes, yesNo } from '../../code-lists/general.ts';
import { cooperationTypes, extraditionResults } from '../../code-lists/international-cooperation.ts';
import {
  custodyMeasures,
  discontinuationReasons,
  evidenceKinds,
  investigationOutcomes,
  investigationTypes,
} from '../../code-lists/investigation.ts';
import { courtLevels, indictmentConfirmations, instances, pleas, verdicts } from '../../code-lists/judgment.ts';
import { completions, iccsClasses, offences, participations } from '../../code-lists/offences.ts';
import { protectionMeasures } from '../../code-lists/proceedings.ts';
import { acts, means } from '../../code-lists/recruitment.ts';
import { aggravatingCircumstances, mitigatingCircumstances, sanctions } from '../../code-lists/sanctions.ts';
import type { CodeListDeclaration } from '../../vocabulary.ts';

/** Code lists of this register, in the order of its form. */
export const codeLists: readonly CodeListDeclaration[] = [
  yesNo,
  sexes,
  ageGroups,
  institutionTypes,
  recordStates,
  caseSources,
  caseStages,
  caseScopes,
  exploitationForms,
  acts,
  means,
  personTypes,
  educationLevels,
  employments,
  maritalStatuses,
  publicServices,
  priorConvictions,
  traffickingRoles,
  victimRelations,
  defendantStatuses,
  investigationTypes,
  evidenceKinds,
  custodyMeasures,
  investigationOutcomes,
  discontinuationReasons,
  offences,
  completions,
  participations,
  iccsClasses,
  indictmentConfirmations,
  courtLevels,
  instances,
  pleas,
  verdicts,
  sanctions,
  aggravatingCircumstances,
  mitigatingCircumstances,
  appealKinds,
  appellants,
  appealOutcomes,
  assetTypes,
  assetStages,
  damageKinds,
  claimDecisions,
  payers,
  countedAges,
  protectionMeasures,
  cooperationTypes,
  extraditionResults,
];
