/** Indictment, court and verdict. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const indictmentConfirmations = {
  id: 'INDICTMENT_CONFIRMED',
  codes: [{ code: 'yes' }, { code: 'no' }, { code: 'amended' }],
} as const satisfies CodeListDeclaration;

export const courtLevels = {
  id: 'COURTLVL',
  codes: [
    { code: 'basic' },
    { code: 'district' },
    { code: 'appeal' },
    { code: 'supreme' },
    { code: 'special' },
    { code: 'juvenile' },
  ],
} as const satisfies CodeListDeclaration;

export const instances = {
  id: 'INSTANCE',
  codes: [{ code: 'first' }, { code: 'second' }, { code: 'third' }, { code: 'final' }],
} as const satisfies CodeListDeclaration;

export const pleas = {
  id: 'PLEA',
  codes: [{ code: 'guilty_plea_agreement' }, { code: 'guilty_plea' }, { code: 'not_guilty' }, { code: 'none' }],
} as const satisfies CodeListDeclaration;

export const verdicts = {
  id: 'VERDICT',
  codes: [
    { code: 'convicted_tip' },
    { code: 'convicted_other_offence_only' },
    { code: 'acquitted' },
    { code: 'charge_rejected' },
    { code: 'proceedings_terminated' },
    { code: 'ne_bis_in_idem' },
    { code: 'not_criminally_liable_measure' },
    { code: 'guilty_released_from_punishment' },
  ],
} as const satisfies CodeListDeclaration;
