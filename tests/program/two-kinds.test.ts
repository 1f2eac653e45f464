/** A register is of one kind: what it holds is never read, shown or changed as the other. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headerText, readHeader, signHeader } from '#electron/security/header.ts';
import { createTexts } from '#electron/services/reports/texts.ts';
import { languages } from '#shared/languages.ts';
import { openRegister, type Program, passphrase } from './open-program.ts';

const otherThan = { victims: 'justice', justice: 'victims' } as const;
const kinds = ['victims', 'justice'] as const;
const signIn = (program: Program) =>
  program.send('session.sign-in', { path: program.register, login: 'first', passphrase });

const tablesOf = (program: Program): unknown[] =>
  program.services.sessions
    .current()
    ?.register.database.sql.prepare(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table' ORDER BY "name"`)
    .pluck()
    .all() ?? [];

test.each(kinds)('a register of %s is made, locked and opened again as what it is', async (kind) => {
  const program = await openRegister(undefined, kind);
  const before = tablesOf(program);
  expect(before).toContain(kind === 'victims' ? 'victim' : 'defendant');
  expect(before).not.toContain(kind === 'victims' ? 'defendant' : 'victim');
  await program.call('session.lock', {});
  expect(await signIn(program)).toMatchObject({ ok: true, value: { register: { kind } } });
  expect(tablesOf(program)).toEqual(before);
});

test.each(kinds)(
  'a register of %s whose header was made to say the other kind is refused and left as it was',
  async (kind) => {
    const program = await openRegister(undefined, kind);
    const tables = tablesOf(program);
    const key = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
    await program.call('session.lock', {});
    const header = readHeader(program.register);
    const write = (text: string): void => {
      for (const name of ['header.json', 'header.copy.json']) writeFileSync(join(program.register, name), text);
    };
    // Signed with the key of the register itself, so that nothing but the kind can be what is refused.
    write(headerText(signHeader({ ...header, kind: otherThan[kind] }, key)));
    expect(await signIn(program)).toMatchObject({
      ok: false,
      error: { code: 'REGISTER_OTHER_KIND', params: { kind } },
    });
    write(headerText(header));
    expect(await signIn(program)).toMatchObject({ ok: true, value: { register: { kind } } });
    expect(tablesOf(program)).toEqual(tables);
  },
);

test('the refusal says in every language what happened and what to do, and names both kinds', () => {
  const said = languages.map((language) => {
    const t = createTexts(language);
    return ['what', 'safe', 'todo'].map((part) => t(`errors:REGISTER_OTHER_KIND.${part}`)).join(' ');
  });
  expect(new Set(said).size).toBe(languages.length);
  const words = [/viktimat.*procedurat penale/, /žrtve.*krivični postupci/, /жртвите.*кривичните/];
  for (const word of words) expect(said.some((text) => word.test(text))).toBe(true);
});
