/** How many cases stand at which stage, and for how long: every figure is a list of exactly these cases. */
import { expect, test } from 'vitest';
import type { Input, Output } from '#shared/contract/contract.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import type { Row } from './a-case.ts';
import { caseOfThree } from './case-of-three.ts';

const now = new Date(2026, 10, 26, 9);
type Overview = Output<'course.count'>;
type Stage = Overview['stages'][number];

async function enter(program: Program, answers: Row): Promise<string> {
  const { meta } = await program.call('record.create', { entity: 'case' });
  const content = caseOfThree(answers) as Input<'record.save'>['content'];
  await program.call('record.save', { id: meta.id, revision: meta.revision, content, reason: null });
  return meta.id;
}

async function openedCases(): Promise<Program> {
  const program = await openRegister(undefined, 'justice');
  program.clock = { now: () => now };
  const investigated = (investigation_start: string): Row => ({ investigation: [{ investigation_start }] });
  await enter(program, {});
  await enter(program, { report_date: '2024-01-10', defendant: [investigated('2024-11-25')] });
  await enter(program, { report_date: '2024-01-10', defendant: [investigated('2024-11-26')] });
  await enter(program, { report_date: '2026-10-01', lead_authority: null, defendant: [] });
  await enter(program, { report_date: null, lead_authority: null, defendant: [{}, {}] });
  const ended = { investigation_end: '2025-02-01', investigation_outcome: 'discontinued' };
  await enter(program, { defendant: [{ investigation: [{ investigation_start: '2025-01-01', ...ended }] }] });
  return program;
}

const count = (program: Program): Promise<Overview> => program.call('course.count', { entity: 'case' });
const stageOf = ({ stages }: Overview, stage: string | null): Stage => {
  const found = stages.find((each) => each.stage === stage);
  if (!found) throw new Error(`no stage ${stage}`);
  return found;
};
const figuresOf = ({ all, overdue, since, begun }: Stage) => [all, ...(overdue ? [overdue] : []), ...since, ...begun];

test('a case counts where its least advanced defendant stands, with all who are still under way', async () => {
  const overview = await count(await openedCases());
  expect(overview.classes).toEqual([0, 3, 6, 12, 24]);
  const investigation = stageOf(overview, 'investigation');
  expect(investigation.all).toMatchObject({ records: 3, rows: 5 });
  // Since 2 March 2026, and two years ago to the day and a day.
  expect(investigation.since.map(({ records }) => records)).toEqual([0, 0, 1, 0, 2, 0]);
  expect(investigation.begun.map(({ records }) => records)).toEqual([0, 0, 0, 0, 3, 0]);
  // R46 asks after 24 months, not on the day itself.
  expect(investigation.overdue).toMatchObject({ records: 1, rows: 1 });
  const received = stageOf(overview, 'report_received');
  expect(received.since.map(({ records, rows }) => [records, rows])).toEqual([
    [1, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 2],
  ]);
  expect(received.overdue).toBeNull();
  // Whoever has ended is on no list.
  expect(stageOf(overview, null).all).toMatchObject({ records: 5, rows: 7 });
});

test('every figure opens a list of as many cases', async () => {
  const program = await openedCases();
  const figures = (await count(program)).stages.flatMap(figuresOf);
  for (const { records, filters } of figures) {
    const list = await program.call('record.list', {
      entity: 'case',
      filters,
      binned: false,
      search: null,
      order: { by: 'field', field: 'stage_since', descending: false },
      language: 'en',
      columns: [],
      offset: 0,
      limit: 0,
      version: null,
      locate: null,
    });
    expect(list.total, JSON.stringify(filters)).toBe(records);
  }
});

test('a save and the bin are in the next count', async () => {
  const program = await openedCases();
  const id = await enter(program, { defendant: [{ investigation: [{ investigation_start: '2026-11-01' }] }] });
  const first = stageOf(await count(program), 'investigation').since[0];
  expect(first).toMatchObject({ records: 1, rows: 1 });
  const { meta } = await program.call('record.open', { id });
  await program.call('record.bin', { id, revision: meta.revision, reason: 'entered twice' });
  expect(stageOf(await count(program), 'investigation').since[0]).toMatchObject({ records: 0, rows: 0 });
});

test('a record type without stages has no such count', async () => {
  const program = await openRegister(undefined, 'victims');
  expect(await program.send('course.count', { entity: 'victim' })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
});
