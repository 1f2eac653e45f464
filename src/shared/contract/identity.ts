/** Direct identifiers: opened and saved by calls of their own. */
import { z } from 'zod';
import { keptIdentity, savedDraft } from './draft.ts';
import { procedure } from './procedure.ts';
import { saved } from './record.ts';
import { reason, uuid, values } from './shapes.ts';

export const identityProcedures = {
  'identity.open': procedure({
    input: z.strictObject({ recordId: uuid, reason: reason.nullable() }),
    output: z.strictObject({
      values,
      /** Typed by this account and not saved. */
      kept: keptIdentity.nullable(),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'identity.save': procedure({
    input: z.strictObject({ recordId: uuid, revision: z.number().int(), values, draft: savedDraft.optional() }),
    output: saved,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
} as const;
