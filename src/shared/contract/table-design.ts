/** Tables that somebody puts together from the dictionary: what is counted, by what, of whom, and with which figure. */
import { z } from 'zod';
import { missingMarkers } from '../dictionary/vocabulary.ts';
import { answerStates } from './answer-states.ts';
import { procedure } from './procedure.ts';
import { language, nothing, path, period, uuid } from './shapes.ts';
import { label, reportFormats, statisticTable, tableCharts, view } from './statistics.ts';

const id = z.string().max(64);

/** A field of a record type, of one of its groups, or of rows that are counted beside those that are stored. */
const field = z.strictObject({ entity: id, field: id });
export type DesignField = z.output<typeof field>;

/** What is counted, and on which day each of it counts. */
const unit = z.discriminatedUnion('by', [
  /** Every row of an entity, on a day of its own or of a row that it stands in. */
  z.strictObject({ by: z.literal('row'), entity: id, day: field }),
  /** Each person once in the period, in the earliest of these rows. */
  z.strictObject({ by: z.literal('person'), entity: id, day: field }),
  /** Persons as standard tables count them: once a year, on the day of the decision or step that counts. */
  z.strictObject({ by: z.literal('rule'), rule: id }),
]);
export type DesignUnit = z.output<typeof unit>;

/**
 * How the answers of a field make lines. value: each code; group: coarser classes of codes, of countries those seen from
 * the own one; kind: of what kind the entry of a reference list is, such as an institution; class: ranges of a number;
 * year, half, month: of a date.
 */
export const breakdowns = ['value', 'group', 'kind', 'class', 'year', 'half', 'month'] as const;
export type Breakdown = (typeof breakdowns)[number];

const dimension = z.strictObject({
  ...field.shape,
  by: z.enum(breakdowns),
  /** Lower bounds of classes, rising, where not those of the dictionary. */
  bounds: z.array(z.number()).min(1).max(30).optional(),
});
export type DesignDimension = z.output<typeof dimension>;

const bound = z.number().nullable();
const day = z.iso.date().nullable();

/** Units fit that fit every filter. A field of rows within the unit fits where one of them does. */
const filter = z.discriminatedUnion('kind', [
  /** Any of these codes, missing markers, or `not_entered`. */
  z.strictObject({ kind: z.literal('codes'), ...field.shape, anyOf: z.array(z.string().max(64)).min(1).max(500) }),
  /** Any field: answered, not entered, or one of the reasons for a missing value. */
  z.strictObject({ kind: z.literal('answer'), ...field.shape, anyOf: z.array(z.enum(answerStates)).min(1).max(8) }),
  /** Number from and to, both included; null: open. */
  z.strictObject({ kind: z.literal('number'), ...field.shape, from: bound, to: bound }),
  /** One of the days that the date may mean lies from and to, both included. */
  z.strictObject({ kind: z.literal('period'), ...field.shape, from: day, to: day }),
]);
export type DesignFilter = z.output<typeof filter>;

/** A number of the unit, or the days between two of its dates; a date known in part stands for the middle of it. */
const quantity = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('number'), ...field.shape }),
  z.strictObject({ from: z.literal('dates'), start: field, end: field }),
]);
export type DesignQuantity = z.output<typeof quantity>;

export const shareBases = ['row', 'column', 'total'] as const;
/** distinct: of rows, how many records or persons they belong to. */
const measure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('count') }),
  z.strictObject({ of: z.literal('percent'), base: z.enum(shareBases) }),
  z.strictObject({ of: z.literal('distinct'), what: z.enum(['record', 'person']) }),
  z.strictObject({ of: z.enum(['sum', 'mean', 'median', 'quartiles']), quantity }),
]);
export type DesignMeasure = z.output<typeof measure>;

export const mostDimensions = 4;
export const mostOfAxis = 2;

export const tableDesign = z
  .strictObject({
    unit,
    /** The second stands within the first. */
    rows: z.array(dimension).max(mostOfAxis),
    columns: z.array(dimension).max(mostOfAxis),
    /** One table for each line of it, and one for all. */
    layer: dimension.nullable(),
    filters: z.array(filter).max(20),
    measure,
    /** How it is drawn; null: as fits. */
    chart: z.enum(tableCharts).nullable(),
  })
  .refine(({ rows, columns, layer }) => rows.length + columns.length + (layer ? 1 : 0) <= mostDimensions);
export type TableDesign = z.output<typeof tableDesign>;

/** What can be chosen: everything that follows from the dictionary, nothing from the records. */
const offer = z.strictObject({
  units: z.array(
    z.strictObject({
      by: z.enum(['row', 'person', 'rule']),
      /** Whose rows are counted; of a rule the entity that its dimensions are reached from. */
      entity: id,
      rule: id.nullable(),
      label,
      /** Dates by which rows can be put into a period; none for a rule, which has its own. */
      days: z.array(field),
      /** Entities whose fields can break down or filter; a field of one of `within` may give several answers. */
      around: z.array(id),
      within: z.array(id),
      /** What distinct counts are possible. */
      distinct: z.array(z.enum(['record', 'person'])),
    }),
  ),
  entities: z.array(
    z.strictObject({
      id,
      label,
      fields: z.array(
        z.strictObject({
          id,
          type: z.enum(['code', 'codes', 'date', 'number', 'text']),
          label,
          /** Section of the form; null for rows that only tables count. */
          section: label.nullable(),
          /** Code list or reference list of its codes. */
          list: z.string().nullable(),
          /** Codes that stand in no list. */
          codes: z.array(z.strictObject({ code: z.string(), label })),
          /** Ways to break down by it; none where it only filters. */
          by: z.array(z.enum(breakdowns)),
          bounds: z.array(z.number()),
          missing: z.array(z.enum(missingMarkers)),
        }),
      ),
    }),
  ),
});
export type DesignOffer = z.output<typeof offer>;

const name = z.string().trim().min(1).max(80);

const savedDesign = z.strictObject({
  id: uuid,
  name: z.string(),
  shared: z.boolean(),
  /** Part of the yearly summary. */
  inReport: z.boolean(),
  /** Of this account; of the others only shared ones are seen. */
  own: z.boolean(),
  owner: z.string(),
  design: tableDesign,
});

const everybody = ['supervisor', 'analyst', 'officer'] as const;

export const designProcedures = {
  'design.offer': procedure({ input: nothing, output: offer, access: everybody, audit: 'never' }),
  /** The table for all first, then one for each line of the layer; the internal view is for supervisor and analyst only. */
  'design.count': procedure({
    input: z.strictObject({ design: tableDesign, period, view, name: name.nullable() }),
    output: z.strictObject({ tables: z.array(statisticTable) }),
    access: everybody,
    audit: 'always',
  }),
  'design.list': procedure({
    input: nothing,
    output: z.strictObject({ designs: z.array(savedDesign) }),
    access: everybody,
    audit: 'refused',
  }),
  /** A design of the same name and account is replaced; it stays shared, and in the summary, if it was. */
  'design.save': procedure({
    input: z.strictObject({ name, design: tableDesign }),
    output: z.strictObject({ id: uuid }),
    access: everybody,
    audit: 'refused',
  }),
  /** Own designs; a supervisor also takes away what others have shared. */
  'design.remove': procedure({
    input: z.strictObject({ id: uuid }),
    output: nothing,
    access: everybody,
    audit: 'refused',
  }),
  /** What stands in the yearly summary is shared. */
  'design.share': procedure({
    input: z
      .strictObject({ id: uuid, shared: z.boolean(), inReport: z.boolean() })
      .refine(({ shared, inReport }) => shared || !inReport),
    output: nothing,
    access: ['supervisor', 'analyst'],
    audit: 'always',
  }),
  /** Own designs; another own design must not have the name. */
  'design.rename': procedure({
    input: z.strictObject({ id: uuid, name }),
    output: nothing,
    access: everybody,
    audit: 'refused',
  }),
  /** The tables of a design as a print or as a file for other programs. */
  'design.write': procedure({
    input: z.strictObject({
      design: tableDesign,
      period,
      view,
      name: name.nullable(),
      language,
      format: z.enum(reportFormats),
      file: path,
    }),
    output: z.strictObject({ file: path, digest: z.string(), pages: z.number().nullable() }),
    access: everybody,
    audit: 'always',
  }),
} as const;
