/** Prevented cases. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const preventedStages = {
  id: 'PREVST',
  codes: [
    { code: 'before_departure' },
    { code: 'during_transport' },
    { code: 'at_border_exit' },
    { code: 'at_border_entry' },
    { code: 'before_exploitation_at_destination' },
    { code: 'online_contact_stage' },
  ],
} as const satisfies CodeListDeclaration;
