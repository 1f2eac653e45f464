/** Answers questions about tables from columns in memory that follow the register. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { createTables, type TableQuestion } from '#shared/statistics/compute-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { type ContentChoice, createLiveStore, type LiveStore } from './counted-records.ts';

export interface TableAnswer {
  readonly tables: readonly TableBody[];
  /** Newest change the tables reflect. */
  readonly changeNumber: number;
}

export interface TableSource {
  answer(question: TableQuestion): TableAnswer;
}

/** Opens the columns of a register; nothing is read before the first question. */
export function createTableSource(
  database: RegisterDatabase,
  kind: RegisterKind,
  choice: ContentChoice = 'counted',
): TableSource {
  interface Open {
    readonly live: LiveStore;
    readonly tables: ReturnType<typeof createTables>;
  }
  const open = new Map<string, Open>();
  const openFor = (entity: string): Open => {
    const known = open.get(entity);
    if (known) return known;
    const live = createLiveStore(database, kind, entity, choice);
    const made = { live, tables: createTables(kind, live.store) };
    open.set(entity, made);
    return made;
  };
  return {
    answer(question) {
      const { live, tables } = openFor(findStatistic(kind, question.id).entity);
      const changeNumber = live.catchUp();
      return { tables: tables(question), changeNumber };
    },
  };
}
