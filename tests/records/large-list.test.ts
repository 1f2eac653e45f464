import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import type { RecordFilter } from '#shared/contract/list-query.ts';
import { listOf } from './list-of.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

const count = 45_013;
let register: TestRegister;
let officer: RecordSession;

/** So many bare drafts, one in three with a sex, from a number on. */
function fill(from: number, records: number): void {
  const { database } = register;
  const id = `printf('019b0000-0000-7000-8000-%012d', n)`;
  const numbers = `WITH RECURSIVE s(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${from + records})`;
  database.write(() => {
    database.sql.exec(
      `${numbers} INSERT INTO "victim" ("id", "state", "archived", "revision", "dictionary_version", "entered_by", "created_at", "saved_at", "sex")
       SELECT ${id}, 'draft', 0, 1, '1', '${officer.account.id}', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z',
       CASE n % 3 WHEN 0 THEN 'female' END FROM s`,
    );
    database.sql.exec(
      `${numbers} INSERT INTO "change" ("entity", "record_id", "at") SELECT 'victim', ${id}, '' FROM s`,
    );
  });
}

beforeAll(() => {
  register = openTestRegister();
  officer = register.as('ana');
  fill(0, count);
});
afterAll(() => register.close());

const females: RecordFilter[] = [{ kind: 'codes', field: 'sex', anyOf: ['female'] }];
const total = async (filters: RecordFilter[] = []): Promise<number> =>
  (await register.records.list(officer, listOf('victim', { filters, limit: 1 }))).total;

test('one change among many records is followed, and so are more at once than can be followed one by one', async () => {
  expect(await total(females)).toBe(Math.ceil(count / 3));
  const { meta, content } = register.records.create(officer, 'victim');
  expect(await total(females)).toBe(Math.ceil(count / 3));
  const values = { ...content.values, sex: 'female' };
  register.records.save(officer, {
    id: meta.id,
    revision: meta.revision,
    content: { ...content, values },
    reason: null,
  });
  expect(await total(females)).toBe(Math.ceil(count / 3) + 1);
  fill(60_000, 9_000);
  expect(await total()).toBe(count + 1 + 9_000);
  expect(await total(females)).toBe(Math.ceil(count / 3) + 1 + 3_000);
});

test('the parts of a long list hold every record once', async () => {
  const order = { by: 'field', field: 'sex', descending: true } as const;
  const seen = new Set<string>();
  let version: number | null = null;
  for (let offset = 0; ; offset += 500) {
    const part = await register.records.list(officer, listOf('victim', { order, offset, limit: 500, version }));
    version = part.version;
    for (const { meta } of part.rows) seen.add(meta.id);
    if (offset >= part.total) {
      expect(seen.size).toBe(part.total);
      return;
    }
  }
}, 120_000);
