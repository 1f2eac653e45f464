/** What waits for an account, and records that change hands. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { recordMeta } from './record.ts';
import { nothing, reason, uuid } from './shapes.ts';

export const taskKinds = [
  /** Own records that were never completed. */
  'draft',
  /** Own records that a supervisor returned for correction. */
  'returned',
  /** Completed by others: a second person signs them off. */
  'to-verify',
  /** Drafts and returned records of an account that was closed: nobody works on them. */
  'orphaned',
  /** An answer that a supervisor must know of, such as a victim who was punished. */
  'alert',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskProcedures = {
  /** Oldest first within each kind; `total` counts those beyond the rows as well, up to a thousand. */
  'task.list': procedure({
    input: nothing,
    output: z.strictObject({
      tasks: z.array(z.strictObject({ kind: z.enum(taskKinds), total: z.number(), rows: z.array(recordMeta) })),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  'task.count': procedure({
    input: nothing,
    output: z.strictObject({ count: z.number() }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Records of one account go to another; what the first had typed and not saved goes with them. */
  'task.hand-over': procedure({
    input: z.strictObject({ records: z.array(uuid).min(1).max(1000), to: uuid, reason }),
    output: z.strictObject({ handed: z.number() }),
    access: ['supervisor'],
    audit: 'always',
  }),
  /** Active accounts that can take records over. */
  'task.colleagues': procedure({
    input: nothing,
    output: z.strictObject({ colleagues: z.array(z.strictObject({ id: uuid, displayName: z.string() })) }),
    access: ['supervisor'],
    audit: 'refused',
  }),
} as const;
