/** Filters that come with a figure: nobody sets one by hand, and each opens exactly the records that the figure counts. */
import { z } from 'zod';
import { type FindingFilter, qualityFilter } from './quality-filter.ts';
import { period } from './shapes.ts';
import { designed, label } from './statistics.ts';
import { tableDesign } from './table-design.ts';

const key = z.string().max(128);

/** Records that stand in one cell of a standard table. The labels say it in words, as the table did. */
export const statisticFilter = z.strictObject({
  kind: z.literal('statistic'),
  id: z.string().max(16),
  part: key.nullable(),
  period,
  row: z.strictObject({ key, label }),
  column: z.strictObject({ key, label }),
});
export type StatisticFilter = z.output<typeof statisticFilter>;

/** Two codes and what stands between them, or a code and the name of a figure. */
const lineOfDesign = z.strictObject({ key: z.string().max(200), label });

/** Records that stand in one cell of a table that somebody designed, or that its mean, sum or share is over. */
export const designFilter = z.strictObject({
  kind: z.literal('design'),
  design: tableDesign,
  period,
  /** Line of the layer; null: all of them, or there is no layer. */
  part: z.string().max(64).nullable(),
  row: lineOfDesign,
  column: lineOfDesign,
  /** As the table said it. */
  said: designed,
});
export type DesignedFigure = z.output<typeof designFilter>;

export const figureFilter = z.discriminatedUnion('kind', [...qualityFilter.options, statisticFilter, designFilter]);
export type FigureFilter = z.output<typeof figureFilter>;
/** What is decided by the content that counts, which is not the stored one while a record is returned for correction. */
export type CountedFilter = Exclude<FigureFilter, FindingFilter>;

const kinds: ReadonlySet<string> = new Set(figureFilter.options.map(({ shape }) => shape.kind.value));

export const isFigureFilter = (filter: { readonly kind: string }): filter is FigureFilter => kinds.has(filter.kind);

export const isCountedFilter = (filter: { readonly kind: string }): filter is CountedFilter =>
  isFigureFilter(filter) && filter.kind !== 'finding';
