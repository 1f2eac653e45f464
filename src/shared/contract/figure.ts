/** What a figure counts, for whoever looks at the records behind it. */
import { z } from 'zod';
import { designFilter, statisticFilter } from './figure-filter.ts';
import { procedure } from './procedure.ts';

export const figureProcedures = {
  /** How many of what a number counts stand in how many of the records that it opens: a case may hold several persons. */
  'figure.count': procedure({
    input: z.strictObject({ filter: z.discriminatedUnion('kind', [statisticFilter, designFilter]) }),
    output: z.strictObject({
      /** Text tables:counted.<unit>; null where each record is one of them. */
      unit: z.string().nullable(),
      units: z.number(),
      records: z.number(),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
} as const;
