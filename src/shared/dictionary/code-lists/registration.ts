/** Status of the person, repeated registrations, consent. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const personStatuses = {
  id: 'TIPSTAT',
  codes: [
    { code: 'possible' },
    { code: 'presumed' },
    { code: 'formally_identified' },
    { code: 'status_declined_by_person' },
    { code: 'not_a_victim' },
    { code: 'status_withdrawn' },
  ],
} as const satisfies CodeListDeclaration;

export const statusGrounds = {
  id: 'STATGROUND',
  codes: [
    { code: 'indicators' },
    { code: 'statement_of_person' },
    { code: 'investigation' },
    { code: 'court_decision' },
    { code: 'foreign_decision' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const episodeRelations = {
  id: 'EPREL',
  codes: [{ code: 'first_registration' }, { code: 'new_trafficking' }, { code: 'same_trafficking' }],
} as const satisfies CodeListDeclaration;

export const consentGivers = {
  id: 'CONSENT_BY',
  codes: [{ code: 'person' }, { code: 'parent' }, { code: 'guardian' }, { code: 'court' }],
} as const satisfies CodeListDeclaration;

export const legalBases = {
  id: 'LEGALBASIS',
  codes: [{ code: 'consent' }, { code: 'law' }, { code: 'vital_interest' }],
} as const satisfies CodeListDeclaration;
