/** The index of names of one record type: built from sealed segments and the vault, then following every change. */
import { LivingIndex } from '#shared/names/living-index.ts';
import { markOf, type NameEntry } from '#shared/names/name-entry.ts';
import { NameLevel } from '#shared/names/name-level.ts';
import { PersonCollector } from '#shared/names/person-columns.ts';
import { personRows, type RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { changesAfter } from '../../database/repositories/changes.ts';
import { listSegments, loadSegment, type NameSegment } from '../../database/repositories/name-segments.ts';
import { segmentOf, segmentRows } from '../../database/repositories/segments.ts';
import { quote } from '../../database/table-shape.ts';
import type { NameReader } from './name-reader.ts';
import { openSegment, sealSegment } from './segment-cipher.ts';

export interface EntityParts {
  readonly database: RegisterDatabase;
  readonly registerId: string;
  readonly vaultKey: Buffer;
  readonly root: RootTables;
  readonly reader: NameReader;
  /** Gives a sealed segment to the only writer. */
  readonly handOver: (segment: NameSegment) => Promise<void>;
  /** Lets a question through. */
  readonly breath: () => Promise<void>;
  readonly limits?: FollowLimits;
}

interface Change {
  readonly id: string;
  readonly number: number;
  /** Its persons; none where the record is gone, or names none. */
  readonly seqs: readonly number[];
}

/** Entries of a segment and the change that they reflect. */
interface TakenSegment {
  readonly entries: readonly NameEntry[];
  readonly changeNumber: number;
}

export interface FollowLimits {
  /** A segment with more changes is read anew instead of being followed record by record. */
  readonly ofSegment: number;
  /** With more changes at once, as after an import, the index is built anew. */
  readonly atOnce: number;
  /** After so many changes the segments they touched are sealed anew, so that the next start has little to follow. */
  readonly untilSealed: number;
}

const usualLimits: FollowLimits = { ofSegment: 200, atOnce: 2_000, untilSealed: 500 };

export class EntityNames {
  readonly entity: string;
  readonly #parts: EntityParts;
  readonly #limits: FollowLimits;
  #index: LivingIndex | null = null;
  #progress = { done: 0, total: 0 };
  /** Newest change that the index reflects. */
  #last = 0;
  /** While it is being built: change that each segment taken in so far reflects. */
  #asOf = new Map<number, number>();
  readonly #dirty = new Set<number>();
  #changes = 0;

  constructor(parts: EntityParts) {
    this.entity = parts.root.entity.id;
    this.#parts = parts;
    this.#limits = parts.limits ?? usualLimits;
  }

  /** null while it is being built. */
  get index(): LivingIndex | null {
    return this.#index;
  }

  get progress(): { readonly done: number; readonly total: number } {
    return this.#progress;
  }

  /** Reads everything: sealed segments where they open and little has changed, the vault for the rest. */
  async build(): Promise<void> {
    const { database, root, breath } = this.#parts;
    const row = database.prepare(`SELECT max("seq") AS "seq" FROM ${quote(personRows(root).table)}`).get();
    const total = Number(row?.seq ?? 0);
    this.#progress = { done: 0, total };
    this.#asOf = listSegments(database, this.entity);
    const least = Math.min(database.changeNumber(), ...this.#asOf.values());
    const changes = new Map<number, number>();
    for (const seq of this.#changesSince(least).flatMap(({ seqs }) => seqs)) {
      changes.set(segmentOf(seq), (changes.get(segmentOf(seq)) ?? 0) + 1);
    }
    const collector = new PersonCollector();
    let since = database.changeNumber();
    for (let segment = 0; segment <= segmentOf(total); segment += 1) {
      const isFit = (changes.get(segment) ?? 0) <= this.#limits.ofSegment;
      const { entries, changeNumber } = (isFit ? this.#open(segment) : null) ?? (await this.#readAnew(segment));
      this.#asOf.set(segment, changeNumber);
      for (const entry of entries) collector.add(entry);
      since = Math.min(since, changeNumber);
      this.#progress = { done: Math.min((segment + 1) * segmentRows, total), total };
      await breath();
    }
    this.#index = new LivingIndex(new NameLevel(collector));
    this.#last = since;
    this.#dirty.clear();
    this.#changes = 0;
    this.follow(Number.POSITIVE_INFINITY);
    // From here on every change counts, whenever its segment was sealed.
    this.#asOf.clear();
  }

  #open(segment: number): TakenSegment | null {
    const { database, registerId, vaultKey } = this.#parts;
    const stored = loadSegment(database, this.entity, segment);
    if (stored === null) return null;
    const place = { registerId, entity: this.entity, segment, changeNumber: stored.changeNumber };
    const entries = openSegment(vaultKey, place, stored.content);
    return entries === null ? null : { entries, changeNumber: stored.changeNumber };
  }

  /** Reads a segment from the vault and hands it over sealed. */
  async #readAnew(segment: number): Promise<TakenSegment> {
    const { database, registerId, vaultKey, reader, handOver } = this.#parts;
    const { entries, changeNumber } = database.read(() => ({
      changeNumber: database.changeNumber(),
      entries: reader.segment(segment),
    }));
    const place = { registerId, entity: this.entity, segment, changeNumber };
    await handOver({ entity: this.entity, segment, changeNumber, content: sealSegment(vaultKey, place, entries) });
    return { entries, changeNumber };
  }

  /** Records changed after a change and after the segment of one of their persons was taken in. */
  #changesSince(since: number): Change[] {
    const { database, root } = this.#parts;
    const persons = personRows(root);
    const rows = database
      .prepare(
        `SELECT c."id", max(c."number") AS "number", o."seq" FROM (${changesAfter(root)}) c
         LEFT JOIN ${quote(persons.table)} o ON o.${quote(persons.recordColumn)} = c."id" GROUP BY c."id", o."seq"`,
      )
      .all(this.entity, since, since);
    return [...Map.groupBy(rows, ({ id }) => String(id))]
      .map(([id, found]) => ({
        id,
        number: Number(found[0]?.number),
        seqs: found.flatMap(({ seq }) => (seq === null ? [] : [Number(seq)])),
      }))
      .filter(
        ({ seqs, number }) => seqs.length === 0 || seqs.some((seq) => number > (this.#asOf.get(segmentOf(seq)) ?? 0)),
      );
  }

  /** Takes in every change so far; gives the index up where there are too many, and it must be built anew. */
  follow(most: number = this.#limits.atOnce): void {
    const { database } = this.#parts;
    const index = this.#index;
    if (index === null) return;
    database.read(() => {
      const now = database.changeNumber();
      if (now === this.#last) return;
      const changes = this.#changesSince(this.#last);
      if (changes.length > most) {
        this.#index = null;
        return;
      }
      this.#take(index, changes);
      this.#last = now;
    });
  }

  #take(index: LivingIndex, changes: readonly Change[]): void {
    const { reader, root } = this.#parts;
    const stored = changes.filter(({ seqs }) => seqs.length > 0);
    const entries = new Map(reader.records(stored.map(({ id }) => id)).map((entry) => [entry.seq, entry]));
    for (const seq of stored.flatMap(({ seqs }) => seqs)) {
      const entry = entries.get(seq);
      if (entry) index.put(entry);
      else index.remove(seq);
      this.#dirty.add(segmentOf(seq));
    }
    // A row of a record may be gone while others of it are there.
    const mayLackRows = personRows(root).recordColumn === 'record_id';
    for (const { id, seqs } of changes) if (mayLackRows || seqs.length === 0) this.#forget(index, id);
    this.#changes += changes.length;
  }

  /** A person whose row is gone is found by the mark of the record; others with the same mark still have their rows. */
  #forget(index: LivingIndex, id: string): void {
    const { database, root } = this.#parts;
    for (const seq of index.withMark(markOf(id))) {
      const row = database.prepare(`SELECT 1 FROM ${quote(personRows(root).table)} WHERE "seq" = ?`).get(seq);
      if (row) continue;
      index.remove(seq);
      this.#dirty.add(segmentOf(seq));
    }
  }

  get isToBeSealed(): boolean {
    return this.#changes >= this.#limits.untilSealed;
  }

  /** Seals the segments that changed. */
  async sealAnew(): Promise<void> {
    const segments = [...this.#dirty];
    this.#dirty.clear();
    this.#changes = 0;
    for (const segment of segments) {
      await this.#readAnew(segment);
      await this.#parts.breath();
    }
  }
}
