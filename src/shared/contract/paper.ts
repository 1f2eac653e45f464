/** Forms to be filled in by hand, whose answers are typed in speed mode. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { language, path, reason, uuid } from './shapes.ts';

export const mostBlankRows = 20;
export const mostContinuationRows = 60;

const choices = {
  language,
  file: path,
  /** The definition of each field in small type. */
  explanations: z.boolean(),
  /** The long lists with their numbers. */
  annex: z.boolean(),
  /** Empty rows of each table of rows, after those that are stored. */
  blankRows: z.number().int().min(0).max(mostBlankRows),
  /** Rows of each table on sheets of their own; 0: no such sheet. */
  continuationRows: z.number().int().min(0).max(mostContinuationRows),
};
const printed = z.strictObject({
  file: path,
  pages: z.number(),
  /** Number of the form, which its identity sheet carries too. */
  form: z.string(),
});

export const paperProcedures = {
  'paper.print-blank': procedure({
    input: z.strictObject({ entity: z.string().max(64), identitySheet: z.boolean(), ...choices }),
    output: printed,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** What is stored stands on the form; the identity only where the session may open it, with a reason where that is asked. */
  'paper.print-filled': procedure({
    input: z.strictObject({
      id: uuid,
      identitySheet: z.enum(['none', 'blank', 'filled']),
      reason: reason.nullable(),
      ...choices,
    }),
    output: printed,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
} as const;
