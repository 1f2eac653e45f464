/**
 * Whom tables count: a person once per calendar year, at the earliest decision that begins to count a trafficking.
 * Registrations of the same trafficking by several bodies are one trafficking; only its first decision counts.
 */
import { isoDay } from '../records/partial-date.ts';
import { firstCode } from './store/codebook.ts';
import { isDay } from './store/column.ts';
import type { ColumnStore } from './store/column-store.ts';

/** Status whose first decision counts a person. */
export const stages = ['formally_identified', 'presumed'] as const;
export type Stage = (typeof stages)[number];

/** Row of the registration that carries a counted decision, and the day of the decision; parallel arrays. */
export interface CountedDecisions {
  readonly rows: Int32Array;
  readonly days: Int32Array;
}

interface Decision {
  readonly row: number;
  readonly day: number;
}

const never = 2_147_483_647;

/** Worked out once for all tables, until a record changes. */
const known = new WeakMap<ColumnStore, { readonly version: number; readonly of: Map<Stage, CountedDecisions> }>();

/** Every counted decision of one stage, over all years. */
export function countedDecisions(store: ColumnStore, stage: Stage): CountedDecisions {
  const found = known.get(store);
  const of = found?.version === store.version ? found.of : new Map<Stage, CountedDecisions>();
  if (of !== found?.of) known.set(store, { version: store.version, of });
  const counted = of.get(stage) ?? decide(store, stage);
  of.set(stage, counted);
  return counted;
}

function decide(store: ColumnStore, stage: Stage): CountedDecisions {
  const firstDay = firstDecisionDays(store, stage);
  const rows: number[] = [];
  const days: number[] = [];
  const counted = ({ row, day }: Decision): void => {
    rows.push(row);
    days.push(day);
  };
  for (const registrations of personsOf(store)) {
    const [only] = registrations;
    if (registrations.length === 1 && only !== undefined) {
      const day = firstDay[only] as number;
      if (day !== never) counted({ row: only, day });
    } else oncePerYear(firstOfTraffickings(store, registrations, firstDay)).forEach(counted);
  }
  return { rows: Int32Array.from(rows), days: Int32Array.from(days) };
}

/** First decision of the stage in each registration. */
function firstDecisionDays(store: ColumnStore, stage: Stage): Int32Array {
  const status = store.code('status_decision', 'status');
  const wanted = status.codebook.numberOf(stage);
  const date = store.date('status_decision', 'status_date');
  const { start, count } = store.groupRows('status_decision');
  const firstDay = new Int32Array(store.rowCount).fill(never);
  for (let row = 0; row < store.rowCount; row++) {
    const first = start.at(row);
    for (let at = first; at < first + count.at(row); at++) {
      const day = date.earliest.at(at);
      if (status.values.at(at) === wanted && isDay(day) && day < (firstDay[row] as number)) firstDay[row] = day;
    }
  }
  return firstDay;
}

/** Rows of the living registrations of each person; a registration without a code is a person of its own. */
export function* personsOf(store: ColumnStore): Iterable<readonly number[]> {
  const person = store.code(store.entity, 'victim_code').values;
  const byPerson = new Map<number, number[]>();
  for (let row = 0; row < store.rowCount; row++) {
    if (!store.isAlive(row)) continue;
    const number = person.at(row);
    if (number < firstCode) yield [row];
    else {
      const rows = byPerson.get(number);
      if (rows) rows.push(row);
      else byPerson.set(number, [row]);
    }
  }
  yield* byPerson.values();
}

/** The first decision of each trafficking of one person. */
function firstOfTraffickings(store: ColumnStore, registrations: readonly number[], firstDay: Int32Array): Decision[] {
  const relation = store.code(store.entity, 'episode_relation');
  const same = relation.codebook.numberOf('same_trafficking');
  const firsts: Decision[] = [];
  let open: Decision | null = null;
  inOrder(store, registrations).forEach((row, index) => {
    if (index > 0 && relation.values.at(row) !== same && open) {
      firsts.push(open);
      open = null;
    }
    const day = firstDay[row] as number;
    if (day !== never && (!open || day < open.day)) open = { row, day };
  });
  if (open) firsts.push(open);
  return firsts;
}

/** Registrations in the order of their episodes; where those are equal, by registration date, then by id. */
function inOrder(store: ColumnStore, registrations: readonly number[]): readonly number[] {
  const episode = store.number(store.entity, 'episode_no').values;
  const registered = store.date(store.entity, 'registration_date').earliest;
  return [...registrations].sort(
    (a, b) =>
      episode.at(a) - episode.at(b) || registered.at(a) - registered.at(b) || (store.idOf(a) < store.idOf(b) ? -1 : 1),
  );
}

/** Of several traffickings counted in one calendar year, the earliest. */
function oncePerYear(decisions: readonly Decision[]): Decision[] {
  const ofYear = new Map<string, Decision>();
  for (const decision of decisions) {
    const year = isoDay(decision.day).slice(0, 4);
    const other = ofYear.get(year);
    if (!other || decision.day < other.day) ofYear.set(year, decision);
  }
  return [...ofYear.values()];
}
