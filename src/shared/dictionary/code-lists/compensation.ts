/** Compensation claims in criminal proceedings. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const damageKinds = {
  id: 'COMPKIND',
  codes: [
    { code: 'material_damage' },
    { code: 'non_material_damage' },
    { code: 'unpaid_wages' },
    { code: 'medical_costs' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const claimDecisions = {
  id: 'CLAIM_DECISION',
  codes: [
    { code: 'granted' },
    { code: 'partly' },
    { code: 'referred_to_civil_court' },
    { code: 'rejected' },
    { code: 'pending' },
  ],
} as const satisfies CodeListDeclaration;

export const payers = {
  id: 'PAID_BY',
  codes: [{ code: 'defendant' }, { code: 'state_fund' }, { code: 'confiscated_assets' }, { code: 'several' }],
} as const satisfies CodeListDeclaration;
