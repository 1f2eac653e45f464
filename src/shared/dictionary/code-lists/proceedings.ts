/** The victim in criminal proceedings, and compensation. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const cooperations = {
  id: 'COOPERATES',
  codes: [{ code: 'yes' }, { code: 'partly' }, { code: 'no' }],
} as const satisfies CodeListDeclaration;

export const victimRoles = {
  id: 'VROLE',
  codes: [
    { code: 'none', exclusive: true },
    { code: 'informant' },
    { code: 'witness' },
    { code: 'injured_party' },
    { code: 'private_prosecutor_plaintiff' },
    { code: 'civil_party' },
    { code: 'protected_witness' },
  ],
} as const satisfies CodeListDeclaration;

export const protectionMeasures = {
  id: 'PROTM',
  codes: [
    { code: 'police_escort' },
    { code: 'pseudonym' },
    { code: 'closed_session' },
    { code: 'video_link' },
    { code: 'recorded_statement' },
    { code: 'support_person' },
    { code: 'relocation' },
    { code: 'witness_protection_programme' },
    { code: 'no_contact_order' },
    { code: 'separate_waiting_room' },
    { code: 'other' },
    { code: 'none', exclusive: true },
  ],
} as const satisfies CodeListDeclaration;

export const compensationForums = {
  id: 'FORUM',
  codes: [
    { code: 'criminal_court' },
    { code: 'civil_court' },
    { code: 'state_compensation_fund' },
    { code: 'settlement_outside_court' },
    { code: 'labour_court' },
  ],
} as const satisfies CodeListDeclaration;
