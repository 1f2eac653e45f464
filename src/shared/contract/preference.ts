/** What an account has set up for itself in this register; it goes wherever the register is opened. */
import { z } from 'zod';
import { listView } from './list-query.ts';
import { procedure } from './procedure.ts';
import { nothing } from './shapes.ts';

/** Fields and tables of fields, named by their record type. */
const fieldKeys = z.array(z.string().max(140)).max(2_000);

/** Every preference by name. One more is one more line here; a stored value that fits no longer counts as not set. */
export const preferences = {
  /** How each record list was last looked at, by record type. */
  'list.views': z.record(z.string().max(64), listView),
  /** Records are typed from paper by numbers. */
  'entry.speedMode': z.boolean(),
  /** What was taken over from the record before, to be proposed again. */
  'entry.copied': fieldKeys,
  /** What was left out of a second pass, to be left out again. */
  'entry.secondPassLeftOut': fieldKeys,
} as const;
export type PreferenceName = keyof typeof preferences;

const preferenceValues = z.strictObject(preferences).partial();

export const preferenceProcedures = {
  'preference.get': procedure({
    input: nothing,
    output: z.strictObject({ values: preferenceValues }),
    access: 'signed-in',
    audit: 'never',
  }),
  /** Sets the preferences named; the others stay. */
  'preference.set': procedure({
    input: z.strictObject({ values: preferenceValues }),
    output: nothing,
    access: 'signed-in',
    audit: 'never',
  }),
} as const;
