/** What every register has, asked of a justice register: a whole case entered, numbered, printed, written out and read in. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Contract, Output } from '#shared/contract/contract.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { withinKey } from '#shared/records/content.ts';
import { identityKey } from '#shared/records/identity.ts';
import type { FieldValue, RecordContent } from '#shared/records/record.ts';
import { wholeCase } from '../justice/whole-case.ts';
import { openRegister, type Program, passphrase } from './open-program.ts';

type Opened = Output<'record.open'>;
type Content = InputOf<Contract['record.save']>['content'];

const index = indexOfKind('justice');
const isDerived = (entity: string, id: string): boolean => index.findField(entity, id)?.derived === true;

// Invented. The day of birth fits the age at the offence that the case tells.
const identity = {
  def_first_name: 'Zzyxanto',
  def_last_name: 'Qwordov',
  def_personal_no: '9911223344',
  def_birth_date: '1989-02-03',
};

/** A whole case as the window would send it: rows under ids of their own, what the program sets left to the program. */
function typedCase(): Content {
  const { values, groups } = wholeCase({
    // Codes of the lists that a register of Kosovo is delivered with.
    case: { prosecutor_office: 'prosecution_prishtine', exploitation_forms: ['begging', 'forced_labour_or_services'] },
    charge: { legal_article: 'cc2019_165_child' },
    trial: { court: 'court_prishtine' },
  });
  const ids = new Map<string, string>();
  for (const row of Object.values(groups).flat()) ids.set(row.id, newId());
  const idOf = (name: unknown): string => ids.get(String(name)) ?? '';
  const typed = (entity: string, answers: Readonly<Record<string, FieldValue>>) =>
    Object.fromEntries(
      Object.entries(answers)
        // The code of a person is given when the case is numbered.
        .filter(([id]) => !isDerived(entity, id) && id !== 'person_code')
        .map(([id, value]) => [id, id === withinKey ? idOf(value) : value]),
    );
  return {
    values: typed('case', values),
    groups: Object.fromEntries(
      Object.entries(groups).map(([entity, rows]) => [
        entity,
        rows.map((row) => ({ id: idOf(row.id), values: typed(entity, row.values) })),
      ]),
    ),
  } as Content;
}

async function enterCase(program: Program): Promise<Opened> {
  const { meta } = await program.call('record.create', { entity: 'case' });
  const { id } = meta;
  const saved = await program.call('record.save', { id, revision: meta.revision, content: typedCase(), reason: null });
  const [defendant] = saved.content.groups['defendant'] ?? [];
  const named = await program.call('identity.save', {
    recordId: id,
    revision: saved.meta.revision,
    values: Object.fromEntries(
      Object.entries(identity).map(([field, value]) => [identityKey({ row: defendant?.id ?? '', field }), value]),
    ),
  });
  expect((await program.call('record.check', { id })).findings).toEqual([]);
  const numbered = await program.call('record.number', { id, revision: named.meta.revision });
  await program.call('record.complete', { id, revision: numbered.meta.revision, confirmations: [] });
  return program.call('record.open', { id });
}

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
