import type { QualityDeclaration } from '../../vocabulary.ts';

/** How the quality of the data is counted. A case has no date of registration of its own: it begins with its report. */
export const quality = {
  case: {
    registered: 'report_date',
    office: 'prosecutor_office',
    delays: [{ from: 'report_date' }],
  },
} as const satisfies Readonly<Record<string, QualityDeclaration>>;
