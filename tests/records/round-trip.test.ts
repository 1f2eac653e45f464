import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyAfter } from '#electron/database/repositories/history.ts';
import { revertTo } from '#electron/services/records/last-completed.ts';
import { diffContent } from '#electron/services/records/record-diff.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { draftMeta } from '#electron/services/records/records.ts';
import { readReferences } from '#electron/services/reference.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { anyContent, anyValues } from './arbitrary-content.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

let register: TestRegister;
let references: Record<string, readonly string[]>;

beforeAll(() => {
  register = openTestRegister();
  references = Object.fromEntries(
    Object.entries(readReferences(register.database)).map(([list, entries]) => [list, entries.map(({ code }) => code)]),
  );
});
afterAll(() => register.close());

const withoutMeta = (entity: string, content: RecordContent): RecordContent => {
  const held = indexOfKind('victims')
    .fieldsOf(entity)
    .filter(({ meta }) => meta !== undefined)
    .map(({ id }) => id);
  return {
    ...content,
    values: Object.fromEntries(Object.entries(content.values).filter(([id]) => !held.includes(id))),
  };
};

test.each(['victim', 'prevented_case'])('every value of every field of a %s comes back as it was written', (entity) => {
  const session = register.as('ana');
  const store = storeOf(register.database, 'victims').of(entity);
  fc.assert(
    fc.property(anyContent(entity, references), anyContent(entity, references), (first, second) => {
      const meta = draftMeta(session, '2026-06-15T10:00:00.000Z');
      register.database.write(() => store.writer.insert(meta, first));
      const stored = store.reader.load(meta.id);
      if (!stored) throw new Error('not stored');
      expect(withoutMeta(entity, stored.content)).toEqual(first);
      const kept = { ...second, groups: mixed(first, second) };
      register.database.write(() => store.writer.update({ ...stored.meta, revision: 2 }, kept, stored));
      const again = store.reader.load(meta.id);
      expect(again && withoutMeta(entity, again.content)).toEqual(kept);
    }),
    { numRuns: 60, seed: 20261122 },
  );
});

/** Rows of the first content in another order and with other values, some gone, and rows of the second. */
function mixed(first: RecordContent, second: RecordContent): RecordContent['groups'] {
  const groups: Record<string, RecordContent['groups'][string]> = {};
  for (const entity of new Set([...Object.keys(first.groups), ...Object.keys(second.groups)])) {
    const old = first.groups[entity] ?? [];
    const fresh = second.groups[entity] ?? [];
    const changed = old
      .slice(old.length > 2 ? 1 : 0)
      .map((row, position) => ({ id: row.id, values: fresh[position]?.values ?? row.values }));
    const rows = [...fresh, ...changed.toReversed()];
    if (rows.length > 0) groups[entity] = rows;
  }
  return groups;
}

test('undoing the history of a save gives the content before it, rows and their order included', () => {
  fc.assert(
    fc.property(anyContent('victim', references), anyContent('victim', references), (before, next) => {
      const after = { ...next, groups: mixed(before, next) };
      const steps = diffContent('victim', before, after).map((change) => ({ ...change, revision: 2 }));
      expect(revertTo('victim', after, steps, 1)).toEqual(before);
    }),
    { numRuns: 100, seed: 20261122 },
  );
});

test('typed values survive saving and opening through the service, identities included', () => {
  const session = register.as('ana');
  const { records } = register;
  fc.assert(
    fc.property(anyValues('victim_identity', references), (identity) => {
      const { meta } = records.create(session, 'victim');
      records.identities.save(session, {
        recordId: meta.id,
        revision: meta.revision,
        values: { ...identity } as never,
      });
      expect(records.identities.open(session, meta.id, null).values).toEqual(identity);
      expect(
        historyAfter(register.database, meta.id, 0).every(
          ({ before, after }) => !JSON.stringify([before, after]).includes('date_of_birth'),
        ),
      ).toBe(true);
    }),
    { numRuns: 25, seed: 20261122 },
  );
});
