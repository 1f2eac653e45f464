/** Brings columns from the register file into memory: whole ones step by step, single records as they change. */
import type { ListCells, ListReader, ListScope } from '../../database/repositories/list-reader.ts';
import type { ColumnSpec } from './column-specs.ts';
import { type CodesColumn, type ListColumn, reserve, setCell, setCodes } from './list-column.ts';
import type { Slots } from './slots.ts';

export interface HeldColumn {
  readonly spec: ColumnSpec;
  readonly column: ListColumn;
  /** Of a group: the record of each line. */
  owners: Uint32Array | null;
  lines: number;
  /** How many of them there were when it had been read whole. */
  linesRead: number;
  isComplete: boolean;
  /** When it was last asked for, in the count of questions. */
  lastUsed: number;
}

/** Owner of a line whose record has changed since: beyond every place. */
const noOwner = 0xffffffff;
/** A question in between waits no longer than a step of the reading takes. */
const stepMs = 8;
const recordsAtFirst = 256;
const recordsAtOnce = { least: 64, most: 8_192 } as const;
/** More than one record ever has codes. */
const linesAtOnce = 4_000;

type Own = HeldColumn & { readonly spec: ColumnSpec & { of: 'record' } };
const isOwn = (held: HeldColumn): held is Own => held.spec.of === 'record';

export interface ColumnReading {
  /** Reads columns whole; yields the number of records done after each step. */
  whole(columns: readonly HeldColumn[]): Generator<number>;
  /** Reads again what changed, in all of these columns. */
  again(columns: readonly HeldColumn[], slots: readonly number[]): void;
}

/** Reading for one record type. */
export function createColumnReading(reader: ListReader, slots: Slots): ColumnReading {
  const putOwn = (fields: readonly Own[], rows: readonly ListCells[]): void => {
    for (const row of rows) {
      const slot = slots.find(row[0]);
      // Part of an import that nobody sees yet, or newer than the last look at the changes.
      if (slot < 0) continue;
      fields.forEach(({ column }, at) => {
        setCell(column, slot, row[1 + at * 2] ?? null, row[2 + at * 2] ?? null);
      });
    }
  };

  const putCodes = (held: Own, lines: readonly ListCells[]): void => {
    const column = held.column as CodesColumn;
    let seq = -1;
    let codes: string[] = [];
    const put = (): void => {
      const slot = codes.length === 0 ? -1 : slots.find(seq);
      if (slot >= 0) setCodes(column, slot, codes);
      codes = [];
    };
    for (const [next, code] of lines) {
      if (next !== seq) put();
      seq = next;
      codes.push(String(code));
    }
    put();
  };

  function* readCodes(held: Own): Generator<void> {
    let after = '';
    while (true) {
      const lines = reader.codesAfter(held.spec.stored, after, linesAtOnce);
      const last = lines.at(-1)?.[2] ?? null;
      const isCut = lines.length === linesAtOnce;
      // The codes of the last record may go on in the next part.
      putCodes(held, isCut ? lines.filter(([, , owner]) => owner !== last) : lines);
      yield;
      if (!isCut) return;
      after = String(lines.findLast(([, , owner]) => owner !== last)?.[2] ?? last);
    }
  }

  const putMeta = (held: HeldColumn, scope: ListScope): void => {
    if (held.spec.of !== 'meta') return;
    for (const [seq, cell] of reader.meta(held.spec.name, scope)) {
      const slot = slots.find(seq);
      if (slot >= 0) setCell(held.column, slot, cell ?? null);
    }
  };

  const putRows = (held: HeldColumn, scope: ListScope): void => {
    const { spec } = held;
    if (spec.of !== 'rows') return;
    const read = spec.stored.link === null ? reader.groupCells : reader.groupCodes;
    for (const [seq, cell, marker] of read(spec.group, spec.stored, scope)) {
      const slot = slots.find(seq);
      if (slot < 0) continue;
      const owners = room(held);
      reserve(held.column, held.lines + 1);
      owners[held.lines] = slot;
      setCell(held.column, held.lines, cell ?? null, marker ?? null);
      held.lines += 1;
    }
  };

  return {
    *whole(columns) {
      for (const { spec, column } of columns) if (spec.of !== 'rows') reserve(column, slots.count);
      const own = columns.filter(isOwn);
      const fields = own.map(({ spec }) => spec.stored);
      let [after, done, records] = [0, 0, recordsAtFirst];
      while (own.length > 0) {
        const started = performance.now();
        const rows = reader.fieldsAfter(fields, after, records);
        putOwn(own, rows);
        done += rows.length;
        after = rows.at(-1)?.[0] ?? after;
        const isLast = rows.length < records;
        records = nextStep(records, performance.now() - started);
        yield Math.min(done, slots.count);
        if (isLast) break;
      }
      for (const held of columns) {
        if (isOwn(held) && held.column.type === 'codes') for (const _ of readCodes(held)) yield slots.count;
        putMeta(held, 'all');
        putRows(held, 'all');
        yield slots.count;
      }
    },
    again(columns, changed) {
      const seqs = changed.map((slot) => slots.seqAt(slot));
      for (const { spec, column } of columns) if (spec.of !== 'rows') reserve(column, slots.count);
      const own = columns.filter(isOwn);
      if (own.length > 0) {
        putOwn(
          own,
          reader.fieldsOf(
            own.map(({ spec }) => spec.stored),
            seqs,
          ),
        );
      }
      for (const held of columns) {
        if (isOwn(held) && held.column.type === 'codes') putCodes(held, reader.codesOf(held.spec.stored, seqs));
        if (held.spec.of === 'meta') {
          for (const slot of changed) setCell(held.column, slot, null);
          putMeta(held, seqs);
        }
        if (held.spec.of === 'rows') {
          disown(held, new Set(changed));
          putRows(held, seqs);
        }
      }
    },
  };
}

/** As many records as a step has time for, going by the one before. */
function nextStep(records: number, ms: number): number {
  const next = ms < stepMs / 2 ? records * 2 : ms > stepMs ? Math.floor(records / 2) : records;
  return Math.min(recordsAtOnce.most, Math.max(recordsAtOnce.least, next));
}

function room(held: HeldColumn): Uint32Array {
  const owners = held.owners ?? new Uint32Array(256);
  if (held.lines < owners.length) {
    held.owners = owners;
    return owners;
  }
  const larger = new Uint32Array(owners.length * 2);
  larger.set(owners);
  held.owners = larger;
  return larger;
}

function disown({ owners, lines }: HeldColumn, changed: ReadonlySet<number>): void {
  if (!owners) return;
  for (let line = 0; line < lines; line += 1) if (changed.has(owners[line] as number)) owners[line] = noOwner;
}
