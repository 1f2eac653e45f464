/** The one search box and likely same persons; names are found through the index that the vault key opens. */
import { z } from 'zod';
import { likenessReasons } from '../names/likeness.ts';
import { nameFits } from '../names/typed-search.ts';
import { procedure } from './procedure.ts';
import { recordMeta } from './record.ts';
import { uuid, values } from './shapes.ts';

/** How far the index of names is. Nobody is told that there is nobody while it is still being built. */
const indexState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready') }),
  z.strictObject({ state: z.literal('building'), done: z.number(), total: z.number() }),
  /** This account holds no vault key. */
  z.strictObject({ state: z.literal('closed') }),
]);
export type NameIndexState = z.output<typeof indexState>;

/** null where the account may not see the identity: then only code, birth year and the reason are known. */
const shownName = z.strictObject({ given: z.string(), family: z.string() }).nullable();

export const searchProcedures = {
  /** Records by code or number, by texts outside the vault, and by name. */
  'search.find': procedure({
    input: z.strictObject({ text: z.string().trim().min(1).max(200), limit: z.number().int().min(1).max(20) }),
    output: z.strictObject({
      codes: z.array(recordMeta),
      texts: z.strictObject({ hits: z.array(recordMeta), hasMore: z.boolean() }),
      names: z.strictObject({
        index: indexState,
        hits: z.array(
          z.strictObject({
            meta: recordMeta,
            fit: z.enum(nameFits),
            birthYear: z.number().nullable(),
            name: shownName,
          }),
        ),
        hasMore: z.boolean(),
      }),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** Persons who are likely the one whose identity is being typed into a record. Nothing follows from it by itself. */
  'person.likely': procedure({
    input: z.strictObject({
      recordId: uuid,
      /** The row that is the person, where the record is about several. */
      row: uuid.optional(),
      /** Values of the vault, of that person, as they stand in the form. */
      identity: values,
      sex: z.string().max(64).nullable(),
      citizenship: z.array(z.string().max(64)).max(20),
    }),
    output: z.strictObject({
      index: indexState,
      persons: z.array(
        z.strictObject({
          recordId: uuid,
          /** The record, or the row of it that is the person. */
          person: uuid,
          code: z.string().nullable(),
          number: z.number().nullable(),
          birthYear: z.number().nullable(),
          name: shownName,
          score: z.number(),
          reasons: z.array(z.enum(likenessReasons)),
        }),
      ),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** Which of some free texts of a record name a person of the register (R48). */
  'text.names': procedure({
    input: z.strictObject({ recordId: uuid, texts: z.array(z.string().max(20_000)).max(100) }),
    output: z.strictObject({ index: indexState, named: z.array(z.string()) }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** Other records that have a person under this code among their rows. */
  'person.others': procedure({
    input: z.strictObject({ recordId: uuid, code: z.string().max(40) }),
    output: z.strictObject({
      others: z.array(z.strictObject({ recordId: uuid, code: z.string().nullable(), number: z.number().nullable() })),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
} as const;
