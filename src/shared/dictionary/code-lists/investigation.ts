/** Investigation, evidence and custody. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const investigationTypes = {
  id: 'INVTYPE',
  codes: [
    { code: 'reactive' },
    { code: 'proactive' },
    { code: 'parallel_financial' },
    { code: 'joint_investigation_team' },
  ],
} as const satisfies CodeListDeclaration;

export const evidenceKinds = {
  id: 'EVID',
  codes: [
    { code: 'victim_testimony' },
    { code: 'witness_testimony' },
    { code: 'undercover_agent' },
    { code: 'interception' },
    { code: 'surveillance' },
    { code: 'financial_analysis' },
    { code: 'digital_forensics' },
    { code: 'documents' },
    { code: 'physical_evidence' },
    { code: 'expert_opinion' },
    { code: 'foreign_mla' },
    { code: 'search_and_seizure' },
    { code: 'cooperating_defendant' },
  ],
} as const satisfies CodeListDeclaration;

export const custodyMeasures = {
  id: 'CUSTODY',
  codes: [
    { code: 'none', exclusive: true },
    { code: 'police_detention' },
    { code: 'house_arrest' },
    { code: 'pre_trial_detention' },
    { code: 'bail' },
    { code: 'passport_seized' },
    { code: 'reporting_duty' },
    { code: 'extradition_detention' },
  ],
} as const satisfies CodeListDeclaration;

export const investigationOutcomes = {
  id: 'INVESTIGATION_OUTCOME',
  codes: [{ code: 'indictment' }, { code: 'discontinued' }, { code: 'suspended' }, { code: 'transferred' }],
} as const satisfies CodeListDeclaration;

export const discontinuationReasons = {
  id: 'DISC',
  codes: [
    { code: 'insufficient_evidence' },
    { code: 'act_not_an_offence' },
    { code: 'death_of_suspect' },
    { code: 'statute_of_limitation' },
    { code: 'victim_unavailable' },
    { code: 'amnesty' },
    { code: 'offence_reclassified' },
    { code: 'transferred_abroad' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;
