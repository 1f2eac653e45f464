/** The certificate: what it names, what it never holds, and that it can be printed again. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTexts } from '#electron/services/reports/texts.ts';
import { languages } from '#shared/languages.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { databaseOf, eraseByTwo, namedVictim, numberedCase, openOffice, propose, reason, signIn } from './people.ts';

async function printed(program: Program, id: string, language: (typeof languages)[number] = 'en'): Promise<string> {
  await program.call('erasure.print', { id, language, file: join(program.folder, 'certificate.pdf') });
  return program.printed.at(-1) ?? '';
}

/** A backup that the register knows of, without the work of making one. */
function knowBackup(program: Program, at: string, file: string): void {
  databaseOf(program).prepare(`INSERT INTO backup_log VALUES (?, ?, ?, 1000, 1, 'digest')`).run(file, at, file);
}

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('it names number, code, ground, law, both persons, rows by kind, and every backup with its last day', async () => {
  const program = await openOffice();
  await program.call('retention.set', { lawBasis: 'Law No. 6, article 4', backupMonths: 18 });
  knowBackup(program, '2020-01-01T08:00:00.000Z', '/media/stick/before.kriter');
  await signIn(program, 'super');
  const meta = await numberedCase(program);
  knowBackup(program, new Date().toISOString(), 'E:\\kopje\\during.kriter');
  const { ids } = await eraseByTwo(program, [meta.id]);
  knowBackup(program, new Date(Date.now() + 1000).toISOString(), '/media/stick/after.kriter');
  const text = textOf(await printed(program, ids[0] ?? ''));
  for (const part of [
    'Ministria e Brendshme',
    meta.code ?? 'no code',
    `No. ${meta.number}`,
    meta.id,
    reason,
    'Law No. 6, article 4',
    'Name of super',
    'Name of admin',
    'Record 1',
    'Entry in the search index 1',
    'keeps its backups for 18 months',
    'during.kriter',
  ]) {
    expect(text).toContain(part);
  }
  // Made before the record was there, or after it was gone: they never held it. No folder of a machine is named.
  for (const part of ['before.kriter', 'after.kriter', 'kopje']) expect(text).not.toContain(part);
  const until = new Date();
  until.setMonth(until.getMonth() + 18);
  expect(text).toContain(String(until.getFullYear()));
});

test('a backup that was still being written during the erasure is on the certificate as soon as it is finished', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const { id } = await numberedCase(program);
  const startedAt = new Date().toISOString();
  const { ids } = await eraseByTwo(program, [id]);
  expect(await printed(program, ids[0] ?? '')).not.toContain('slow.kriter');
  knowBackup(program, startedAt, '/media/stick/slow.kriter');
  expect(await printed(program, ids[0] ?? '')).toContain('slow.kriter');
});

test('it is the same certificate in every language and at every print, told by its digest', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const meta = await namedVictim(program);
  const { ids } = await eraseByTwo(program, [meta.id], 'vault');
  const digests = new Set<string>();
  for (const language of languages) {
    const html = await printed(program, ids[0] ?? '', language);
    const t = createTexts(language);
    expect(html).toContain(t('retention:certificate.title'));
    expect(textOf(html)).toContain(t('retention:certificate.lead.vault'));
    for (const [digest] of html.matchAll(/[0-9A-F]{4}(-[0-9A-F]{4}){3}/g)) digests.add(digest);
    expect(html).not.toContain('Shembulli');
    expect(html).not.toMatch(/<script|style="|https?:/);
  }
  const printedDigest = [...digests].map((digest) => digest.replaceAll('-', '').toLowerCase());
  const entries = databaseOf(program).prepare(`SELECT detail FROM audit_entry WHERE name = 'erasure.print'`).all();
  const audited = new Set(entries.map(({ detail }) => String(JSON.parse(String(detail)).digest)));
  expect(audited.size).toBe(1);
  expect(printedDigest).toEqual(expect.arrayContaining([...audited]));
  expect(entries).toHaveLength(languages.length);
});

test('in an office of one it says that the same person proposed and confirmed after waiting', async () => {
  const program = await openRegister(['administrator', 'supervisor']);
  const { id } = await numberedCase(program);
  const ids = await propose(program, [id]);
  program.clock = { now: () => new Date(Date.now() + 8 * 86_400_000) };
  await program.call('erasure.confirm', { ids });
  const html = await printed(program, ids[0] ?? '');
  expect(html).toContain(createTexts('en')('retention:certificate.samePerson', { days: 7 }));
});

test('there is no certificate of a proposal, and a withdrawn one has none either', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const { id } = await numberedCase(program);
  const [proposal = ''] = await propose(program, [id]);
  const input = { id: proposal, language: 'en' as const, file: join(program.folder, 'certificate.pdf') };
  expect(await program.send('erasure.print', input)).toMatchObject({ error: { code: 'RECORD_NOT_FOUND' } });
  await program.call('erasure.withdraw', { id: proposal, reason: 'Not yet.' });
  expect(await program.send('erasure.print', input)).toMatchObject({ error: { code: 'RECORD_NOT_FOUND' } });
});
