/** Services and accommodation. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const assistanceAnswers = {
  id: 'ASSISTANCE_ACCEPTED',
  codes: [{ code: 'yes' }, { code: 'partly' }, { code: 'no' }],
} as const satisfies CodeListDeclaration;

export const declineReasons = {
  id: 'DECLINE',
  codes: [
    { code: 'does_not_need' },
    { code: 'does_not_trust' },
    { code: 'fear_of_traffickers' },
    { code: 'wants_to_go_home' },
    { code: 'family_supports' },
    { code: 'shelter_rules_too_strict' },
    { code: 'does_not_see_self_as_victim' },
    { code: 'service_not_available' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const services = {
  id: 'REFSERV',
  codes: [
    { code: 'legal_aid' },
    { code: 'shelter' },
    { code: 'medical' },
    { code: 'psychological' },
    { code: 'material_aid' },
    { code: 'social_work' },
    { code: 'education' },
    { code: 'vocational_training' },
    { code: 'employment' },
    { code: 'return_assistance' },
    { code: 'family_mediation' },
    { code: 'protection_police' },
    { code: 'interpretation' },
    { code: 'reintegration_grant' },
    { code: 'child_specific_care' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const serviceOutcomes = {
  id: 'SERVOUT',
  codes: [
    { code: 'completed' },
    { code: 'ongoing' },
    { code: 'dropped_out' },
    { code: 'transferred' },
    { code: 'refused_after_start' },
    { code: 'not_provided' },
  ],
} as const satisfies CodeListDeclaration;

export const accommodations = {
  id: 'SHELTER',
  codes: [
    { code: 'state_shelter' },
    { code: 'ngo_shelter' },
    { code: 'semi_independent' },
    { code: 'independent_housing' },
    { code: 'foster_care' },
    { code: 'child_institution' },
    { code: 'safe_house_witness' },
    { code: 'own_family' },
    { code: 'hotel_temporary' },
    { code: 'none' },
  ],
} as const satisfies CodeListDeclaration;
