/** What was given to the public, as it was: rows are added and marked, never changed or deleted. */

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TableDesign } from '#shared/contract/table-design.ts';

/** True counts of a table when it was published: internal, for the correction sheet. */
export interface CountsBehind {
  readonly name: string;
  readonly definitionVersion: string;
  /** Every cell by row and column, measures as well; null where there was no figure. */
  readonly cells: readonly (readonly (number | null)[])[];
}

export interface FiguresBehind {
  readonly tables: readonly CountsBehind[];
  /** Persons counted in the period whose decision was revoked later; null where the register knows no such decision. */
  readonly revoked: number | null;
  /** What was hidden only because of tables that had gone out before; absent where nothing was. */
  readonly hiddenMore?: readonly HiddenMore[];
}

/** Figures of a table by the keys of their lines. */
export interface HiddenMore {
  readonly name: string;
  readonly cells: readonly (readonly [row: string, column: string])[];
}

/** A design among what was published, so that its tables can be counted, and laid beside others, again. */
export interface DesignBehind {
  /** Id of its tables. */
  readonly id: string;
  readonly design: TableDesign;
  /** Keys of the lines of its layer. */
  readonly layer: readonly string[];
  /** Of a design that shows shares or measures: the counts that a reader could work out of them. null: it shows counts. */
  readonly counts: readonly CountsOfDesign[] | null;
}

export interface CountsOfDesign {
  readonly part: string | null;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly shown: readonly (readonly (number | null)[])[];
}

export const publication = sqliteTable('publication', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  accountId: text('account_id').notNull(),
  kind: text('kind').$type<'summary' | 'table'>().notNull(),
  way: text('way').$type<'published' | 'written' | 'begun'>().notNull(),
  /** Id of the statistic, where it is one. */
  statistic: text('statistic'),
  periodFrom: text('period_from').notNull(),
  periodTo: text('period_to').notNull(),
  periodText: text('period_text').notNull(),
  threshold: integer('threshold').notNull(),
  digest: text('digest').notNull(),
  /** Canonical JSON of what is stated, in the public view and in no language. */
  content: text('content').notNull(),
  figuresBehind: text('figures_behind', { mode: 'json' }).$type<FiguresBehind>().notNull(),
  designs: text('designs', { mode: 'json' }).$type<readonly DesignBehind[]>().notNull(),
  withdrawnAt: text('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
  withdrawnReason: text('withdrawn_reason'),
});

/** The tables of a publication, so that a digest on paper is found and lists need not read what is stated. */
export const publicationTable = sqliteTable(
  'publication_table',
  {
    publicationId: text('publication_id').notNull(),
    position: integer('position').notNull(),
    statistic: text('statistic').notNull(),
    part: text('part'),
    digest: text('digest').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.publicationId, table.position] }),
    index('publication_table_digest').on(table.digest),
  ],
);
