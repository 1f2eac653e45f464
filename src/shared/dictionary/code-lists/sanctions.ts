/** Sanctions and the circumstances that weigh on them. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const sanctions = {
  id: 'SENTTYPE',
  codes: [
    { code: 'imprisonment' },
    { code: 'life_imprisonment' },
    { code: 'suspended_imprisonment' },
    { code: 'fine' },
    { code: 'community_service' },
    { code: 'house_imprisonment' },
    { code: 'juvenile_measure' },
    { code: 'security_measure_ban' },
    { code: 'expulsion' },
    { code: 'judicial_admonition' },
    { code: 'dissolution_of_legal_person' },
    { code: 'none' },
  ],
} as const satisfies CodeListDeclaration;

export const aggravatingCircumstances = {
  id: 'AGGR',
  codes: [
    { code: 'child_victim' },
    { code: 'several_victims' },
    { code: 'organised_group' },
    { code: 'official_position' },
    { code: 'serious_injury_or_death' },
    { code: 'recidivism' },
    { code: 'violence_cruelty' },
    { code: 'vulnerable_victim' },
    { code: 'family_relation' },
    { code: 'online' },
    { code: 'none', exclusive: true },
  ],
} as const satisfies CodeListDeclaration;

export const mitigatingCircumstances = {
  id: 'MITIG',
  codes: [
    { code: 'guilty_plea' },
    { code: 'cooperation' },
    { code: 'no_record' },
    { code: 'compensation_paid' },
    { code: 'minor_role' },
    { code: 'young_age' },
    { code: 'family_circumstances' },
    { code: 'other' },
    { code: 'none', exclusive: true },
  ],
} as const satisfies CodeListDeclaration;
