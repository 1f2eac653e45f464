import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { openValues, sealValues } from '#electron/services/records/vault-cipher.ts';
import { columnsOf } from '#shared/dictionary/derive-columns.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { formatCode } from '#shared/records/check-character.ts';
import { listOf } from './list-of.ts';
import { openTestRegister, registerId, type TestRegister } from './test-register.ts';

let register: TestRegister;
let officer: RecordSession;
let colleague: RecordSession;
let supervisor: RecordSession;

// Invented; each stands out in a search through bytes.
const identity = {
  first_name: 'Zzyxanta',
  last_name: 'Qwordova',
  national_id: '9911223344',
  contact_details: 'Rruga Xhuxhubardha 9',
  date_of_birth: '2009-04-17',
};

beforeEach(() => {
  register = openTestRegister();
  officer = register.as('ana', ['officer']);
  colleague = register.as('besa', ['officer']);
  supervisor = register.as('cveta', ['supervisor']);
});
afterEach(() => register.close());

const code = (value: string) => expect.objectContaining({ code: value });

function withIdentity(
  session = officer,
  values: Record<string, string> = identity,
  content: Record<string, string | string[]> = {},
) {
  const { meta } = register.records.create(session, 'victim');
  const saved =
    Object.keys(content).length === 0
      ? { meta }
      : register.records.save(session, {
          id: meta.id,
          revision: meta.revision,
          content: { values: content, groups: {} },
          reason: null,
        });
  return register.records.identities.save(session, { recordId: meta.id, revision: saved.meta.revision, values });
}

describe('the vault', () => {
  test('whoever holds the data key alone finds no identifier in the file', () => {
    withIdentity();
    register.database.sql.pragma('wal_checkpoint(TRUNCATE)');
    const copy = join(register.folder, 'clear.db');
    const opened = openDatabase({ file: register.file, key: register.dataKey, mode: 'write' });
    opened.sql.prepare('VACUUM INTO ?').run(copy);
    opened.close();
    // The copy in clear is what a thief of the data key could make of the register.
    const clear = openDatabase({ file: copy, key: register.dataKey, mode: 'write' });
    clear.sql.pragma('journal_mode = DELETE');
    clear.sql.pragma(`rekey = ''`);
    clear.close();
    const bytes = readFileSync(copy);
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
    for (const value of Object.values(identity)) {
      expect(bytes.includes(Buffer.from(value, 'utf8'))).toBe(false);
      expect(bytes.includes(Buffer.from(value.toLowerCase(), 'utf8'))).toBe(false);
    }
  });

  test('no identifier stands in clear in any file of the register', () => {
    withIdentity();
    for (const name of readdirSync(register.folder)) {
      const bytes = readFileSync(join(register.folder, name));
      for (const value of Object.values(identity)) expect(bytes.includes(Buffer.from(value, 'utf8'))).toBe(false);
    }
  });

  test('a blob opens only with its key, for its register, record and revision', () => {
    const key = randomBytes(32);
    const place = { registerId, recordId: 'a', revision: 3 };
    const blob = sealValues(key, place, identity);
    expect(openValues(key, place, blob)).toEqual(identity);
    expect(() => openValues(randomBytes(32), place, blob)).toThrow();
    expect(() => openValues(key, { ...place, recordId: 'b' }, blob)).toThrow();
    expect(() => openValues(key, { ...place, revision: 4 }, blob)).toThrow();
    expect(() => openValues(key, { ...place, registerId: 'other' }, blob)).toThrow();
    expect(() => openValues(key, { ...place, use: 'history' }, blob)).toThrow();
  });

  test('old identifiers are kept sealed in the history, and the history on screen shows only that they changed', () => {
    const first = withIdentity();
    const second = register.records.identities.save(officer, {
      recordId: first.meta.id,
      revision: first.meta.revision,
      values: { ...identity, last_name: 'Vvornika' },
    });
    const sealed = register.database.sql
      .prepare('SELECT sealed FROM history WHERE record_id = ? AND revision = ? AND sealed IS NOT NULL')
      .pluck()
      .get(first.meta.id, second.meta.revision) as Buffer;
    const place = { registerId, recordId: first.meta.id, revision: second.meta.revision, use: 'history' as const };
    expect(openValues(register.vaultKey, place, sealed)).toEqual(identity);
    const shown = JSON.stringify(register.records.history(supervisor, first.meta.id));
    expect(shown).toContain('identity-changed');
    for (const value of [...Object.values(identity), 'Vvornika']) expect(shown).not.toContain(value);
  });

  test('emptying the identity takes the blob away', () => {
    const first = withIdentity();
    expect(first.meta.hasIdentity).toBe(true);
    const emptied = register.records.identities.save(officer, {
      recordId: first.meta.id,
      revision: first.meta.revision,
      values: {},
    });
    expect(emptied.meta.hasIdentity).toBe(false);
    expect(register.database.sql.prepare('SELECT count(*) FROM victim_identity').pluck().get()).toBe(0);
  });
});

describe('who may open an identity', () => {
  test('its own officer and the supervisor do so at once, another officer only with a written reason', () => {
    const { meta } = withIdentity();
    const { identities } = register.records;
    expect(identities.open(officer, meta.id, null).values).toEqual(identity);
    expect(identities.open(supervisor, meta.id, null).values).toEqual(identity);
    expect(() => identities.open(colleague, meta.id, null)).toThrowError(code('REASON_NEEDED'));
    expect(identities.open(colleague, meta.id, 'her sister asks').values).toEqual(identity);
    expect(register.records.open(colleague, meta.id).allowed).toMatchObject({
      identity: 'with-reason',
      editIdentity: false,
    });
    const input = { recordId: meta.id, revision: meta.revision, values: { first_name: 'Other' } };
    expect(() => identities.save(colleague, input)).toThrowError(code('FORBIDDEN'));
  });

  test('without the vault key there is no identity, and the record is still read and saved', () => {
    const { meta, content } = withIdentity();
    const without = register.as('cveta', ['supervisor'], { withoutVaultKey: true });
    expect(() => register.records.identities.open(without, meta.id, null)).toThrowError(code('VAULT_KEY_NEEDED'));
    expect(register.records.open(without, meta.id).allowed.identity).toBe('no');
    const saved = register.records.save(without, {
      id: meta.id,
      revision: meta.revision,
      content: { values: { ...content.values, sex: 'female' }, groups: {} },
      reason: null,
    });
    // The year was set from the birth date, which this session cannot see.
    expect(saved.content.values.birth_year).toBe(2009);
    expect(register.records.identities.open(officer, meta.id, null).values).toEqual(identity);
  });

  test('no answer about a record carries an identifier', async () => {
    const { meta } = withIdentity();
    const columns = columnsOf(indexOfKind('victims'), 'victim').map(({ field }) => field.id);
    const shown = JSON.stringify([
      register.records.open(supervisor, meta.id),
      await register.records.list(supervisor, listOf('victim', { columns })),
      register.records.check(supervisor, meta.id),
    ]);
    for (const value of Object.values(identity)) expect(shown).not.toContain(value);
    for (const word of ['Zzyxanta', 'qwordova', '9911223344']) {
      expect((await register.records.list(supervisor, listOf('victim', { search: word }))).total).toBe(0);
    }
  });
});

describe('the same person', () => {
  test('is recognised by name and birth date however the name is spelt, without opening any vault', () => {
    const first = withIdentity(officer, { first_name: 'Đorđe', last_name: 'Shpetimović', date_of_birth: '1990-05-06' });
    const second = withIdentity(colleague, {
      first_name: 'DJORDJE',
      last_name: 'Spetimovic',
      date_of_birth: '1990-05-06',
    });
    expect(register.records.open(colleague, second.meta.id).context.likelyDuplicates).toEqual([first.meta.id]);
    const other = withIdentity(colleague, {
      first_name: 'DJORDJE',
      last_name: 'Spetimovic',
      date_of_birth: '1990-05-07',
    });
    expect(register.records.open(colleague, other.meta.id).context.likelyDuplicates).toEqual([]);
  });

  test('is suspected by birth date, sex, citizenship and country of recruitment together', () => {
    const like = { sex: 'female', citizenship: ['MDA', 'ROU'], recruitment_country: 'MDA' };
    const first = withIdentity(officer, { date_of_birth: '1999-09-09' }, like);
    const second = withIdentity(officer, { date_of_birth: '1999-09-09' }, { ...like, citizenship: ['MDA'] });
    const third = withIdentity(officer, { date_of_birth: '1999-09-09' }, { ...like, sex: 'male' });
    expect(register.records.open(officer, second.meta.id).context.likelyDuplicates).toEqual([first.meta.id]);
    expect(register.records.open(officer, third.meta.id).context.likelyDuplicates).toEqual([]);
  });

  test('a code typed for a new registration must stand in the register, and then joins the two', () => {
    const first = withIdentity();
    const known = formatCode('V', 2026, 417);
    register.database.sql.prepare('UPDATE victim SET number = 1, code = ? WHERE id = ?').run(known, first.meta.id);
    const { meta } = register.records.create(colleague, 'victim');
    const save = (victim_code: string) =>
      register.records.save(colleague, {
        id: meta.id,
        revision: 1,
        content: { values: { victim_code }, groups: {} },
        reason: null,
      });
    expect(() => save(formatCode('V', 2026, 418))).toThrowError(code('INVALID_INPUT'));
    expect(() => save(known.replace('417', '471'))).toThrowError(code('INVALID_INPUT'));
    expect(save(known.toLowerCase().replaceAll('-', ' ')).meta.code).toBe(known);
    const { context } = register.records.open(colleague, meta.id);
    expect(context.otherRegistrations.map(({ recordId }) => recordId)).toEqual([first.meta.id]);
  });
});
