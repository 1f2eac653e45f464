/** What every register has, asked of a justice register: a whole case entered, numbered, printed, written out and read in. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { withinKey } from '#shared/records/content.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { enterCase } from './enter-case.ts';
import { openRegister, passphrase } from './open-program.ts';

const index = indexOfKind('justice');

/** What was typed, without the ids that rows got: each row with the rows within it. */
function asTree({ values, groups }: RecordContent): unknown {
  const below = (id: string | undefined): unknown =>
    Object.entries(groups)
      .flatMap(([entity, rows]) =>
        rows
          .filter((row) => row.values[withinKey] === id)
          .map((row) => {
            const { [withinKey]: _, person_code: __, ...answers } = row.values;
            return { entity, answers, within: below(row.id) };
          }),
      )
      .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  const { case_id: _, case_ref: __, ...answers } = values;
  return { answers, within: below(undefined) };
}

test('a whole case is entered, numbered by the year of its report and completed', async () => {
  const program = await openRegister(undefined, 'justice');
  const { meta, content } = await enterCase(program);
  expect(meta).toMatchObject({ entity: 'case', number: 1, state: 'complete' });
  expect(meta.code).toMatch(/^J-2024-0001-[0-9A-Z]$/);
  expect(content.values).toMatchObject({ case_status: 'final', case_closed_on: '2025-03-01', victims_total: 2 });
  const { counts } = await program.call('record.count', {});
  expect(counts).toEqual({ case: 1 });
  const { changes } = await program.call('record.history', { id: meta.id });
  expect(changes.map(({ event }) => event)).toEqual(expect.arrayContaining(['created', 'numbered', 'completed']));
});

test('a case written out is read into another register with every row within the row it belongs to', async () => {
  const program = await openRegister(undefined, 'justice');
  const { content } = await enterCase(program);
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  const reason = 'To be read in elsewhere.';
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason: reason, clear: true });
  const files = readdirSync(folder).map((name) => {
    const entity = name.replace('.csv', '');
    return { entity, file: join(folder, name), encoding: 'auto' as const, delimiter: 'auto' as const };
  });
  expect(files.map(({ entity }) => entity).toSorted()).toEqual(
    index.register.entities.flatMap(({ id, role }) => (role === 'vault' ? [] : [id])).toSorted(),
  );

  const other = await openRegister(undefined, 'justice');
  const read = await other.runJob('exchange.import', { files, commit: true });
  expect(read).toMatchObject({ committed: true, records: 1, problems: [] });
  const listed = await other.call('task.list', {});
  const [row] = listed.tasks.flatMap(({ rows }) => rows);
  const again = await other.call('record.open', { id: row?.id ?? '' });
  expect(asTree(again.content)).toEqual(asTree(content));
});

test('prints, forms, templates, quality, check and backup know the register by its own words', async () => {
  const program = await openRegister(undefined, 'justice');
  const { meta } = await enterCase(program);
  const file = join(program.folder, 'print.pdf');
  const form = { language: 'sq', file, explanations: true, annex: true, blankRows: 2, continuationRows: 4 } as const;
  await program.call('record.print', { id: meta.id, language: 'mk', file, withIdentity: false });
  await program.call('paper.print-blank', { entity: 'case', identitySheet: true, ...form });
  await program.call('paper.print-filled', { id: meta.id, identitySheet: 'none', reason: null, ...form });
  await program.call('dictionary.print', { language: 'bs', file });
  for (const html of program.printed) expect(html).not.toMatch(/(dictionary|rules)-(justice|victims):/);
  expect(program.printed[0]).toContain('Обвинет');
  expect(program.printed[1]).toContain('I pandehur');

  for (const { id: entity } of index.register.entities) {
    const { text } = await program.call('exchange.template', { kind: 'justice', entity, language: 'ro', file: null });
    for (const { no } of index.fieldsOf(entity).filter(isTyped)) expect(text).toContain(no);
  }
  const quality = await program.call('quality.table', { entity: 'case', period: null, by: null, line: null });
  expect(quality.lines[0]?.records).toBe(1);
  expect((await program.runJob('register.check', { seal: null })).sound).toBe(true);
  const backup = await program.runJob('backup.create', { folder: program.folder });
  expect(backup.contents).toMatchObject({ kind: 'justice', counts: { case: 1 } });
  const key = { login: 'first', passphrase };
  expect((await program.runJob('backup.verify', { file: backup.file, key })).contents.counts).toEqual({ case: 1 });
  expect(program.incidents).toEqual([]);
});
