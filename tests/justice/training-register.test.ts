/** A training register of justice as a court desk finds it: filled by the job, listed, opened, identities and all. */
import { expect, test } from 'vitest';
import { outerRowOf } from '#shared/records/content.ts';
import { identitiesByRow } from '#shared/records/identity.ts';
import { rowsOf, textOf } from '#shared/records/read-value.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { databaseOf } from '../quality/quality-program.ts';
import { listOf } from '../records/list-of.ts';

const plan = { records: 400, seed: 20_261_122 };

async function openFilled(): Promise<Program> {
  const program = await openRegister(undefined, 'justice');
  expect(await program.runJob('training.generate', plan)).toMatchObject(plan);
  return program;
}

const listed = (program: Program) =>
  program.call(
    'record.list',
    listOf('case', { limit: 500, columns: ['registry_no', 'joined_to_case', 'case_status'] }),
  );

test('every case is listed, those worked on last come first, and each can be opened', async () => {
  const program = await openFilled();
  const { rows, total } = await listed(program);
  const binned = await program.call('record.list', listOf('case', { binned: true }));
  expect(total + binned.total).toBe(plan.records);
  const saved = rows.map(({ meta }) => meta.savedAt);
  expect(saved).toEqual(saved.toSorted().toReversed());
  expect(rows.some(({ meta }) => meta.savedAt > meta.createdAt)).toBe(true);
  for (const { meta } of rows.slice(0, 20)) {
    const { content } = await program.call('record.open', { id: meta.id });
    expect(rowsOf(content, 'victim_group').length + rowsOf(content, 'defendant').length).toBeGreaterThan(0);
  }
});

test('each defendant has the code that this register gave and an identity in the vault, and companies no birth date', async () => {
  const program = await openFilled();
  const { rows } = await listed(program);
  let companies = 0;
  for (const { meta } of rows.filter(({ meta: { state } }) => state === 'complete').slice(0, 60)) {
    const { content } = await program.call('record.open', { id: meta.id });
    const { values } = await program.call('identity.open', { recordId: meta.id, reason: null });
    const identities = identitiesByRow(values);
    for (const defendant of rowsOf(content, 'defendant')) {
      expect(textOf(defendant.values, 'person_code')).toMatch(/^[A-Z]-\d{4}-\d{4,}-.$/);
      const identity = identities[defendant.id] ?? {};
      expect(identity['def_last_name'] ?? null).not.toBeNull();
      if (textOf(defendant.values, 'person_type') !== 'legal_person') continue;
      companies += 1;
      expect(identity['def_birth_date'] ?? null).toBeNull();
    }
  }
  expect(companies).toBeGreaterThan(0);
});

test('a case that was joined names another one that was registered before it', async () => {
  const program = await openFilled();
  const { rows } = await listed(program);
  const numbers = new Set(rows.map(({ meta }) => meta.number));
  let joined = 0;
  for (const { meta } of rows) {
    const { content } = await program.call('record.open', { id: meta.id });
    const to = content.values['joined_to_case'];
    if (typeof to !== 'number') continue;
    joined += 1;
    expect(to).toBeLessThan(meta.number ?? 0);
    expect(numbers.has(to)).toBe(true);
    expect(stagesOf(content)).not.toContain('indictment');
  }
  expect(joined).toBeGreaterThan(0);
});

/** Groups that hold something about any defendant. */
const stagesOf = (content: RecordContent): readonly string[] =>
  Object.entries(content.groups).flatMap(([group, rows]) => (rows.some((row) => outerRowOf(row)) ? [group] : []));

test('judged anew by the program, each case is found to be what it was said to be when it was invented', async () => {
  const program = await openFilled();
  const kept = () =>
    databaseOf(program)
      .prepare('SELECT record_id, rule, part, level, confirmed FROM record_finding ORDER BY record_id, rule, part')
      .all();
  const before = kept();
  expect(before.length).toBeGreaterThan(3);
  await program.runJob('quality.judge', {});
  expect(kept()).toEqual(before);
});
