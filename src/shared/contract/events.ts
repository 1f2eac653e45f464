/** What the data tells the window without being asked. */
import { z } from 'zod';
import { errorCodes } from './errors.ts';

export const events = {
  /** A long job moved on. `done` of `total` in the unit of the step; total 0 where it is not known yet. */
  'job.progress': z.strictObject({
    jobId: z.uuid(),
    step: z.string(),
    done: z.number(),
    total: z.number(),
  }),
  'job.finished': z.strictObject({
    jobId: z.uuid(),
    outcome: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value: z.unknown() }),
      z.strictObject({
        ok: z.literal(false),
        error: z.strictObject({
          code: z.enum(errorCodes),
          params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
          incident: z.string().optional(),
        }),
      }),
    ]),
  }),
  /** The session ended: by the key, by idleness, or because its account was closed. */
  'session.locked': z.strictObject({ cause: z.enum(['manual', 'idle', 'closed']) }),
  /** Records changed (a save, an import, a restore): lists and tables ask again. */
  'records.changed': z.strictObject({ changeNumber: z.number() }),
  /** A list waits until a column has been read for the first time: `done` of `total` records. */
  'list.reading': z.strictObject({ entity: z.string(), done: z.number(), total: z.number() }),
  /** Entries of the reference lists were added or changed: whoever shows their names asks again. */
  'reference.changed': z.strictObject({ list: z.string() }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
