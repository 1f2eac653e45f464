import { expect, test } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import { openTraining, type Program, passphrase, signInAs } from '../program/open-program.ts';
import { addOfficer, databaseOf } from './quality-program.ts';

interface Kept {
  readonly id: number;
  readonly rule: string;
  readonly part: string | null;
  readonly level: string;
  readonly field: string | null;
  readonly confirmed: number;
}

const keptOf = (program: Program, recordId: string): Kept[] =>
  databaseOf(program)
    .prepare('SELECT id, rule, part, level, field, confirmed FROM record_finding WHERE record_id = ? ORDER BY id')
    .all(recordId) as unknown as Kept[];

const said = (kept: readonly Kept[]): string[] =>
  kept.map(({ rule, confirmed }) => `${rule} ${confirmed === 1 ? 'confirmed' : 'open'}`).toSorted();

async function trainingProgram(records = 600): Promise<Program> {
  return openTraining(records, 41, { now: '2026-11-20T10:00:00Z' });
}

const confirmations = [{ rule: 'R19', reason: 'The decision says 14 days' }];

/** A completed record with a warning that was confirmed: a reflection period shorter than thirty days. */
async function confirmedRecord(program: Program): Promise<Output<'record.open'>> {
  const row = databaseOf(program)
    .prepare(
      `SELECT id FROM victim WHERE state = 'complete' AND archived = 0 AND binned_at IS NULL AND closure_date IS NULL
       AND reflection_days > 30 AND id NOT IN (SELECT record_id FROM record_finding) LIMIT 1`,
    )
    .get();
  const id = String(row?.id);
  const { meta, content } = await program.call('record.open', { id });
  const returned = await program.call('record.return', { id, revision: meta.revision, reason: 'Days to be checked' });
  const changed = { ...content, values: { ...content.values, reflection_days: 14 } };
  const saved = await program.call('record.save', {
    id,
    revision: returned.meta.revision,
    content: changed,
    reason: null,
  });
  // What was last completed still stands.
  expect(keptOf(program, id)).toEqual([]);
  await program.call('record.complete', { id, revision: saved.meta.revision, confirmations });
  return program.call('record.open', { id });
}

const checked = async (program: Program, id: string): Promise<string[]> =>
  (await program.call('record.check', { id })).findings.map(
    ({ rule, part, fields }) => `${rule} ${part} ${fields[0]?.field}`,
  );

/** Likely duplicates depend on what stands beside a record when it is judged. */
const ofTheRecord = (found: readonly string[]): string[] =>
  [...new Set(found.filter((each) => !each.startsWith('R28')))].toSorted();

test('records that arrive in numbers keep what the rules say of them, drafts nothing', async () => {
  const program = await trainingProgram();
  const rows = databaseOf(program)
    .prepare(
      `SELECT id, state FROM victim WHERE binned_at IS NULL UNION ALL SELECT id, state FROM prevented_case WHERE binned_at IS NULL`,
    )
    .all();
  let found = 0;
  for (const { id, state } of rows) {
    const kept = keptOf(program, String(id));
    found += kept.length;
    const expected = state === 'draft' ? [] : await checked(program, String(id));
    expect(ofTheRecord(kept.map(({ rule, part, field }) => `${rule} ${part} ${field}`))).toEqual(ofTheRecord(expected));
    expect(kept.every(({ confirmed }) => confirmed === 1)).toBe(true);
  }
  expect(found).toBeGreaterThan(2);
});

test('a save, a confirmation and a mended value change what is kept, in the same transaction', async () => {
  const program = await trainingProgram();
  const { meta, content } = await confirmedRecord(program);
  const { id } = meta;
  expect(said(keptOf(program, id))).toEqual(['R19 confirmed']);
  const save = (revision: number, days: number, reference: string) =>
    program.call('record.save', {
      id,
      revision,
      content: { ...content, values: { ...content.values, reflection_days: days, justice_case_ref: reference } },
      reason: 'Corrected after a call',
    });

  const mended = await save(meta.revision, 45, 'PP.1/2026');
  expect(keptOf(program, id)).toEqual([]);
  const broken = await save(mended.meta.revision, 14, 'PP.1/2026');
  const kept = keptOf(program, id);
  expect(kept).toMatchObject([{ rule: 'R19', level: 'soft', field: 'reflection_days', confirmed: 0 }]);
  // What stays the same is not written again.
  const touched = await save(broken.meta.revision, 14, 'PP.2/2026');
  expect(keptOf(program, id)).toEqual(kept);

  const verified = await program.call('record.verify', { id, revision: touched.meta.revision, confirmations });
  expect(said(keptOf(program, id))).toEqual(['R19 confirmed']);
  // Returned and changed, it goes on counting with what was last completed.
  const returned = await program.call('record.return', {
    id,
    revision: verified.meta.revision,
    reason: 'Days to be checked',
  });
  const corrected = await save(returned.meta.revision, 60, 'PP.2/2026');
  expect(said(keptOf(program, id))).toEqual(['R19 confirmed']);
  await program.call('record.complete', { id, revision: corrected.meta.revision, confirmations: [] });
  expect(keptOf(program, id)).toEqual([]);
});

test('a refused save leaves what is kept as it was', async () => {
  const program = await trainingProgram();
  const { meta, content } = await confirmedRecord(program);
  const values = { ...content.values, reflection_days: 60, registration_date: '2031-01-01' };
  const reply = await program.send('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { ...content, values },
    reason: 'Date corrected',
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'RULES_VIOLATED' } });
  expect(said(keptOf(program, meta.id))).toEqual(['R19 confirmed']);
});

const table = (program: Program) =>
  program.call('quality.table', { entity: 'victim', period: null, by: null, line: null });

/** As a register is that an earlier version of the program made. */
function forget(program: Program): void {
  databaseOf(program).prepare('DELETE FROM record_finding').run();
  databaseOf(program).prepare(`DELETE FROM setting WHERE name = 'findingsJudged'`).run();
}

test('an older register shows no figures of rules until its records are judged, then the same as a new one', async () => {
  const program = await trainingProgram();
  await program.runJob('quality.judge', {});
  const before = await table(program);
  expect(before.rules?.length).toBeGreaterThan(1);
  forget(program);
  const unjudged = await table(program);
  expect(unjudged).toMatchObject({ rules: null, judgedAt: null });
  expect(unjudged.lines).toMatchObject([{ open: null, confirmed: null }]);

  const judged = await program.runJob('quality.judge', {});
  const affected = databaseOf(program).prepare('SELECT count(DISTINCT record_id) AS n FROM record_finding').get()?.n;
  expect(judged.changed).toBe(affected);
  const after = await table(program);
  expect(after.rules).toEqual(before.rules);
  expect(after.digest).toBe(before.digest);
  expect(after.judgedAt).toBe('2026-11-20T10:00:00.000Z');
  // Nothing is left to change the second time.
  expect(await program.runJob('quality.judge', {})).toMatchObject({ changed: 0 });
});

test('judging anew finds what only the day or another record has made true', async () => {
  const program = await trainingProgram();
  await program.runJob('quality.judge', {});
  const open = (of: Output<'quality.table'>): number =>
    of.rules?.reduce((sum, { open: records }) => sum + records, 0) ?? 0;
  const before = open(await table(program));
  program.clock = { now: () => new Date('2031-11-20T10:00:00Z') };
  // Five years without a sign of life would lock the register.
  program.services.sessions.touch();
  expect(open(await table(program))).toBe(before);
  const { changed } = await program.runJob('quality.judge', {});
  expect(changed).toBeGreaterThan(0);
  expect(open(await table(program))).toBeGreaterThan(before);
});

test('a record saved while the others are judged keeps what its save found', async () => {
  const program = await trainingProgram();
  const { meta, content } = await confirmedRecord(program);
  forget(program);
  const judging = program.runJob('quality.judge', {});
  const saved = program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { ...content, values: { ...content.values, reflection_days: 50 } },
    reason: 'Corrected after a call',
  });
  await Promise.all([judging, saved]);
  expect(keptOf(program, meta.id)).toEqual([]);
});

test('only a supervisor who holds the vault key judges all records', async () => {
  const program = await trainingProgram(60);
  for (const role of ['officer', 'analyst', 'auditor', 'administrator'] as const) {
    await program.call('session.lock', {});
    await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
    await signInAs(program, [role]);
    expect(await program.send('quality.judge', {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  }
});

test('the newest reason of each confirmed finding is told to those who may read records', async () => {
  const program = await trainingProgram();
  const { meta } = await confirmedRecord(program);
  const ask = (rule: string | null, limit = 100) =>
    program.call('quality.confirmations', { entity: 'victim', period: null, by: null, line: null, rule, limit });
  const all = await ask(null);
  const confirmed = (await table(program)).rules?.reduce((sum, rule) => sum + rule.confirmed, 0);
  expect(all.total).toBe(confirmed);
  expect(all.confirmations).toHaveLength(all.total);
  const reason = 'Compared with the decision of the office';
  await program.call('record.verify', {
    id: meta.id,
    revision: meta.revision,
    confirmations: [{ rule: 'R19', reason }],
  });
  const [newest] = (await ask('R19', 1)).confirmations;
  expect(newest).toMatchObject({ recordId: meta.id, code: meta.code, rule: 'R19', reason, by: 'First Account' });
  expect((await ask(null)).total).toBe(all.total);

  await addOfficer(program, 'ana');
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'ana', passphrase });
  expect(await ask(null)).toEqual({ confirmations: [], total: 0 });
});
