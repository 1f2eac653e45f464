/** Lists that more than one register uses. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const yesNo = {
  id: 'YN',
  codes: [{ code: 'yes' }, { code: 'no' }],
} as const satisfies CodeListDeclaration;

export const sexes = {
  id: 'SEX',
  codes: [{ code: 'female' }, { code: 'male' }, { code: 'other_or_non_binary' }],
} as const satisfies CodeListDeclaration;

export const ageGroups = {
  id: 'AGEGRP',
  codes: [
    { code: 'a0_11', group: 'child', derivedOnly: true },
    { code: 'a12_14', group: 'child', derivedOnly: true },
    { code: 'a15_17', group: 'child', derivedOnly: true },
    { code: 'a18_24', group: 'adult', derivedOnly: true },
    { code: 'a25_34', group: 'adult', derivedOnly: true },
    { code: 'a35_49', group: 'adult', derivedOnly: true },
    { code: 'a50_plus', group: 'adult', derivedOnly: true },
    { code: 'child_age_unknown', group: 'child', derivedOnly: true },
    { code: 'adult_age_unknown', group: 'adult', derivedOnly: true },
    { code: 'unknown', group: 'unknown', derivedOnly: true },
  ],
} as const satisfies CodeListDeclaration;

export const ageBases = {
  id: 'AGEBASIS',
  codes: [{ code: 'document' }, { code: 'stated' }, { code: 'assessed' }, { code: 'presumed_child' }],
} as const satisfies CodeListDeclaration;

export const institutionTypes = {
  id: 'INSTTYPE',
  codes: [
    { code: 'police' },
    { code: 'border_police' },
    { code: 'prosecutor' },
    { code: 'court' },
    { code: 'labour_inspectorate' },
    { code: 'social_work_centre' },
    { code: 'health' },
    { code: 'education' },
    { code: 'immigration_asylum' },
    { code: 'embassy_consulate' },
    { code: 'victim_protection_office' },
    { code: 'ngo' },
    { code: 'international_org' },
    { code: 'helpline' },
    { code: 'customs' },
    { code: 'tax_authority' },
    { code: 'local_government' },
    { code: 'foreign_authority' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const recordStates = {
  id: 'RECSTAT',
  codes: [{ code: 'draft' }, { code: 'complete' }, { code: 'verified' }, { code: 'returned_for_correction' }],
} as const satisfies CodeListDeclaration;

export const dataSources = {
  id: 'DATASRC',
  codes: [
    { code: 'interview_with_person' },
    { code: 'police_file' },
    { code: 'shelter_file' },
    { code: 'social_work_file' },
    { code: 'court_file' },
    { code: 'helpline_call' },
    { code: 'foreign_authority' },
    { code: 'ngo_report' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;
