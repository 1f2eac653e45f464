import type { RegisterDeclaration } from '../../vocabulary.ts';

/** Columns a list of cases shows until the user chooses others. */
export const listColumns = {
  case: [
    'registry_no',
    'prosecutor_office',
    'report_date',
    'case_status',
    'exploitation_forms',
    'victims_total',
    'place_of_offence',
  ],
} as const satisfies RegisterDeclaration['listColumns'];
