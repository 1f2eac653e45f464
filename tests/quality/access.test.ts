import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTexts } from '#electron/services/reports/texts.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { type Language, languages } from '#shared/languages.ts';
import { openTraining, type Program, passphrase, signInAs } from '../program/open-program.ts';
import { addOfficer, databaseOf, openQualityProgram } from './quality-program.ts';

type By = ParsedInput<'quality.table'>['by'];

async function trainingProgram(records = 120): Promise<Program> {
  return openTraining(records, 5, { now: '2026-11-20T10:00:00Z' });
}

const question = (by: By = null) => ({ entity: 'victim', period: null, by, line: null });
const ask = (program: Program, by: By = null) => program.send('quality.table', question(by));

async function backToFirst(program: Program): Promise<void> {
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
}

test('supervisors and auditors see figures by officer with names, analysts and officers do not get them at all', async () => {
  const program = await trainingProgram();
  for (const role of ['supervisor', 'auditor'] as const) {
    await signInAs(program, [role]);
    const reply = await ask(program, 'officer');
    expect(reply).toMatchObject({
      ok: true,
      value: { scope: 'register', lines: [{ key: null }, { name: 'First Account' }] },
    });
    await backToFirst(program);
  }
  for (const role of ['analyst', 'officer'] as const) {
    await signInAs(program, [role]);
    expect(await ask(program, 'officer')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await ask(program, 'office')).toMatchObject({ ok: true });
    const file = join(program.folder, 'quality.csv');
    const write = await program.send('quality.write', { ...question('officer'), language: 'en', format: 'csv', file });
    expect(write).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    await backToFirst(program);
  }
});

test('an analyst gets figures in which no account is named', async () => {
  const { program, officers } = await openQualityProgram(120, 9);
  await signInAs(program, ['analyst']);
  for (const by of [null, 'office', 'year'] as const) {
    const text = JSON.stringify(await program.call('quality.table', question(by)));
    for (const id of officers) expect(text).not.toContain(id);
    for (const name of ['First Account', 'Name of ana']) expect(text).not.toContain(name);
  }
});

test('figures of every role but the officer are of the whole register', async () => {
  const program = await trainingProgram();
  const whole = await program.call('quality.table', question());
  expect(whole.scope).toBe('register');
  await addOfficer(program, 'ana');
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'ana', passphrase });
  const own = await program.call('quality.table', question('office'));
  expect(own).toMatchObject({ scope: 'own', draftsLeftOut: 0, lines: [{ records: 0 }] });
});

test('asking leaves an entry that says by what, and no figure', async () => {
  const program = await trainingProgram();
  await program.call('quality.table', { ...question('office'), period: '2025' });
  const entry = databaseOf(program)
    .prepare(`SELECT detail FROM audit_entry WHERE name = 'quality.table' ORDER BY number DESC LIMIT 1`)
    .get();
  expect(JSON.parse(String(entry?.detail))).toEqual({ entity: 'victim', period: '2025', by: 'office' });
});

test('a kind of record, a line without a breakdown and a period that do not exist are refused', async () => {
  const program = await trainingProgram();
  const refused = async (input: Partial<ParsedInput<'quality.table'>>) =>
    program.send('quality.table', { ...question(), ...input });
  expect(await refused({ entity: 'victim_identity' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await refused({ entity: 'constructor' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await refused({ line: 'north' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await refused({ period: '2025-02-01..2025-01-01' })).toMatchObject({ error: { code: 'NO_PERIOD' } });
});

async function printed(program: Program, by: By, language: Language): Promise<string> {
  const file = join(program.folder, 'quality.pdf');
  await program.call('quality.write', { ...question(by), language, format: 'pdf', file });
  return program.printed.at(-1) ?? '';
}

test('every page of a print is internal, and says that figures by officer are personal data of staff', async () => {
  const { program } = await openQualityProgram(150, 3);
  for (const language of languages) {
    const t = createTexts(language);
    for (const by of [null, 'office', 'officer', 'year'] as const) {
      const document = await printed(program, by, language);
      const pages = document.match(/@page \w+\{[\s\S]*?\}\}/g) ?? [];
      expect(pages.length).toBeGreaterThan(2);
      for (const rules of pages) {
        expect(rules).toContain(t('print:internalNotice'));
        expect(rules.includes(t('quality:staff'))).toBe(by === 'officer');
      }
      expect(document).not.toMatch(/<script|\sstyle=|https?:|undefined|NaN|\{\{/);
    }
  }
});

test('a print and a file name the digest of the figures they hold, the same in every language', async () => {
  const program = await trainingProgram();
  const table = await program.call('quality.table', question('office'));
  const grouped = (table.digest.toUpperCase().match(/.{4}/g) ?? []).join('-');
  expect(await printed(program, 'office', 'sq')).toContain(grouped);
  const file = join(program.folder, 'quality.csv');
  const written = await program.call('quality.write', { ...question('office'), language: 'mk', format: 'csv', file });
  expect(written.digest).toBe(table.digest);
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain(`"digest";"${table.digest}"`);
  expect(text).toContain(createTexts('mk')('print:internalNotice'));
  const sex = table.fields.find(({ field }) => field === 'sex')?.answers;
  expect(text).toMatch(new RegExp(`"victim\\.sex";"[^"]+";"V\\d+";"[^"]+";"[^"]+";"?${sex?.applies.count}"?;`));
});

test('no reason that somebody wrote leaves the screen', async () => {
  const program = await trainingProgram(600);
  const { confirmations } = await program.call('quality.confirmations', { ...question(), rule: null, limit: 10 });
  const reason = confirmations[0]?.reason ?? '';
  expect(reason.length).toBeGreaterThan(10);
  expect(await printed(program, 'officer', 'sq')).not.toContain(reason);
  const file = join(program.folder, 'quality.csv');
  await program.call('quality.write', { ...question('officer'), language: 'sq', format: 'csv', file });
  expect(readFileSync(file, 'utf8')).not.toContain(reason);
});
