/** Answers, over the columns of the register, whether tables may be released beside those that were before. */

import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { isDesignable } from '#shared/statistics/design/check-design.ts';
import { tableOfDesign } from '#shared/statistics/design/counted-design.ts';
import { recordTypeOf } from '#shared/statistics/design/select-units.ts';
import { tableOfPart } from '#shared/statistics/disclosure/differencing/counted-table.ts';
import { type GuardSources, guardReleases } from '#shared/statistics/disclosure/differencing/guard-releases.ts';
import type {
  ReleaseBetrayal,
  ReleasedTable,
  ReleaseQuestion,
} from '#shared/statistics/disclosure/differencing/released-table.ts';
import { standInsOf } from '#shared/statistics/disclosure/differencing/stand-ins.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { revokedDecisions } from '#shared/statistics/revoked-decisions.ts';
import type { LiveStores } from './counted-records.ts';
import type { TableSource } from './table-source.ts';
import { loadSolver } from './whole-numbers.ts';

export interface ReleaseAnswer {
  readonly betrayals: readonly ReleaseBetrayal[];
  readonly changeNumber: number;
}

export interface ReleaseGuard {
  answer(question: ReleaseQuestion): Promise<ReleaseAnswer>;
  /** Units counted in a period whose decision was revoked later; null where the register knows no such decision. */
  revoked(question: { readonly period: string }): { readonly count: number | null; readonly changeNumber: number };
}

/** What is not decided by then is refused. */
const longestMs = 20_000;

export function createReleaseGuard(stores: LiveStores, kind: RegisterKind, tables: TableSource): ReleaseGuard {
  return {
    async answer(question) {
      const open = await loadSolver();
      const end = performance.now() + longestMs;
      const changes: number[] = [];
      const entities = new Set(statisticsOf(kind).map(({ entity }) => entity));
      for (const { designed } of [...question.earlier, ...question.later]) {
        if (designed && isDesignable(registerOf(kind), designed.design)) {
          entities.add(recordTypeOf(registerOf(kind), designed.design.unit));
        }
      }
      for (const entity of entities) changes.push(stores(entity).catchUp());
      const today = new Map<ReleasedTable, ReleasedTable['shown']>();
      const sources: GuardSources = {
        standIns: (table) => standInsOf(kind, table),
        place: (table) => place(stores, kind, table),
        today: (table) => {
          const shown = today.get(table) ?? shownToday(tables, table);
          today.set(table, shown);
          return shown;
        },
      };
      const betrayals = guardReleases(question, sources, { open, left: () => end - performance.now() });
      return { betrayals, changeNumber: Math.max(...changes) };
    },
    revoked({ period }) {
      const entity = statisticsOf(kind)[0]?.entity;
      if (entity === undefined) throw new Error(`${kind} has no statistics`);
      const live = stores(entity);
      const changeNumber = live.catchUp();
      return { count: revokedDecisions(kind, live.store, parsePeriod(period)), changeNumber };
    },
  };
}

/** Over which units a table is counted; null where the program of today knows none of that name. */
function place(stores: LiveStores, kind: RegisterKind, table: ReleasedTable): ReturnType<GuardSources['place']> {
  if (table.designed) {
    const { design, layer } = table.designed;
    const register = registerOf(kind);
    if (!isDesignable(register, design)) return null;
    const { store } = stores(recordTypeOf(register, design.unit));
    return { store, counted: tableOfDesign(register, store, { ...table, design, layer }) };
  }
  const statistic = statisticsOf(kind).find(({ id }) => id === table.id);
  const part = statistic?.parts.find((each) => each.part === table.part);
  if (!statistic || !part) return null;
  const { store } = stores(statistic.entity);
  return { store, counted: tableOfPart(store, part, parsePeriod(table.period)) };
}

function shownToday(tables: TableSource, { id, part, period, threshold, rows, columns, designed }: ReleasedTable) {
  const all = designed
    ? tables.design({ design: designed.design, period, view: 'public', threshold, name: null }).tables
    : tables.answer({ id, period, view: 'public', threshold }).tables;
  const today = all.find((table) => table.part === part);
  if (!today) return [];
  const rowKeys = today.rows.map(({ key }) => key);
  const columnKeys = today.columns.map(({ key }) => key);
  return rows.map((row) =>
    columns.map((column) => today.cells[rowKeys.indexOf(row)]?.[columnKeys.indexOf(column)]?.count ?? null),
  );
}
