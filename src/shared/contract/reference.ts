/** Reference lists of this installation. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { nothing } from './shapes.ts';

export const referenceProcedures = {
  /** Institutions, municipalities, communities and languages of this register, with names per language. */
  'reference.list': procedure({
    input: nothing,
    output: z.strictObject({
      lists: z.record(
        z.string(),
        z.array(
          z.strictObject({
            code: z.string(),
            /** By which it is chosen on the keyboard and on paper. */
            number: z.number(),
            names: z.record(z.string(), z.string()),
            type: z.string().nullable(),
            country: z.string().nullable(),
            activeFrom: z.string().nullable(),
            activeTo: z.string().nullable(),
          }),
        ),
      ),
    }),
    access: 'signed-in',
    audit: 'never',
  }),
} as const;
