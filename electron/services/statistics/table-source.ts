/** Answers questions about tables from columns in memory that follow the register. */
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { findDerived } from '#shared/statistics/catalogue/offered.ts';
import { createTables, type TableQuestion } from '#shared/statistics/compute-tables.ts';
import {
  deriveTables,
  deriveTrend,
  type TrendAnswer as Trend,
  type TrendQuestion,
} from '#shared/statistics/derived/derive-tables.ts';
import { createDesigner, type DesignQuestion } from '#shared/statistics/design/compute-design.ts';
import { recordTypeOf } from '#shared/statistics/design/select-units.ts';
import type { LiveStores } from './counted-records.ts';
import { createDerivedSources, type RegisterFactsSource } from './derived-sources.ts';

interface Answered {
  /** Newest change the tables reflect. */
  readonly changeNumber: number;
}

export interface TableAnswer extends Answered {
  readonly tables: readonly TableBody[];
}

export type TrendAnswer = Answered & Trend;

export interface TableSource {
  answer(question: TableQuestion): TableAnswer;
  /** One count over five years. */
  trend(question: TrendQuestion): TrendAnswer;
  /** Tables of a design that has been checked against the dictionary. */
  design(question: DesignQuestion): TableAnswer;
}

/** Tables over the columns of a register; nothing is read before the first question. */
export function createTableSource(stores: LiveStores, kind: RegisterKind, facts: RegisterFactsSource): TableSource {
  const made = new Map<string, ReturnType<typeof createTables>>();
  const designers = new Map<string, ReturnType<typeof createDesigner>>();
  const tablesOf = (question: TableQuestion): TableAnswer => {
    const { entity } = findStatistic(kind, question.id);
    const live = stores(entity);
    const tables = made.get(entity) ?? createTables(kind, live.store);
    made.set(entity, tables);
    const changeNumber = live.catchUp();
    return { tables: tables(question), changeNumber };
  };
  const { sourcesFor, follow } = createDerivedSources({ stores, kind, facts, tablesOf });
  return {
    answer(question) {
      const derived = findDerived(kind, question.id);
      if (!derived) return tablesOf(question);
      return facts.inOneState(() => {
        const changeNumber = follow();
        return { tables: deriveTables(derived, question, sourcesFor), changeNumber };
      });
    },
    trend: (question) =>
      facts.inOneState(() => {
        const changeNumber = follow();
        return { ...deriveTrend(question, sourcesFor), changeNumber };
      }),
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
