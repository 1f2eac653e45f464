/** Invented registrations in columns, and the tables over them by their keys. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { derive } from '#shared/dictionary/registers/victims/derivations.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { aCase, context, type Row } from '../../justice/a-case.ts';
import { entry } from '../justice/counted-cases.ts';

/** Types of the institutions that register in these tests; of any other none is known. */
const institutions = new Map([
  ['I-1', 'police'],
  ['I-2', 'ngo'],
  ['I-3', 'social_work_centre'],
]);

/** Takes in a registration as the program stores it, under a number of its own. */
export function takeIn(store: ColumnStore, answers: Row, number: number): void {
  const { values, groups } = derive(aCase(answers, { entity: store.entity }), context);
  store.apply({ id: `record ${number}`, content: { values, groups }, isDraft: false, entry });
}

export function storeOf(registrations: readonly Row[], entity = 'victim'): ColumnStore {
  const store = new ColumnStore(victims, entity, 'XKX');
  store.setKinds('INST', institutions);
  registrations.forEach((answers, index) => {
    takeIn(store, answers, index + 1);
  });
  return store;
}

type View = StatisticTable['view'];

/** Tables of a store: every table of a statistic by its part; the empty name where there is only one. */
export function tablesOver(store: ColumnStore) {
  const tables = createTables('victims', store);
  return (id: string, period = '2025', view: View = 'internal') =>
    new Map(tables({ id, period, view, threshold: 5 }).map((table) => [table.part ?? '', table]));
}
