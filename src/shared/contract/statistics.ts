import { z } from 'zod';
import { registerKinds } from '../dictionary/vocabulary.ts';
import { procedure } from './procedure.ts';
import { language, nothing, path, period, timestamp } from './shapes.ts';

/**
 * Text key and parameters; whoever shows the table translates. `code` labels come from the code list, those of reference
 * lists from the names that stand beside the code.
 */
const plainLabel = z.union([
  z.strictObject({ list: z.string(), code: z.string(), names: z.record(z.string(), z.string()).optional() }),
  z.strictObject({ text: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
]);
export type PlainLabel = z.output<typeof plainLabel>;

/** within: a line within another; by: what a table is broken down by; is: a field and its answers. */
const joins = ['within', 'by', 'is'] as const;
export const label = z.union([plainLabel, z.strictObject({ all: z.array(plainLabel), join: z.enum(joins) })]);
export type Label = z.output<typeof label>;

export const view = z.enum(['internal', 'public']);

/** Who asks for a table: questionnaires and strategies, texts tables:serves.<name>. */
export const demands = ['glotip', 'eurostat', 'greta', 'sdg', 'ctdc', 'strategy'] as const;
export type Demand = (typeof demands)[number];

/** bars: one column; stacked: several; lines: the rows are years; funnel: each row a part of the one above; flow: from row to column. */
export const chartKinds = ['bars', 'stacked', 'lines', 'funnel', 'flow'] as const;
export type ChartKind = (typeof chartKinds)[number];
/** none: nobody wants one. */
export const tableCharts = [...chartKinds, 'none'] as const;
export type TableChart = (typeof tableCharts)[number];

/** What the figures of a column are, where they are no counts. `rate`: per 100,000 inhabitants. */
export const figures = [
  'years',
  'months',
  'days',
  'euro',
  'percent',
  'number',
  'rate',
  'mean',
  'change',
  'changePercent',
] as const;

/** The rule by which the public view would hide a figure. */
const hidingReason = z.enum(['threshold', 'concentration', 'dominance', 'complementary']);

export const cell = z.strictObject({
  /** null: hidden (public view), or no figure where `empty`. */
  count: z.number().nullable(),
  /** Nothing that a mean, a median or a share could be taken of. */
  empty: z.literal(true).optional(),
  /** Internal view: this cell would be hidden in public, and by which rule. */
  hiddenInPublic: hidingReason.optional(),
});

const lineKind = z.enum(['value', 'unknown', 'subtotal', 'total']);

/** What is said of a table that somebody designed. */
export const designed = z.strictObject({
  title: label,
  rows: label,
  columns: label,
  unit: label,
  measure: label,
  filters: z.array(label),
  /** The line of the layer that this table is of; null: all of them, or none was asked for. */
  layer: z.strictObject({ key: z.string(), dimension: label, line: label }).nullable(),
  /** Percent of the values that rest on a date known in part; null where there are no dates, or not shown. */
  imputed: z.number().nullable(),
});

export const statisticTable = z.strictObject({
  register: z.enum(registerKinds),
  /** Catalogue id such as T15; `part` where one id gives several tables (T16: main form, every form). */
  id: z.string(),
  part: z.string().nullable(),
  /** Record type whose records a number opens; null where it counts nothing that stands in records. */
  entity: z.string().nullable(),
  definitionVersion: z.string(),
  period: z.strictObject({ from: z.string(), to: z.string(), text: z.string() }),
  view,
  threshold: z.number(),
  /** Public view of a register that rounds: every count is a multiple of the base and none is hidden. */
  rounded: z
    .strictObject({
      base: z.number(),
      /** False where no multiples were found that add up, and each count was rounded by itself. */
      addsUp: z.boolean(),
    })
    .optional(),
  unit: z.string(),
  /** Reports and questionnaires that ask for it. */
  serves: z.array(z.enum(demands)),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label,
      kind: lineKind,
      /** Stands outside of what the table is about, so that it adds up to everybody: no chart draws it. */
      aside: z.literal(true).optional(),
    }),
  ),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      label,
      kind: lineKind,
      /** What the figures of the column are, where they are no counts. */
      figure: z.enum(figures).optional(),
    }),
  ),
  chart: z.enum(tableCharts),
  /** Key of the column that is drawn where only one is. */
  drawn: z.string(),
  /** cells[row][column] */
  cells: z.array(z.array(cell)),
  /** Internal view, where it was not to wait: what the public one would hide is still worked out, see statistics.marks. */
  marks: z.literal('pending').optional(),
  /** Percent of the grand total per row, one decimal; from protected counts in public view. */
  percent: z.array(z.number().nullable()).nullable(),
  /** Key of the column whose shares of its total the percentages are; absent where there are none. */
  percentOf: z.string().optional(),
  /** What a reader has to know of this very table: where its population comes from, or why figures are missing. */
  remarks: z.array(label).optional(),
  /** Sums of a multiple-answer table exceed the number of persons. */
  sumsExceedTotal: z.boolean(),
  /** False where its rows or columns count different things, so that no single number says how many there are. */
  countsOneThing: z.boolean(),
  population: z.strictObject({
    /** Units counted; hidden like a cell in public view, and null where the table counts several things. */
    counted: z.number().nullable(),
    /**
     * Records that the population was drawn from: completed, verified, returned with their last completed revision. Null
     * in the public view, as are the drafts: beside hidden cells they would tell how many persons a small register has.
     */
    records: z.number().nullable(),
    draftsLeftOut: z.number().nullable(),
    /** Share of counted units whose row or column is unknown, per dimension; null where hidden. */
    unknown: z.array(z.strictObject({ dimension: z.string(), count: z.number().nullable() })),
  }),
  /** Of a table that somebody designed: what is said of it where the catalogue has no text, and how it was made. */
  designed: designed.optional(),
  changeNumber: z.number(),
  seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  extractedAt: timestamp,
  training: z.boolean(),
  /** First 16 hex digits of SHA-256 over the canonical JSON of definition, period, view and cells. */
  digest: z.string(),
});
export type StatisticTable = z.output<typeof statisticTable>;

/** A print, and files for other programs. */
export const reportFormats = ['pdf', 'xlsx', 'json', 'csv'] as const;

/** later: the internal view comes at once, its marks by themselves. Nobody else gets a table without them. */
const marks = z.literal('later').optional();

/** A count of a table: where it stands. */
const countOfTable = { part: z.string().max(32).nullable(), row: z.string().max(64), column: z.string().max(64) };

export const statisticsProcedures = {
  'statistics.list': procedure({
    input: nothing,
    output: z.strictObject({
      statistics: z.array(
        z.strictObject({
          register: z.enum(registerKinds),
          id: z.string(),
          parts: z.array(z.string()),
          /** Its counts have a trend; derived tables are made of such already. */
          hasTrend: z.boolean(),
        }),
      ),
    }),
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'never',
  }),
  /** All parts of one standard table; the internal view is open to supervisor and analyst only. */
  'statistics.table': procedure({
    input: z.strictObject({ id: z.string().max(16), period, view, marks }),
    output: z.strictObject({ tables: z.array(statisticTable) }),
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'always',
  }),
  /**
   * What the public view would hide of tables that came without their marks, once that is known. No figure is in it, and
   * the tables themselves have been audited.
   */
  'statistics.marks': procedure({
    input: z.strictObject({
      id: z.string().max(16),
      period,
      /** Of the trend of one count instead of the table. */
      trend: z.strictObject(countOfTable).nullable(),
      /** Change that the tables reflect. */
      changeNumber: z.number(),
    }),
    output: z.strictObject({
      /** Change that the marks belong to: where it is a later one, the tables have to be asked for again. */
      changeNumber: z.number(),
      tables: z.array(
        z.strictObject({
          part: z.string().nullable(),
          /** marks[row][column] */
          marks: z.array(z.array(hidingReason.nullable())),
          /** Of the table with its marks. */
          digest: z.string(),
        }),
      ),
    }),
    access: ['supervisor', 'analyst'],
    audit: 'never',
  }),
  /** One count of a standard table over the five years up to the end of the period; the views are open as above. */
  'statistics.trend': procedure({
    input: z.strictObject({
      id: z.string().max(16),
      ...countOfTable,
      period,
      view,
      marks,
    }),
    output: z.strictObject({
      table: statisticTable,
      /** Whose trend it is: the table, and its row and column in words. */
      of: z.strictObject({ id: z.string(), part: z.string().nullable(), row: label, column: label }),
    }),
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'always',
  }),
  /** What the program holds in memory to count tables from. */
  'statistics.held': procedure({
    input: nothing,
    output: z.strictObject({ records: z.number(), drafts: z.number(), bytes: z.number() }),
    access: ['administrator', 'supervisor'],
    audit: 'never',
  }),
  'report.write': procedure({
    input: z.strictObject({
      id: z.string().max(16),
      period,
      view,
      language,
      format: z.enum(reportFormats),
      file: path,
    }),
    output: z.strictObject({ file: path, digest: z.string(), pages: z.number().nullable() }),
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'always',
  }),
  /** The data dictionary of this register as a print. */
  'dictionary.print': procedure({
    input: z.strictObject({ language, file: path }),
    output: z.strictObject({ file: path, pages: z.number() }),
    access: 'signed-in',
    audit: 'always',
  }),
} as const;
