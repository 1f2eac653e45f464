/** Persons against whom a case is conducted. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const personTypes = {
  id: 'PERSTYPE',
  codes: [{ code: 'natural_person' }, { code: 'legal_person' }],
} as const satisfies CodeListDeclaration;

export const publicServices = {
  id: 'PUBLIC_OFFICIAL',
  codes: [
    { code: 'no' },
    { code: 'police' },
    { code: 'customs' },
    { code: 'judiciary' },
    { code: 'border' },
    { code: 'municipal' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const priorConvictions = {
  id: 'PRIOR_CONVICTIONS',
  codes: [{ code: 'none' }, { code: 'tip' }, { code: 'other' }, { code: 'both' }],
} as const satisfies CodeListDeclaration;

export const traffickingRoles = {
  id: 'ROLE',
  codes: [
    { code: 'recruiter' },
    { code: 'transporter' },
    { code: 'harbourer' },
    { code: 'exploiter_owner' },
    { code: 'controller_guard' },
    { code: 'pimp' },
    { code: 'document_forger' },
    { code: 'financier' },
    { code: 'organiser_leader' },
    { code: 'broker_agent' },
    { code: 'corrupt_official' },
    { code: 'client_user_of_services' },
    { code: 'accomplice' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const victimRelations = {
  id: 'VREL',
  codes: [
    { code: 'no_relation' },
    { code: 'family' },
    { code: 'intimate_partner' },
    { code: 'friend_acquaintance' },
    { code: 'employer' },
    { code: 'agency' },
    { code: 'neighbour' },
    { code: 'official' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const defendantStatuses = {
  id: 'TRIALROLE',
  codes: [
    { code: 'suspect', derivedOnly: true },
    { code: 'accused', derivedOnly: true },
    { code: 'convicted', derivedOnly: true },
    { code: 'acquitted', derivedOnly: true },
    { code: 'case_discontinued', derivedOnly: true },
    { code: 'deceased', derivedOnly: true },
    { code: 'fugitive', derivedOnly: true },
  ],
} as const satisfies CodeListDeclaration;
