/** Origin, stage and reach of a criminal case. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const caseSources = {
  id: 'CASESRC',
  codes: [
    { code: 'police_report' },
    { code: 'victim_report' },
    { code: 'third_party_report' },
    { code: 'labour_inspection' },
    { code: 'ngo_report' },
    { code: 'foreign_mla_request' },
    { code: 'own_initiative_prosecutor' },
    { code: 'financial_intelligence' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const caseStages = {
  id: 'CASESTAT',
  codes: [
    { code: 'report_received', derivedOnly: true },
    { code: 'preliminary_inquiry', derivedOnly: true },
    { code: 'investigation', derivedOnly: true },
    { code: 'indictment_filed', derivedOnly: true },
    { code: 'trial', derivedOnly: true },
    { code: 'first_instance_judgment', derivedOnly: true },
    { code: 'appeal', derivedOnly: true },
    { code: 'final', derivedOnly: true },
    { code: 'dismissed', derivedOnly: true },
    { code: 'suspended', derivedOnly: true },
    { code: 'transferred', derivedOnly: true },
  ],
} as const satisfies CodeListDeclaration;

export const caseScopes = {
  id: 'SCOPE',
  codes: [{ code: 'internal' }, { code: 'cross_border' }],
} as const satisfies CodeListDeclaration;
