import { z } from 'zod';
import { procedure } from './procedure.ts';
import { timestamp } from './shapes.ts';

export const auditProcedures = {
  /** Newest first. Administrators see account events, supervisors record events, auditors everything. */
  'audit.list': procedure({
    input: z.strictObject({
      before: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
      name: z.string().max(64).nullable(),
    }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          number: z.number(),
          at: timestamp,
          account: z.string().nullable(),
          name: z.string(),
          outcome: z.string(),
          /** Ids, field names and counts; never values. */
          detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
        }),
      ),
      next: z.number().nullable(),
      total: z.number(),
    }),
    access: ['administrator', 'supervisor', 'auditor'],
    audit: 'refused',
  }),
} as const;
