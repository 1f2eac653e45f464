import type { QualityDeclaration } from '../../vocabulary.ts';

/** How the quality of the data is counted, per record type; the date of registration is told here, too. */
export const quality = {
  victim: {
    registered: 'registration_date',
    office: 'reporting_institution',
    delays: [{ from: 'identification_date' }],
  },
  prevented_case: {
    registered: 'prevented_registration_date',
    office: 'prevented_reporting_institution',
    delays: [{ from: 'prevented_date' }],
  },
} as const satisfies Readonly<Record<string, QualityDeclaration>>;
