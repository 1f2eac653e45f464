/** Return, reintegration, closing. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const returnTypes = {
  id: 'RETURNT',
  codes: [
    { code: 'voluntary_assisted' },
    { code: 'voluntary_unassisted' },
    { code: 'deported_expelled' },
    { code: 'readmission' },
    { code: 'family_reunification_internal' },
    { code: 'third_country_resettlement' },
    { code: 'stays_in_country' },
    { code: 'not_applicable_domestic' },
  ],
} as const satisfies CodeListDeclaration;

/** R23: the person leaves the country of identification. */
export const returnTypesWithTravel = [
  'voluntary_assisted',
  'voluntary_unassisted',
  'deported_expelled',
  'readmission',
  'third_country_resettlement',
] as const;

export const reintegrationStatuses = {
  id: 'REINT',
  codes: [
    { code: 'back_with_family' },
    { code: 'independent_living' },
    { code: 'in_education' },
    { code: 'vocational_training_completed' },
    { code: 'employed' },
    { code: 'own_business' },
    { code: 'in_shelter' },
    { code: 'lost_contact' },
    { code: 're_trafficked' },
    { code: 'returned_abroad' },
    { code: 'deceased' },
  ],
} as const satisfies CodeListDeclaration;

export const closingReasons = {
  id: 'CLOSE',
  codes: [
    { code: 'reintegrated' },
    { code: 'withdrew' },
    { code: 'moved_abroad' },
    { code: 'lost_contact' },
    { code: 'not_a_victim' },
    { code: 'transferred' },
    { code: 'deceased' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;
