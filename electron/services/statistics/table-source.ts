/** Answers questions about tables from columns in memory that follow the register. */
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic, statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { findDerived } from '#shared/statistics/catalogue/offered.ts';
import { createTables, type TableQuestion } from '#shared/statistics/compute-tables.ts';
import {
  deriveTables,
  deriveTrend,
  type TrendAnswer as Trend,
  type TrendQuestion,
} from '#shared/statistics/derived/derive-tables.ts';
import { createDesigner, type DesignQuestion, type KnownGroups } from '#shared/statistics/design/compute-design.ts';
import { recordTypeOf } from '#shared/statistics/design/select-units.ts';
import type { Steps } from '#shared/statistics/disclosure/steps.ts';
import { type RoundedGroups, roundedGroups } from '#shared/statistics/rounded-groups.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
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
  /** Protects step by step what the answer to a question needs, letting others through: it comes quickly afterwards. */
  protect(question: TableQuestion | TrendQuestion): Promise<Answered & { readonly value: null }>;
  /** Tables of a design that has been checked against the dictionary. */
  design(question: DesignQuestion): TableAnswer;
}

/** Tables over the columns of a register; nothing is read before the first question. */
export function createTableSource(
  stores: LiveStores,
  kind: RegisterKind,
  facts: RegisterFactsSource,
  breath: () => Promise<void>,
): TableSource {
  const made = new Map<string, ReturnType<typeof createTables>>();
  /** Steps under way, by what is protected: who asks for the same waits for them. */
  const protecting = new Map<string, Promise<void>>();
  const designers = new Map<string, ReturnType<typeof createDesigner>>();
  const opened = (id: string) => {
    const { entity } = findStatistic(kind, id);
    const live = stores(entity);
    const tables = made.get(entity) ?? createTables(kind, live.store);
    made.set(entity, tables);
    return { entity, tables, changeNumber: live.catchUp() };
  };
  /** Questions whose tables came without their marks. */
  const unmarked: TableQuestion[] = [];
  const tablesOf = (question: TableQuestion): TableAnswer => {
    const { tables, changeNumber } = opened(question.id);
    const found = tables(question);
    if (found.some(({ marks }) => marks === 'pending')) unmarked.push(question);
    return { tables: found, changeNumber };
  };
  const protectOne = async (question: TableQuestion): Promise<void> => {
    const { entity, tables } = opened(question.id);
    const { period, threshold, rounding } = question;
    const key = JSON.stringify([entity, period, threshold, rounding]);
    const running = protecting.get(key) ?? inSteps(tables.protect(question), breath);
    protecting.set(key, running);
    await running.finally(() => protecting.delete(key));
  };
  /** What the standard tables over a record type say of groups of units, known until a record changes. */
  const groupsOf = (store: ColumnStore, entity: string): KnownGroups => {
    let known: { readonly key: string; readonly groups: RoundedGroups } | null = null;
    return ({ period, threshold, base: rounding }) => {
      const key = `${period} ${threshold} ${rounding} ${store.version}`;
      if (known?.key === key) return known.groups;
      const ids = statisticsOf(kind).flatMap((statistic) => (statistic.entity === entity ? statistic.id : []));
      const tables = ids.flatMap((id) => tablesOf({ id, period, view: 'public', threshold, rounding }).tables);
      known = { key, groups: roundedGroups(kind, store, period, tables) };
      return known.groups;
    };
  };
  const { sourcesFor, follow } = createDerivedSources({ stores, kind, facts, tablesOf });
  const answer: TableSource['answer'] = (question) => {
    const derived = findDerived(kind, question.id);
    if (!derived) return tablesOf(question);
    return facts.inOneState(() => {
      const changeNumber = follow();
      return { tables: deriveTables(derived, question, sourcesFor), changeNumber };
    });
  };
  const trend: TableSource['trend'] = (question) =>
    facts.inOneState(() => {
      const changeNumber = follow();
      return { ...deriveTrend(question, sourcesFor), changeNumber };
    });
  return {
    answer,
    trend,
    async protect(question) {
      // Which tables a question takes, over which periods, is seen from a quick answer to it.
      const asked = { ...question, view: 'internal', rounding: 0, marks: 'later' } as const;
      unmarked.length = 0;
      const { changeNumber } = 'row' in asked ? trend(asked) : answer(asked);
      const { rounding } = question;
      for (const each of [...unmarked]) await protectOne({ ...each, rounding });
      return { value: null, changeNumber };
    },
    design(question) {
      const register = registerOf(kind);
      const entity = recordTypeOf(register, question.design.unit);
      const live = stores(entity);
      const tables = designers.get(entity) ?? createDesigner(register, live.store, groupsOf(live.store, entity));
      designers.set(entity, tables);
      const changeNumber = live.catchUp();
      return { tables: tables(question), changeNumber };
    },
  };
}

/** So long nobody notices that somebody else's question is at work. */
const stepsForMs = 15;

async function inSteps(steps: Steps<void>, breath: () => Promise<void>): Promise<void> {
  let since = performance.now();
  while (!steps.next().done) {
    if (performance.now() - since < stepsForMs) continue;
    await breath();
    since = performance.now();
  }
}
