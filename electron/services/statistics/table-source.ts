/** Answers questions about tables from columns in memory that follow the register. */
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { createTables, type TableQuestion } from '#shared/statistics/compute-tables.ts';
import { createDesigner, type DesignQuestion } from '#shared/statistics/design/compute-design.ts';
import { recordTypeOf } from '#shared/statistics/design/select-units.ts';
import type { LiveStores } from './counted-records.ts';

export interface TableAnswer {
  readonly tables: readonly TableBody[];
  /** Newest change the tables reflect. */
  readonly changeNumber: number;
}

export interface TableSource {
  answer(question: TableQuestion): TableAnswer;
  /** Tables of a design that has been checked against the dictionary. */
  design(question: DesignQuestion): TableAnswer;
}

/** Tables over the columns of a register; nothing is read before the first question. */
export function createTableSource(stores: LiveStores, kind: RegisterKind): TableSource {
  const made = new Map<string, ReturnType<typeof createTables>>();
  const designers = new Map<string, ReturnType<typeof createDesigner>>();
  return {
    answer(question) {
      const { entity } = findStatistic(kind, question.id);
      const live = stores(entity);
      const tables = made.get(entity) ?? createTables(kind, live.store);
      made.set(entity, tables);
      const changeNumber = live.catchUp();
      return { tables: tables(question), changeNumber };
    },
    design(question) {
      const register = registerOf(kind);
      const entity = recordTypeOf(register, question.design.unit);
      const live = stores(entity);
      const tables = designers.get(entity) ?? createDesigner(register, live.store);
      designers.set(entity, tables);
      const changeNumber = live.catchUp();
      return { tables: tables(question), changeNumber };
    },
  };
}
