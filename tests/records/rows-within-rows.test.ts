/** Groups within groups: an invented register of files with persons, what they are charged with, and the decisions. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deriveTables } from '#electron/database/derive-tables.ts';
import { openDatabase } from '#electron/database/open-database.ts';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import type { StoredMeta } from '#electron/database/repositories/record-meta.ts';
import { createRecordReader } from '#electron/database/repositories/record-reader.ts';
import { createRecordWriter } from '#electron/database/repositories/record-writer.ts';
import { createSql } from '#electron/database/table-shape.ts';
import { revertTo } from '#electron/services/records/last-completed.ts';
import { diffContent } from '#electron/services/records/record-diff.ts';
import { evaluate } from '#shared/dictionary/conditions.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration, RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import { removeRow, rowsWithin, withinKey } from '#shared/records/content.ts';
import { mergedContent, suggestedChoice } from '#shared/records/merged-content.ts';
import type { GroupRow, RecordContent } from '#shared/records/record.ts';

const field = (id: string, entity: string): FieldDeclaration => ({
  no: id,
  id,
  entity,
  section: 'only',
  type: 'text',
  required: 'N',
  sensitivity: 'none',
  missing: ['unknown'],
  source: 'invented',
});

const register: RegisterDeclaration = {
  kind: 'justice',
  version: '1.0',
  sections: [{ id: 'only', entity: 'file' }],
  entities: [
    { id: 'file', parent: null, role: 'record' },
    { id: 'person', parent: 'file', role: 'group', section: 'only' },
    { id: 'count', parent: 'person', role: 'group', section: 'only' },
    { id: 'decision', parent: 'count', role: 'group', section: 'only' },
    { id: 'remark', parent: 'file', role: 'group', section: 'only' },
  ],
  fields: [
    field('title', 'file'),
    field('person_kind', 'person'),
    field('offence', 'count'),
    field('result', 'decision'),
    field('remark_text', 'remark'),
  ],
  rules: [],
  derive: (subject) => subject,
  spans: () => [],
  facts: {},
  codeLists: [],
  referenceLists: [],
  listColumns: { file: ['title'] },
  retention: [],
  quality: {},
};
const index = indexOf(register);
const tables = deriveTables(register);
const [root] = tables.roots;
if (root === undefined) throw new Error('one record type is declared');

let folder: string;
let database: RegisterDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kriter-rows-'));
  database = openDatabase({ file: join(folder, 'register.db'), key: randomBytes(32), mode: 'create' });
  for (const shape of tables.shapes) for (const sql of createSql(shape)) database.sql.exec(sql);
  for (const text of tables.textIndexes) database.sql.exec(text.sql);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const meta: StoredMeta = {
  seq: 1,
  id: 'file-1',
  number: null,
  code: null,
  state: 'draft',
  archived: false,
  revision: 1,
  dictionaryVersion: '1.0',
  enteredBy: 'account',
  createdAt: '2026-06-15T10:00:00.000Z',
  savedAt: '2026-06-15T10:00:00.000Z',
  completedRevision: null,
  completedBy: null,
  binnedAt: null,
  importBatch: null,
  handedTo: null,
};

const text = fc.string({ minLength: 1, maxLength: 8 }).map((word) => `x${word}`);
const rowIn = (key: string, value: string, within?: GroupRow): GroupRow => ({
  id: crypto.randomUUID(),
  values: { [key]: value, ...(within ? { [withinKey]: within.id } : {}) },
});
/** Files with up to three persons, each with counts, each with decisions. */
const anyFile: fc.Arbitrary<RecordContent> = fc
  .array(fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 3 }), { maxLength: 3 })
  .chain((shape) => fc.tuple(fc.constant(shape), text))
  .map(([shape, title]) => {
    const persons = shape.map((_, n) => rowIn('person_kind', `k${n}`));
    const counts = shape.flatMap((own, n) => own.map((_, at) => rowIn('offence', `o${at}`, persons[n])));
    const flat = shape.flat();
    const decisions = counts.flatMap((count, n) => (flat[n] ?? []).map((word) => rowIn('result', word, count)));
    const groups = { person: persons, count: counts, decision: decisions };
    return {
      values: { title },
      groups: Object.fromEntries(Object.entries(groups).filter(([, rows]) => rows.length > 0)),
    };
  });

/** Some of the persons of a file, each with everything that stands within. */
function without(content: RecordContent, ids: readonly string[]): RecordContent {
  const gone = ids.flatMap((id) => [
    { entity: 'person', id },
    ...rowsWithin(content, id).map(({ entity, row }) => ({ entity, id: row.id })),
  ]);
  const left = gone.reduce((content, { entity, id }) => removeRow(content, entity, id), content);
  return { ...left, groups: Object.fromEntries(Object.entries(left.groups).filter(([, rows]) => rows.length > 0)) };
}

test('rows come back under the rows that they stand within, also after some were taken away and others came', () => {
  const [reader, writer] = [createRecordReader(database, root), createRecordWriter(database, root)];
  let n = 0;
  fc.assert(
    fc.property(anyFile, anyFile, (first, second) => {
      n += 1;
      const own = { ...meta, id: `file-${n}` };
      const seq = database.write(() => writer.insert(own, first));
      const stored = reader.load(own.id);
      expect(stored?.content).toEqual(first);
      if (!stored) return;
      const kept = without(
        first,
        (first.groups['person'] ?? []).slice(1).map(({ id }) => id),
      );
      const groups = Object.fromEntries(
        ['person', 'count', 'decision'].flatMap((group) => {
          const rows = [...(second.groups[group] ?? []), ...(kept.groups[group] ?? [])];
          return rows.length > 0 ? [[group, rows]] : [];
        }),
      );
      const next = { values: second.values, groups };
      database.write(() => writer.update({ ...own, seq, revision: 2 }, next, stored));
      expect(reader.load(own.id)?.content).toEqual(next);
    }),
    { numRuns: 60, seed: 20261126 },
  );
  expect(database.sql.pragma('foreign_key_check')).toEqual([]);
});

test('the history leads back to the rows as they stood within each other', () => {
  fc.assert(
    fc.property(anyFile, (first) => {
      const next = without(
        first,
        (first.groups['person'] ?? []).slice(0, 1).map(({ id }) => id),
      );
      const steps = diffContent('file', first, next).map((change) => ({ ...change, revision: 2 }));
      const back = revertTo('file', next, steps, 1);
      const sorted = ({ groups }: RecordContent) =>
        Object.fromEntries(
          Object.entries(groups).map(([id, rows]) => [id, rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
        );
      expect(sorted(back)).toEqual(sorted(first));
    }),
    { numRuns: 100, seed: 20261126 },
  );
});

test('a condition on a row sees what the rows around it say, and nothing of their neighbours', () => {
  const company = rowIn('person_kind', 'legal');
  const man = rowIn('person_kind', 'natural');
  const [ofCompany, ofMan] = [rowIn('offence', 'a', company), rowIn('offence', 'b', man)];
  const decision = rowIn('result', 'c', ofCompany);
  const subject = {
    entity: 'file',
    id: 'x',
    values: {},
    groups: { person: [company, man], count: [ofCompany, ofMan], decision: [decision] },
  };
  const context = {
    today: '2026-06-15',
    ownCountry: 'XKX',
    institution: () => undefined,
    inUse: () => undefined,
    otherRegistrations: [],
    likelyDuplicates: [],
  };
  const isLegal = (row: GroupRow) =>
    evaluate({ field: 'person_kind', is: ['legal'] }, { register, subject, context, row });
  expect([decision, ofCompany, ofMan].map(isLegal)).toEqual([true, true, false]);
});

test('of two files made one, a row stands within what its outer row became, and equal rows meet only there', () => {
  const kept: RecordContent = { values: {}, groups: {} };
  fc.assert(
    fc.property(anyFile, anyFile, (gone, own) => {
      const from = own.groups['person'] ? own : kept;
      const choice = suggestedChoice(index, 'file', from, gone);
      const { content } = mergedContent(index, 'file', from, gone, choice, () => crypto.randomUUID());
      for (const [group, outer] of [
        ['count', 'person'],
        ['decision', 'count'],
      ] as const) {
        const ids = new Set(content.groups[outer]?.map(({ id }) => id));
        for (const { values } of content.groups[group] ?? []) expect(ids.has(String(values[withinKey]))).toBe(true);
      }
      // Nothing that was answered is lost: every decision of both stands under a person and count with the same answers.
      const paths = ({ groups }: RecordContent) =>
        (groups['decision'] ?? []).map((decision) => {
          const count = groups['count']?.find(({ id }) => id === decision.values[withinKey]);
          const person = groups['person']?.find(({ id }) => id === count?.values[withinKey]);
          return [person?.values['person_kind'], count?.values['offence'], decision.values['result']].join('/');
        });
      expect(new Set(paths(content))).toEqual(new Set([...paths(from), ...paths(gone)]));
    }),
    { numRuns: 100, seed: 20261126 },
  );
});
