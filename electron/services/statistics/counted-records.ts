/** Columns that follow the register: filled from what is stored of them or from the records, then by every change. */
import { eq } from 'drizzle-orm';
import { kindListOf } from '#shared/dictionary/reference-lists/entry-facts.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { referenceEntry } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { changesAfter } from '../../database/repositories/changes.ts';
import { segmentOf, segmentRows } from '../../database/repositories/segments.ts';
import { quote } from '../../database/table-shape.ts';
import { type ContentChoice, type CountedReader, createCountedReader } from './counted-reader.ts';
import { KeptSegments } from './kept-segments.ts';

/** A column store that follows the register: filled once, then brought up to date by the changes since. */
export interface LiveStore {
  readonly store: ColumnStore;
  /** Takes in every change so far and returns the number of the newest one. */
  catchUp(): number;
  /** null where nothing of the columns is stored. */
  readonly kept: KeptSegments | null;
}

/** Stores of a register by record type, each opened at the first question about it. */
export interface LiveStores {
  (entity: string): LiveStore;
  opened(): readonly LiveStore[];
}

export function createLiveStores(
  database: RegisterDatabase,
  kind: RegisterKind,
  options: LiveOptions = {},
): LiveStores {
  const open = new Map<string, LiveStore>();
  const of = (entity: string): LiveStore => {
    const live = open.get(entity) ?? createLiveStore(database, kind, entity, options);
    open.set(entity, live);
    return live;
  };
  return Object.assign(of, { opened: () => [...open.values()] });
}

export interface LiveOptions {
  /** counted, if nothing else is said. */
  readonly choice?: ContentChoice;
  /** Version of the program, where stored segments are read and made. */
  readonly version?: string;
}

/** Opens the store of one record type; the first `catchUp` fills it. */
export function createLiveStore(
  database: RegisterDatabase,
  kind: RegisterKind,
  entity: string,
  { choice = 'counted', version }: LiveOptions = {},
): LiveStore {
  const root = tablesOf(kind).roots.find((each) => each.entity.id === entity);
  if (!root) throw new Error(`${entity} is no record type of ${kind}`);
  // Stated by hand: put together by the query builder it takes a tenth of the whole loading, once in every thread.
  const info = database.prepare('SELECT "id", "country" FROM "register_info"').get();
  const store = new ColumnStore(registerOf(kind), entity, info && String(info.country));
  const kindLists = Object.keys(registerOf(kind).keptLists ?? {}).filter(
    (list) => kindListOf(registerOf(kind), list) !== null,
  );
  let opened: CountedReader | null = null;
  /** Where nothing has changed, nothing is read. */
  const readerOf = (): CountedReader => {
    opened ??= createCountedReader(database, kind, entity, choice);
    return opened;
  };
  const isKept = version !== undefined && choice === 'counted';
  const kept = isKept ? new KeptSegments(database, kind, store, { version, registerId: String(info?.id ?? '') }) : null;
  let last: number | null = null;

  /** Takes in what changed after a change, unless the segment of the record holds it already. */
  const replay = (since: number, heldAt: ReadonlyMap<number, number> = new Map()): void => {
    const changed = database
      .prepare(
        `SELECT c."id", max(c."number") AS "number", r."seq" FROM (${changesAfter(root)}) c
         LEFT JOIN ${quote(root.table)} r ON r."id" = c."id" GROUP BY c."id"`,
      )
      .all(entity, since, since)
      .filter(({ seq, number }) => seq === null || Number(number) > (heldAt.get(segmentOf(Number(seq))) ?? 0));
    if (changed.length === 0) return;
    const isThere = new Set<string>();
    for (const record of readerOf().listed(changed.filter(({ seq }) => seq !== null).map(({ id }) => String(id)))) {
      store.apply(record);
      isThere.add(record.id);
    }
    for (const { id, seq } of changed) {
      const held = seq ?? store.seqOf(String(id));
      if (held !== undefined) kept?.note(Number(held));
      if (!isThere.has(String(id))) store.remove(String(id));
    }
  };

  const readAll = (): void => {
    for (const record of readerOf().all()) {
      store.apply(record);
      kept?.note(record.seq ?? 0);
    }
  };

  /** Segment by segment: what is stored, or else the records themselves; then what changed since. */
  const load = (now: number): void => {
    const heldAt = kept?.stored() ?? new Map<number, number>();
    if (kept === null || heldAt.size === 0) {
      readAll();
      return;
    }
    const newest = database.prepare(`SELECT max("seq") AS "seq" FROM ${quote(root.table)}`).get();
    const newestKey = Number(newest?.seq ?? 0);
    const count = Math.max(segmentOf(newestKey), ...heldAt.keys()) + 1;
    for (let segment = 0; segment < count; segment += 1) {
      if (heldAt.has(segment) && kept.open(segment, newestKey / segmentRows)) continue;
      for (const record of readerOf().between(segment * segmentRows, (segment + 1) * segmentRows)) {
        store.apply(record);
        kept.note(record.seq ?? 0);
      }
      heldAt.set(segment, now);
    }
    replay(Math.min(...heldAt.values()), heldAt);
    store.trim();
  };

  return {
    store,
    kept,
    // One transaction, so that records and change number belong together.
    catchUp: () =>
      database.read(() => {
        const now = database.changeNumber();
        for (const list of kindLists) store.setKinds(list, kindsOf(database, list));
        if (last === null) load(now);
        else if (now !== last) replay(last);
        last = now;
        return now;
      }),
  };
}

/** Of what kind each entry of a reference list is. */
function kindsOf(database: RegisterDatabase, list: string): ReadonlyMap<string, string> {
  const { code, type } = referenceEntry;
  const entries = database.orm.select({ code, type }).from(referenceEntry).where(eq(referenceEntry.list, list)).all();
  return new Map(entries.flatMap((entry) => (entry.type === null ? [] : [[entry.code, entry.type] as const])));
}
