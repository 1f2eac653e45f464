/** Answers, over the columns of the register, whether tables may be released beside those that were before. */
import { AppError } from '#shared/contract/errors.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { isDesignable } from '#shared/statistics/design/check-design.ts';
import { tableOfDesign } from '#shared/statistics/design/counted-design.ts';
import { recordTypeOf } from '#shared/statistics/design/select-units.ts';
import { tableOfPart } from '#shared/statistics/disclosure/differencing/counted-table.ts';
import { type GuardStep, guardReleases } from '#shared/statistics/disclosure/differencing/guard-releases.ts';
import type { GuardSources } from '#shared/statistics/disclosure/differencing/related-tables.ts';
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

export interface ReleaseAnswer {
  readonly betrayals: readonly ReleaseBetrayal[];
  readonly changeNumber: number;
}

export interface ReleaseGuard {
  /**
   * Gives way to other questions between its steps, and begins anew where records have changed meanwhile; CANCELLED where
   * it was stopped by its ticket.
   */
  answer(question: GuardQuestion, onProgress?: (step: GuardStep) => void): Promise<ReleaseAnswer>;
  stop(question: { readonly ticket: string }): { readonly value: null; readonly changeNumber: number };
  /** Units counted in a period whose decision was revoked later; null where the register knows no such decision. */
  revoked(question: { readonly period: string }): { readonly count: number | null; readonly changeNumber: number };
}

export interface GuardQuestion extends ReleaseQuestion {
  /** Names the question for who wants to stop it. */
  readonly ticket: string;
}

/** After so many beginnings it gives way no more: somebody is typing all the time. */
const mostBeginnings = 3;

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createReleaseGuard(stores: LiveStores, kind: RegisterKind, tables: TableSource): ReleaseGuard {
  const stopped = new Set<string>();
  const catchUp = (question: ReleaseQuestion): number => {
    const entities = new Set(statisticsOf(kind).map(({ entity }) => entity));
    for (const { designed } of [...question.earlier, ...question.later]) {
      if (designed && isDesignable(registerOf(kind), designed.design)) {
        entities.add(recordTypeOf(registerOf(kind), designed.design.unit));
      }
    }
    return Math.max(...[...entities].map((entity) => stores(entity).catchUp()));
  };
  const versions = (): string =>
    stores
      .opened()
      .map(({ store }) => store.version)
      .join();
  const begin = (question: ReleaseQuestion): ReturnType<typeof guardReleases> => {
    const today = new Map<ReleasedTable, ReleasedTable['shown']>();
    return guardReleases(question, {
      standIns: (table) => standInsOf(kind, table),
      place: (table) => place(stores, kind, table),
      today: (table) => {
        const shown = today.get(table) ?? shownToday(tables, table);
        today.set(table, shown);
        return shown;
      },
    });
  };
  /** null where records changed meanwhile. */
  const tryOnce = async (
    question: GuardQuestion,
    givesWay: boolean,
    onProgress: (step: GuardStep) => void,
  ): Promise<readonly ReleaseBetrayal[] | null> => {
    const steps = begin(question);
    let before = versions();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      onProgress(step.value);
      if (!givesWay) continue;
      // Reading the tables of today may have opened a store, which changes nothing.
      const opened = versions();
      if (!opened.startsWith(before)) return null;
      before = opened;
      await breath();
      if (stopped.delete(question.ticket)) throw new AppError('CANCELLED');
      if (versions() !== before) return null;
    }
  };

  return {
    async answer(question, onProgress = () => undefined) {
      for (let beginning = 1; ; beginning++) {
        const changeNumber = catchUp(question);
        const betrayals = await tryOnce(question, beginning < mostBeginnings, onProgress);
        if (betrayals) return { betrayals, changeNumber };
      }
    },
    stop({ ticket }) {
      stopped.add(ticket);
      return { value: null, changeNumber: Number.MAX_SAFE_INTEGER };
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
