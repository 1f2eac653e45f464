/** Answers questions about tables from columns in memory that follow the register. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { createTables, type TableQuestion } from '#shared/statistics/compute-tables.ts';
import type { LiveStores } from './counted-records.ts';

export interface TableAnswer {
  readonly tables: readonly TableBody[];
  /** Newest change the tables reflect. */
  readonly changeNumber: number;
}

export interface TableSource {
  answer(question: TableQuestion): TableAnswer;
}

/** Tables over the columns of a register; nothing is read before the first question. */
export function createTableSource(stores: LiveStores, kind: RegisterKind): TableSource {
  const made = new Map<string, ReturnType<typeof createTables>>();
  return {
    answer(question) {
      const { entity } = findStatistic(kind, question.id);
      const live = stores(entity);
      const tables = made.get(entity) ?? createTables(kind, live.store);
      made.set(entity, tables);
      const changeNumber = live.catchUp();
      return { tables: tables(question), changeNumber };
    },
  };
}
