/** What leaves in an export: encrypted unless asked otherwise, and without what would name a person. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { openRegister, type Program, signInAs } from '../program/open-program.ts';
import { readRows } from '../recount/read-export.ts';

function databaseOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

test('an encrypted export opens with the age format and its passphrase, and only with it', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 30, seed: 2 });
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  const result = await program.runJob('exchange.export', {
    folder,
    labels: null,
    identifiedReason: null,
    clear: false,
  });
  expect(result.encrypted).toBe(true);
  expect(readdirSync(folder).filter((name) => !name.endsWith('.csv.age'))).toEqual([]);
  for (const name of ['victim.csv.age', 'journey_leg.csv.age']) {
    const bytes = readFileSync(join(folder, name));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(result.passphrase ?? '');
    expect(await decrypter.decrypt(bytes, 'text')).toMatch(/^id,/);
  }
  const wrong = new Decrypter();
  wrong.addPassphrase(`${result.passphrase}x`);
  await expect(wrong.decrypt(readFileSync(join(folder, 'victim.csv.age')))).rejects.toThrow();
});

test('a pseudonymised export has no id, code, number, municipality, text, language or special category of the register', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 300, seed: 6 });
  await signInAs(program, ['analyst']);
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  await program.runJob('exchange.export', { folder, labels: 'sq', identifiedReason: null, clear: true });
  const index = indexOfKind('victims');
  const files = readdirSync(folder);
  expect(files).not.toContain('victim_identity.csv');
  const everything = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const { sql } = databaseOf(program);
  const column = (query: string): string[] => (sql.prepare(query).pluck().all() as unknown[]).map(String);
  const secrets = [
    ...column('SELECT id FROM victim'),
    ...column('SELECT id FROM prevented_case'),
    ...column('SELECT code FROM victim WHERE code IS NOT NULL'),
    ...column('SELECT code FROM prevented_case WHERE code IS NOT NULL'),
    ...index.groupsOf('victim').flatMap(({ id }) => column(`SELECT id FROM "${id}"`)),
    ...column('SELECT id FROM account'),
    ...column('SELECT justice_case_ref FROM victim WHERE justice_case_ref IS NOT NULL'),
    ...column('SELECT border_point FROM journey_leg WHERE border_point IS NOT NULL'),
  ].filter((secret) => secret.length > 3);
  expect(secrets.length).toBeGreaterThan(500);
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  expect(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/.test(everything)).toBe(false);
  const hidden = index.register.fields.filter(
    ({ sensitivity, list, type, meta }) =>
      sensitivity === 'special' ||
      sensitivity === 'direct' ||
      list === 'MUNI' ||
      list === 'LANG' ||
      (type === 'text' && meta === undefined),
  );
  const headers = files.flatMap((name) =>
    (readFileSync(join(folder, name), 'utf8').split('\r\n', 1)[0] ?? '').split(','),
  );
  expect(hidden.filter(({ id }) => headers.includes(id)).map(({ id }) => id)).toEqual([]);
  for (const row of readRows(folder, 'victim')) {
    expect(row.victim_number ?? '').toBe('');
    for (const { id } of index
      .fieldsOf('victim')
      .filter(({ sensitivity, type }) => sensitivity === 'quasi' && type === 'int')) {
      const cell = row[id] ?? '';
      if (/^\d+$/.test(cell)) expect(Number(cell) % 5, id).toBe(0);
    }
  }
  // Two exports cannot be laid side by side.
  const again = join(program.folder, 'again');
  mkdirSync(again);
  await program.runJob('exchange.export', { folder: again, labels: null, identifiedReason: null, clear: true });
  const ids = new Set(readRows(folder, 'victim').map(({ id }) => id));
  expect(readRows(again, 'victim').filter(({ id }) => ids.has(id))).toEqual([]);
});
