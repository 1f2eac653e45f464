import type { RetentionDeclaration } from '../../vocabulary.ts';
import { mayKeepIdentity } from './rules/consent.ts';

/** A registration is kept from its closing on; a prevented case, which is never closed, from the last work on it. */
export const retention = [
  {
    entity: 'victim',
    startsAt: ['closure_date'],
    institution: 'reporting_institution',
    vault: {
      withdrawnOn: 'consent_withdrawn_on',
      reads: ['consent_given', 'consent_withdrawn_on', 'legal_basis'],
      mayBeKept: mayKeepIdentity,
    },
  },
  { entity: 'prevented_case', startsAt: [], institution: 'prevented_reporting_institution' },
] as const satisfies readonly RetentionDeclaration[];
