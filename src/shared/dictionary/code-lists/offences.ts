/** Offences, and how they were committed. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const offences = {
  id: 'OFFTYPE',
  codes: [
    { code: 'trafficking_base', tip: true },
    { code: 'trafficking_of_child', tip: true },
    { code: 'trafficking_organised_group', tip: true },
    { code: 'trafficking_by_official', tip: true },
    { code: 'use_of_services_of_victim' },
    { code: 'withholding_documents' },
    { code: 'facilitating_prostitution' },
    { code: 'slavery_servitude_forced_labour' },
    { code: 'forced_marriage' },
    { code: 'organ_trafficking' },
    { code: 'smuggling_of_migrants' },
    { code: 'sexual_offence' },
    { code: 'child_abuse_material' },
    { code: 'money_laundering' },
    { code: 'organised_crime_participation' },
    { code: 'document_forgery' },
    { code: 'kidnapping' },
    { code: 'corruption' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const completions = {
  id: 'COMPLETION',
  codes: [{ code: 'completed' }, { code: 'attempted' }, { code: 'prepared' }],
} as const satisfies CodeListDeclaration;

export const participations = {
  id: 'PARTICIPATION',
  codes: [
    { code: 'perpetrator' },
    { code: 'co_perpetrator' },
    { code: 'instigator' },
    { code: 'aider' },
    { code: 'organiser' },
  ],
} as const satisfies CodeListDeclaration;

export const iccsClasses = {
  id: 'ICCS',
  codes: [
    { code: 'c02041', derivedOnly: true },
    { code: 'c02042', derivedOnly: true },
    { code: 'c02043', derivedOnly: true },
    { code: 'c02049', derivedOnly: true },
    { code: 'not_trafficking', derivedOnly: true },
  ],
} as const satisfies CodeListDeclaration;
