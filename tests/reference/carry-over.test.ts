/** Answers move from an entry that was made by mistake to the right one: all at once, with their history. */
import { beforeEach, describe, expect, test } from 'vitest';
import { diffContent } from '#electron/services/records/record-diff.ts';
import type { Output } from '#shared/contract/contract.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { type Program, signInAs } from '../program/open-program.ts';
import {
  answersOf,
  asMoved,
  holds,
  isLocked,
  mistake,
  oneOf,
  openWithMistake,
  right,
  storedRecords,
} from './stored-records.ts';
import { auditOf, databaseOf, reason } from './use-lists.ts';

const refused = (code: string) => expect.objectContaining({ code });

let program: Program;
beforeEach(async () => {
  program = await openWithMistake();
});

const preview = () => program.call('reference.preview', { list: 'INST', code: mistake, limit: 200 });
const carryOver = (withLocked: boolean) =>
  program.runJob('reference.carry-over', { list: 'INST', code: mistake, to: right, withLocked, reason });

describe('carrying over', () => {
  test('moves every answer of every record that is not locked, and nothing else of it', async () => {
    const before = storedRecords(program);
    const told = await preview();
    const result = await carryOver(false);
    expect(result).toEqual({
      records: told.drafts + told.complete + told.returned,
      left: told.locked + told.binned,
    });
    for (const record of storedRecords(program).values()) {
      const was = before.get(record.id);
      if (!was) throw new Error('a record came out of nothing');
      const moves = holds(was, mistake) && !was.binned && !isLocked(was);
      expect(record.content).toEqual(moves ? asMoved(was) : was.content);
      expect(record.revision).toBe(was.revision + (moves ? 1 : 0));
      expect(record).toMatchObject({
        state: was.state,
        savedAt: was.savedAt,
        completedRevision: was.completedRevision,
      });
    }
    expect((await program.call('reference.uses', { list: 'INST' })).uses[mistake]).toBe(result.left);
  });

  test('moves verified, archived and closed records only where that was said; the bin stays', async () => {
    const told = await preview();
    expect(await carryOver(true)).toEqual({
      records: told.drafts + told.complete + told.returned + told.locked,
      left: told.binned,
    });
    const after = [...storedRecords(program).values()];
    expect(after.filter((record) => holds(record, mistake)).every(({ binned }) => binned)).toBe(true);
    expect(after.some((record) => record.state === 'verified' && holds(record, right))).toBe(true);
  });

  test('leaves an entry with the reason in the history of each record, told apart from typing', async () => {
    const record = oneOf(program);
    await carryOver(true);
    const { changes } = await program.call('record.history', { id: record.id });
    const moved = changes.filter(({ event }) => event === 'carried-over');
    expect(moved).toHaveLength(answersOf(record).filter((code) => code === mistake).length);
    for (const { field, before, after, reason: why, by } of moved) {
      expect([before, after]).toEqual([{ [field ?? '']: mistake }, { [field ?? '']: right }]);
      expect([why, by]).toEqual([reason, 'First Account']);
    }
  });

  test('is audited with the numbers and without the reason, and stands in the history of the entry', async () => {
    const result = await carryOver(true);
    const [started, ended] = auditOf(program, 'reference.carry-over').toReversed();
    const place = { list: 'INST', code: mistake, successor: right };
    expect([started, ended].map((entry) => entry?.outcome).toSorted()).toEqual(['carried', 'ok']);
    expect(auditOf(program, 'reference.carry-over').at(-1)?.detail).toEqual({ ...place, ...result });
    const { changes } = await program.call('reference.history', { list: 'INST', code: mistake });
    expect(changes[0]).toMatchObject({ change: 'carried-over', after: { records: result.records, to: right }, reason });
  });

  test('tables follow the successor, also for records returned for correction and changed since', async () => {
    const record = oneOf(
      program,
      (each) => each.state === 'complete' && !isLocked(each) && each.content.values.reporting_institution === mistake,
    );
    const returned = await program.call('record.return', { id: record.id, revision: record.revision, reason });
    const content = { ...returned.content, values: { ...returned.content.values, settlement_type: 'rural' } };
    await program.call('record.save', { id: record.id, revision: returned.meta.revision, content, reason: null });
    const line = async (code: string) => {
      const table = await program.call('quality.table', { entity: 'victim', period: null, by: 'office', line: null });
      return table.lines.find(({ key }) => key === code)?.records ?? 0;
    };
    const sum = (await line(mistake)) + (await line(right));
    await carryOver(true);
    expect([await line(mistake), await line(right)]).toEqual([0, sum]);
    const { counted } = storedRecords(program).get(record.id) ?? {};
    const moved = asMoved(record);
    expect(counted).toEqual({ ...moved, values: { ...moved.values, record_status: 'returned_for_correction' } });
  });

  test('a confirmed finding stays confirmed, and the findings of moved records are those of today', async () => {
    const findings = () =>
      databaseOf(program)
        .prepare('SELECT "record_id", "rule", "confirmed" FROM "record_finding" ORDER BY 1, 2, 3')
        .all();
    const before = findings();
    await carryOver(true);
    // The successor was always in use: what R07 and REF said of the mistake is said no more, the rest stays.
    const still = before.filter(({ rule }) => rule !== 'R07' && rule !== 'REF');
    expect(findings().filter(({ rule }) => rule !== 'R07' && rule !== 'REF')).toEqual(still);
    const kept = findings();
    await program.runJob('quality.judge', {});
    expect(findings()).toEqual(kept);
  });

  test('what somebody typed and did not save is told before, and stays hers', async () => {
    const draft = oneOf(program, ({ state, entity }) => state === 'draft' && entity === 'victim');
    const { meta, content } = await program.call('record.open', { id: draft.id });
    const settlement = content.values.settlement_type === 'rural' ? 'urban' : 'rural';
    const typed = { ...content, values: { ...content.values, settlement_type: settlement } };
    const window = '019a0000-0000-7000-8000-00000000aaaa';
    await program.call('draft.keep', {
      id: draft.id,
      window,
      revision: meta.revision,
      content: typed,
      unread: {},
      identity: null,
    });
    await program.call('draft.release', { id: draft.id, window });
    expect((await preview()).unsaved).toBe(1);
    await carryOver(false);
    const { kept, content: moved } = await program.call('record.open', { id: draft.id });
    // Only what she typed differs from what she began with: the move is nobody's typing, and is not taken back by it.
    expect(kept?.base && kept.content && diffContent('victim', kept.base, kept.content)).toEqual([
      expect.objectContaining({ field: 'settlement_type' }),
    ]);
    expect(diffContent('victim', kept?.base as RecordContent, moved).map(({ field }) => field)).not.toContain(
      'settlement_type',
    );
    await expect(
      program.call('record.save', { id: draft.id, revision: meta.revision, content: typed, reason: null }),
    ).rejects.toEqual(refused('STALE_REVISION'));
  });

  test('a record proposed for erasing stays as it was looked at', async () => {
    const { id } = oneOf(program);
    await program.call('erasure.propose', { recordIds: [id], scope: 'record', reason });
    expect((await preview()).proposed).toBe(1);
    const { left } = await carryOver(true);
    expect(left).toBe((await preview()).binned + 1);
    expect((await program.call('erasure.list', {})).proposals[0]?.isOutdated).toBe(false);
  });

  test('stopped while it judges, it leaves everything as it was', async () => {
    const before = storedRecords(program);
    const input = { list: 'INST', code: mistake, to: right, withLocked: true, reason };
    const { jobId } = await program.call('reference.carry-over', input);
    await program.call('job.cancel', { jobId });
    await expect.poll(() => program.events.at(-1)?.name).toBe('job.finished');
    expect(program.events.at(-1)?.payload).toMatchObject({ outcome: { ok: false, error: { code: 'CANCELLED' } } });
    expect(storedRecords(program)).toEqual(before);
  });

  test('what is saved between judging and writing moves as it was saved, and is judged as it then is', async () => {
    const record = oneOf(program, ({ state, entity }) => state === 'complete' && entity === 'victim');
    const { meta, content } = await program.call('record.open', { id: record.id });
    const typed = { ...content, values: { ...content.values, settlement_type: 'rural' } };
    const input = { id: record.id, revision: meta.revision, content: typed, reason };
    // The save comes in when everything has been judged and nothing is written yet.
    const saving: Promise<Output<'record.save'>>[] = [];
    const push = program.events.push.bind(program.events);
    program.events.push = (...heard) => {
      const isWriting = heard.some(({ payload }) => (payload as { step?: string }).step === 'write');
      if (isWriting) saving.push(program.call('record.save', input));
      return push(...heard);
    };
    await carryOver(true);
    const [saved] = await Promise.all(saving);
    const after = storedRecords(program).get(record.id);
    expect(after?.revision).toBe((saved?.meta.revision ?? 0) + 1);
    expect(after?.content.values).toMatchObject({ settlement_type: 'rural' });
    expect(after && holds(after, mistake)).toBe(false);
  });

  test('only a supervisor, only to the successor that the preview named', async () => {
    const other = { list: 'INST', code: mistake, to: 'hospital', withLocked: false, reason };
    await expect(program.call('reference.carry-over', other)).rejects.toEqual(refused('REFERENCE_CHANGED'));
    await signInAs(program, ['administrator', 'officer'], 'admin');
    await expect(program.call('reference.carry-over', { ...other, to: right })).rejects.toEqual(refused('FORBIDDEN'));
  });
});
