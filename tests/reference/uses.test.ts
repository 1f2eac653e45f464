/** Who uses an entry is counted and told; retiring it changes no record and no table. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Program } from '../program/open-program.ts';
import {
  answersOf,
  holds,
  isLocked,
  mistake,
  openWithMistake,
  right,
  type Stored,
  storedRecords,
} from './stored-records.ts';
import { auditOf, databaseOf, entryOf, retire } from './use-lists.ts';

const refused = (code: string) => expect.objectContaining({ code });

let program: Program;
beforeEach(async () => {
  program = await openWithMistake();
});

const preview = () => program.call('reference.preview', { list: 'INST', code: mistake, limit: 200 });
describe('counting uses', () => {
  test('each record counts once per entry, as a walk through all records finds it', async () => {
    const naive: Record<string, number> = {};
    for (const record of storedRecords(program).values()) {
      for (const code of new Set(answersOf(record))) naive[code] = (naive[code] ?? 0) + 1;
    }
    expect((await program.call('reference.uses', { list: 'INST' })).uses).toEqual(naive);
    expect(naive[mistake]).toBeGreaterThan(20);
    const languages = await program.call('reference.uses', { list: 'LANG' });
    expect(Object.keys(languages.uses).length).toBeGreaterThan(3);
  });

  test('no count reads the wide rows of the register', () => {
    const { sql } = databaseOf(program);
    const plan = sql
      .prepare(
        'EXPLAIN QUERY PLAN SELECT "reporting_institution", "id" FROM "victim" WHERE "reporting_institution" IS NOT NULL',
      )
      .all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX');
  });
});

describe('retiring', () => {
  test('leaves every record and every table as it was', async () => {
    const reinstated = await entryOf(program, mistake);
    await program.call('reference.reinstate', { list: 'INST', code: mistake, revision: reinstated.revision });
    const tables = async () => {
      const digests = [];
      for (const id of ['K9', 'T15', 'T16']) {
        const { tables: made } = await program.call('statistics.table', { id, period: '2025', view: 'internal' });
        digests.push(...made.map(({ digest }) => digest));
      }
      const quality = await program.call('quality.table', { entity: 'victim', period: null, by: 'office', line: null });
      return { digests, quality: quality.digest, lines: quality.lines.map(({ key, records }) => [key, records]) };
    };
    const [before, records] = [await tables(), storedRecords(program)];
    await retire(program, mistake, '2026-11-19', right);
    expect(await tables()).toEqual(before);
    expect(storedRecords(program)).toEqual(records);
    expect(before.lines.some(([key]) => key === mistake)).toBe(true);
  });
});

describe('the preview', () => {
  test('tells how many records move, and which stay, by where they stand', async () => {
    const before = [...storedRecords(program).values()].filter((record) => holds(record, mistake));
    const count = (fits: (record: Stored) => boolean) => before.filter(fits).length;
    const isOpen = (record: Stored) => !record.binned && !isLocked(record);
    const { records, ...told } = await preview();
    expect(told).toEqual({
      to: right,
      drafts: count((record) => isOpen(record) && record.state === 'draft'),
      complete: count((record) => isOpen(record) && record.state === 'complete'),
      returned: count((record) => isOpen(record) && record.state === 'returned_for_correction'),
      locked: count((record) => !record.binned && isLocked(record)),
      binned: count(({ binned }) => binned),
      proposed: 0,
      unsaved: 0,
    });
    for (const part of ['drafts', 'complete', 'locked', 'binned'] as const) expect(told[part], part).toBeGreaterThan(0);
    expect(records.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    for (const { id, state, standing } of records) {
      const record = before.find((each) => each.id === id);
      expect([state, standing === 'binned', standing === 'locked']).toEqual([
        record?.state,
        record?.binned,
        record && !record.binned && isLocked(record),
      ]);
    }
    const first = await program.call('reference.preview', { list: 'INST', code: mistake, limit: 3 });
    expect(first).toEqual({ ...told, records: records.slice(0, 3) });
    expect(auditOf(program, 'reference.preview')).toHaveLength(2);
  });

  test('there is none for an entry that is in use or has no successor', async () => {
    const noSuccessor = refused('REFERENCE_SUCCESSOR');
    await expect(program.call('reference.preview', { list: 'INST', code: right, limit: 200 })).rejects.toEqual(
      noSuccessor,
    );
    await retire(program, 'hospital', '2026-11-19');
    await expect(program.call('reference.preview', { list: 'INST', code: 'hospital', limit: 200 })).rejects.toEqual(
      noSuccessor,
    );
  });
});
