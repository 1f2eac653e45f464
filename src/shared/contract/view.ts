/** Views of a record list under a name: private to an account, or shared by a supervisor inside the register. */
import { z } from 'zod';
import { listView } from './list-query.ts';
import { procedure } from './procedure.ts';
import { nothing, uuid } from './shapes.ts';

const entity = z.string().max(64);

const savedView = z.strictObject({
  id: uuid,
  name: z.string(),
  shared: z.boolean(),
  /** Of this account; of the others only shared ones are seen. */
  own: z.boolean(),
  owner: z.string(),
  view: listView,
});

export const viewProcedures = {
  'view.list': procedure({
    input: z.strictObject({ entity }),
    output: z.strictObject({ views: z.array(savedView) }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** A view of the same name and account is replaced. */
  'view.save': procedure({
    input: z.strictObject({ entity, name: z.string().trim().min(1).max(80), view: listView }),
    output: z.strictObject({ id: uuid }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Own views; a supervisor also takes away what others have shared. */
  'view.remove': procedure({
    input: z.strictObject({ id: uuid }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  'view.share': procedure({
    input: z.strictObject({ id: uuid, shared: z.boolean() }),
    output: nothing,
    access: ['supervisor'],
    audit: 'always',
  }),
} as const;
