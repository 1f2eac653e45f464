/** Cooperation with other countries. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const cooperationTypes = {
  id: 'INTCOOP',
  codes: [
    { code: 'mla_request' },
    { code: 'joint_investigation_team' },
    { code: 'police_cooperation' },
    { code: 'extradition' },
    { code: 'transfer_of_proceedings' },
    { code: 'european_arrest_warrant_or_equivalent' },
    { code: 'information_exchange_interpol' },
    { code: 'europol' },
    { code: 'selec_seci' },
    { code: 'eurojust' },
  ],
} as const satisfies CodeListDeclaration;

export const extraditionResults = {
  id: 'EXTRADITION_RESULT',
  codes: [{ code: 'granted' }, { code: 'refused' }, { code: 'pending' }, { code: 'surrendered' }],
} as const satisfies CodeListDeclaration;
