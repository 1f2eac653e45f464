/** Journey, borders and documents. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const transportModes = {
  id: 'TRMODE',
  codes: [
    { code: 'on_foot' },
    { code: 'car_taxi' },
    { code: 'bus' },
    { code: 'train' },
    { code: 'truck' },
    { code: 'plane' },
    { code: 'ship_boat' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const borderCrossings = {
  id: 'BORDERX',
  codes: [
    { code: 'official_crossing_regular' },
    { code: 'official_crossing_hidden' },
    { code: 'official_crossing_false_document' },
    { code: 'outside_crossing_point' },
    { code: 'visa_overstay_after_entry' },
    { code: 'no_border' },
  ],
} as const satisfies CodeListDeclaration;

export const travelDocuments = {
  id: 'DOCTYPE',
  codes: [
    { code: 'passport' },
    { code: 'id_card' },
    { code: 'visa' },
    { code: 'residence_permit' },
    { code: 'birth_certificate' },
    { code: 'travel_letter_for_child' },
    { code: 'none' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const documentStatuses = {
  id: 'DOCSTAT',
  codes: [
    { code: 'own_genuine' },
    { code: 'genuine_of_other_person' },
    { code: 'forged' },
    { code: 'expired' },
    { code: 'obtained_by_deception' },
    { code: 'none' },
  ],
} as const satisfies CodeListDeclaration;

export const companions = {
  id: 'ACCOMP',
  codes: [
    { code: 'alone', exclusive: true },
    { code: 'recruiter' },
    { code: 'other_trafficker' },
    { code: 'other_victims' },
    { code: 'family_member' },
    { code: 'partner' },
    { code: 'smuggler' },
    { code: 'child_with_non_parent_adult' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const traffickingScopes = {
  id: 'PREVID',
  codes: [
    { code: 'internal', derivedOnly: true },
    { code: 'cross_border', derivedOnly: true },
    { code: 'not_yet', derivedOnly: true },
  ],
} as const satisfies CodeListDeclaration;
