import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cssString, html } from '#electron/services/reports/html.ts';
import { createTexts } from '#electron/services/reports/texts.ts';
import { languages } from '#shared/languages.ts';
import { openRegister, openTraining, type Program } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';

async function trainingProgram(): Promise<Program> {
  return openTraining(120, 5, { now: '2026-11-20T10:00:00Z' });
}

async function printed(
  program: Program,
  view: 'public' | 'internal',
  language: 'sq' | 'mk' = 'sq',
  id = 'T16',
): Promise<string> {
  const file = join(program.folder, 'table.pdf');
  await program.call('report.write', { id, period: '2025', view, language, format: 'pdf', file });
  return program.printed.at(-1) ?? '';
}

/** The rules of every kind of page that the print uses. */
const pageRules = (document: string): string[] => document.match(/@page \w+\{[\s\S]*?\}\}/g) ?? [];

test('every page of an internal print says that it is not for publication, and no page of a public one does', async () => {
  const program = await trainingProgram();
  const notice = createTexts('sq')('print:internalNotice');
  const internal = pageRules(await printed(program, 'internal'));
  expect(internal).toHaveLength(2);
  for (const rules of internal) expect(rules).toContain(notice);
  expect(await printed(program, 'public')).not.toContain(notice);
});

test('every page of a print from a training register carries the band', async () => {
  const program = await trainingProgram();
  const band = createTexts('sq')('print:training');
  for (const rules of pageRules(await printed(program, 'public'))) expect(rules).toContain(band);
});

test('each table of a print names its digest, and the print holds no count that the public view hides', async () => {
  const program = await trainingProgram();
  const { tables } = await program.call('statistics.table', { id: 'T16', period: '2025', view: 'public' });
  const document = await printed(program, 'public');
  for (const { digest } of tables) expect(document).toContain((digest.toUpperCase().match(/.{4}/g) ?? []).join('-'));
  const figures = [...document.matchAll(/<td class="n">(\d+)<\/td>/g)].map(([, figure]) => Number(figure));
  expect(figures.length).toBeGreaterThan(20);
  expect(figures.filter((figure) => figure > 0 && figure < 5)).toEqual([]);
});

test('prints hold neither scripts nor style attributes nor addresses outside the program', async () => {
  const program = await trainingProgram();
  const { rows } = await program.call(
    'record.list',
    listOf('victim', { filters: [{ kind: 'state', anyOf: ['verified'] }], limit: 1 }),
  );
  const file = join(program.folder, 'print.pdf');
  await program.call('record.print', { id: rows[0]?.meta.id ?? '', language: 'sq', file, withIdentity: true });
  await program.call('dictionary.print', { language: 'bg', file });
  await printed(program, 'internal', 'mk');
  for (const document of program.printed) {
    expect(document).not.toMatch(/<script|\sstyle=|https?:|\son\w+=/);
    expect(document).not.toContain('undefined');
  }
});

test('a print of a record holds direct identifiers only where they were asked for', async () => {
  const program = await trainingProgram();
  const { rows } = await program.call('record.list', listOf('victim'));
  const id = rows.find(({ meta }) => meta.hasIdentity)?.meta.id ?? '';
  const { values } = await program.call('identity.open', { recordId: id, reason: null });
  const name = String(values.last_name);
  const file = join(program.folder, 'record.pdf');
  await program.call('record.print', { id, language: 'en', file, withIdentity: false });
  expect(program.printed.at(-1)).not.toContain(name);
  await program.call('record.print', { id, language: 'en', file, withIdentity: true });
  expect(program.printed.at(-1)).toContain(name);
});

test('the recovery sheet shows every digit of its eight lines', async () => {
  const program = await openRegister();
  const [sheet] = await program.call('recovery.reissue', {}).then(({ sheets }) => sheets);
  if (!sheet) throw new Error('no sheet');
  await program.call('recovery.print', { sheet, language: 'ro', file: join(program.folder, 'sheet.pdf') });
  const digits = (program.printed.at(-1) ?? '').replace(/\u2002/g, '');
  for (const line of sheet.lines) expect(digits).toContain(line.replace(/\D/g, ''));
});

test('a CSV table opens as text with labels beside keys and hidden cells marked; of an empty one nothing is said to be hidden', async () => {
  const program = await trainingProgram();
  const file = join(program.folder, 'table.csv');
  await program.call('report.write', {
    id: 'T16',
    period: '2025',
    view: 'public',
    language: 'sq',
    format: 'csv',
    file,
  });
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain('●');
  expect(text).toContain('"sexual_exploitation","Shfrytëzim seksual"');
  expect(text).toMatch(/,"percent"\r\n.*,"% \(Gjithsej\)"\r\n/);
  expect(text).toMatch(/"total",.*,"100"\r\n/);
  const empty = { id: 'T15', period: '1999', view: 'public', language: 'sq', format: 'pdf' } as const;
  await program.call('report.write', { ...empty, file: join(program.folder, 'table.pdf') });
  const t = createTexts('sq');
  for (const key of ['print:noPercent', 'tables:hidden']) expect(program.printed.at(-1)).not.toContain(t(key));
});

test('a file that cannot be written is told in the words of the program', async () => {
  const program = await trainingProgram();
  const file = join(program.folder, 'no-such-folder', 'table.json');
  const reply = await program.send('report.write', {
    id: 'K9',
    period: '2025',
    view: 'public',
    language: 'en',
    format: 'json',
    file,
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'FILE_WRITE_FAILED' } });
});

test('what stands in a value never becomes markup or ends a style sheet', () => {
  expect(html`<p title="${'"'}">${'<b>&</b>'}</p>`.text).toBe('<p title="&quot;">&lt;b&gt;&amp;&lt;/b&gt;</p>');
  expect(cssString('a"b</style>\n').slice(1, -1)).not.toMatch(/["\n<>]/);
});

test('every language numbers the pages', () => {
  for (const language of languages) expect(createTexts(language)('print:page', { page: 1, pages: 2 })).toMatch(/1.*2/);
});
