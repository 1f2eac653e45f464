/** Assets and the decisions on them. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const assetTypes = {
  id: 'ASSET',
  codes: [
    { code: 'cash' },
    { code: 'bank_account' },
    { code: 'real_estate' },
    { code: 'vehicle' },
    { code: 'business_share' },
    { code: 'jewellery' },
    { code: 'electronics' },
    { code: 'crypto_asset' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const assetStages = {
  id: 'ASSTAGE',
  codes: [
    { code: 'frozen' },
    { code: 'seized' },
    { code: 'confiscated_final' },
    { code: 'returned_to_owner' },
    { code: 'used_for_victim_compensation' },
    { code: 'sold_to_budget' },
  ],
} as const satisfies CodeListDeclaration;
