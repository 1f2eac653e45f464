import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredMeta } from '#electron/database/repositories/record-meta.ts';
import type { StoredRecord } from '#electron/database/repositories/record-reader.ts';
import { accountNames } from '#electron/services/account-names.ts';
import { codeLabels } from '#electron/services/exchange/code-labels.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { type RootStore, storeOf } from '#electron/services/records/record-store.ts';
import { draftMeta } from '#electron/services/records/records.ts';
import { noteChange } from '#electron/services/records/write-revision.ts';
import { readReferences } from '#electron/services/reference.ts';
import { answerStates } from '#shared/contract/answer-states.ts';
import { type ListOrder, metaOrders, type StoredFilter } from '#shared/contract/list-query.ts';
import { recordStates } from '#shared/contract/shapes.ts';
import { columnsOf, filtersOf, type ListFilter } from '#shared/dictionary/derive-columns.ts';
import { countryCodes } from '#shared/dictionary/reference-lists/country.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { type Language, languages } from '#shared/languages.ts';
import { createCompare } from '#shared/locale/collation.ts';
import { formatCode } from '#shared/records/check-character.ts';
import { anyContent } from './arbitrary-content.ts';
import { listOf } from './list-of.ts';
import { fits, inOrder, type NaiveParts } from './naive-list.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

const index = indexOfKind('victims');
const seed = 20261126;

let register: TestRegister;
let people: readonly RecordSession[];
let store: RootStore;
let references: Record<string, readonly string[]>;
let numbers = 0;

beforeAll(() => {
  register = openTestRegister();
  people = ['ana', 'boris', 'çiljeta'].map((login) => register.as(login, ['supervisor', 'officer']));
  store = storeOf(register.database, 'victims').of('victim');
  references = Object.fromEntries(
    Object.entries(readReferences(register.database)).map(([list, entries]) => [list, entries.map(({ code }) => code)]),
  );
  for (const step of fc.sample(anyStep(), { numRuns: 90, seed })) write(step);
});
afterAll(() => register.close());

interface Step {
  readonly content: Parameters<RootStore['writer']['insert']>[1];
  readonly person: number;
  readonly day: number;
  readonly state: StoredMeta['state'];
  readonly archived: boolean;
  readonly binned: boolean;
  readonly numbered: boolean;
  readonly completed: boolean;
  readonly identity: boolean;
  /** Which of the records is written anew; beyond them a new one is made. */
  readonly at: number;
}

function anyStep(): fc.Arbitrary<Step> {
  const sometimes = (weight: number) => fc.integer({ min: 1, max: 100 }).map((drawn) => drawn <= weight);
  return fc.record({
    content: anyContent('victim', references),
    person: fc.nat({ max: 2 }),
    day: fc.nat({ max: 40 }),
    state: fc.constantFrom(...recordStates),
    archived: sometimes(20),
    binned: sometimes(15),
    numbered: sometimes(70),
    completed: sometimes(60),
    identity: sometimes(50),
    at: fc.nat({ max: 400 }),
  });
}

const everyId = (): string[] =>
  register.database
    .prepare('SELECT "id" FROM "victim" ORDER BY "seq"')
    .all()
    .map(({ id }) => String(id));

/** Writes one record as services do, whatever the rules would say of it. */
function write(step: Step): void {
  const { database } = register;
  const session = people[step.person] as RecordSession;
  const at = new Date(Date.UTC(2026, 4, 1 + step.day, 10)).toISOString();
  const id = everyId()[step.at];
  const before = id === undefined ? null : store.reader.load(id);
  const revision = (before?.meta.revision ?? 0) + 1;
  if (step.numbered) numbers += 1;
  const meta = {
    ...(before?.meta ?? draftMeta(session, at)),
    enteredBy: session.account.id,
    revision,
    savedAt: at,
    state: step.state,
    archived: step.archived,
    binnedAt: step.binned ? at : null,
    number: step.numbered ? numbers : null,
    code: step.numbered ? formatCode('V', 2024 + (numbers % 3), 9_990 + numbers) : null,
    completedRevision: step.completed ? revision : null,
  };
  const content = { ...step.content, groups: withFreshRows(step.content.groups) };
  database.write(() => {
    if (before) store.writer.update({ ...meta, seq: before.meta.seq }, content, before);
    else store.writer.insert(meta, content);
    if (step.identity)
      store.vault?.save(meta.id, { revision, sealed: Buffer.from('x'), matchKey: null, birthKey: null });
    else store.vault?.remove(meta.id);
    database
      .prepare(
        `INSERT INTO "history" ("record_id", "revision", "at", "account_id", "entity", "event") VALUES (?, ?, ?, ?, 'victim', 'completed')`,
      )
      .run(meta.id, revision, at, session.account.id);
    noteChange(database, () => undefined, 'victim', meta.id, at);
  });
}

/** The same content is drawn more than once; a row has one record. */
const withFreshRows = (groups: Step['content']['groups']): Step['content']['groups'] =>
  Object.fromEntries(
    Object.entries(groups).map(([group, rows]) => [group, rows.map(({ values }) => ({ id: newId(), values }))]),
  );

const day = fc
  .tuple(fc.integer({ min: 2001, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const openOr = <T>(bound: fc.Arbitrary<T>) => fc.option(bound, { freq: 3, nil: null });
const some = <T>(all: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: Math.min(most, all.length) });
const recent = fc.nat({ max: 45 }).map((later) => new Date(Date.UTC(2026, 3, 28 + later)).toISOString().slice(0, 10));

function byValue({ field, kind }: ListFilter): fc.Arbitrary<StoredFilter> {
  const { id } = field;
  if (kind === 'codes') {
    const list = field.list ?? '';
    const codes =
      list === 'COUNTRY'
        ? countryCodes
        : (index.codeList(list)?.codes.map(({ code }) => code) ?? references[list] ?? []);
    // Long lists: so many codes that some are met.
    return some([...codes, ...missingMarkers, 'not_entered'], 60).map((anyOf) => ({ kind, field: id, anyOf }));
  }
  if (kind === 'period')
    return fc.record({ kind: fc.constant(kind), field: fc.constant(id), from: openOr(day), to: openOr(day) });
  if (kind === 'number') {
    const bound = fc.integer({ min: 0, max: 20_000 }).map((tenths) => tenths / 10);
    return fc.record({ kind: fc.constant(kind), field: fc.constant(id), from: openOr(bound), to: openOr(bound) });
  }
  return byAnswer({ field, kind });
}

const byAnswer = ({ field }: ListFilter): fc.Arbitrary<StoredFilter> =>
  some(answerStates, 3).map((anyOf) => ({ kind: 'answer', field: field.id, anyOf }));

const byMeta = (): fc.Arbitrary<StoredFilter> =>
  fc.oneof(
    some(recordStates, 2).map((anyOf) => ({ kind: 'state' as const, anyOf })),
    fc.boolean().map((is) => ({ kind: 'archived' as const, is })),
    some(
      people.map(({ account }) => account.id),
      2,
    ).map((anyOf) => ({ kind: 'enteredBy' as const, anyOf })),
    fc.record({
      kind: fc.constantFrom('saved' as const, 'completed' as const),
      from: openOr(recent),
      to: openOr(recent),
    }),
    fc.boolean().map((is) => ({ kind: 'identity' as const, is })),
  );

const anyOrder = (): fc.Arbitrary<ListOrder> =>
  fc.oneof(
    fc.record({ by: fc.constantFrom(...metaOrders), descending: fc.boolean() }),
    fc.record({
      by: fc.constant('field' as const),
      field: fc.constantFrom(...columnsOf(index, 'victim').map(({ field }) => field.id)),
      descending: fc.boolean(),
    }),
  );

function naiveParts(language: Language): NaiveParts {
  const { database } = register;
  const names = accountNames(database);
  const history = database.prepareRaw(
    `SELECT h."at" FROM "victim" r JOIN "history" h ON h."record_id" = r."id" AND h."revision" = r."completed_revision" WHERE r."id" = ?`,
  );
  return {
    labelOf: codeLabels(database, index, language),
    nameOf: (id) => names.get(id) ?? '',
    compare: createCompare(language),
    completedAt: (id) => (history.get(id)?.[0] ?? null) as string | null,
    hasIdentity: (id) => store.vault?.has([id]).has(id) ?? false,
  };
}

let read: { readonly at: number; readonly records: readonly StoredRecord[] } | null = null;

/** Every record; read once for as long as none changes. */
function stored(): readonly StoredRecord[] {
  const at = register.database.changeNumber();
  if (read?.at !== at) read = { at, records: store.reader.loadMany(everyId()) };
  return read.records;
}

async function listed(more: Parameters<typeof listOf>[1]): Promise<{ ids: string[]; total: number }> {
  const { rows, total } = await register.records.list(
    people[0] as RecordSession,
    listOf('victim', { limit: 500, ...more }),
  );
  return { ids: rows.map(({ meta }) => meta.id), total };
}

async function expectAsWorkedOut(
  filters: readonly StoredFilter[],
  order: ListOrder,
  language: Language,
  binned: boolean,
): Promise<number> {
  const parts = naiveParts(language);
  const there = stored().filter(({ meta }) => (meta.binnedAt !== null) === binned);
  const wanted = inOrder(
    there.filter((record) => filters.every((filter) => fits(record, filter, parts))),
    order,
    parts,
  ).map(({ meta }) => meta.id);
  const found = await listed({ filters: [...filters], order, language, binned });
  expect(found.ids).toEqual(wanted);
  expect(found.total).toBe(wanted.length);
  return wanted.length;
}

test('every field narrows the list as a look at each record does: by its values and by why it has none', async () => {
  const order: ListOrder = { by: 'savedAt', descending: true };
  let found = 0;
  for (const filter of filtersOf(index, 'victim')) {
    const asked = fc.sample(fc.oneof(byValue(filter), byAnswer(filter)), { numRuns: 3, seed });
    for (const each of asked) found += await expectAsWorkedOut([each], order, 'en', false);
  }
  expect(found).toBeGreaterThan(1_000);
}, 120_000);

test('every column orders the list as its labels, days, numbers and texts do, in six languages', async () => {
  for (const { field } of columnsOf(index, 'victim')) {
    for (const language of field.type === 'code' || field.type === 'codes' ? languages : (['en', 'mk'] as const)) {
      for (const descending of [true, false]) {
        await expectAsWorkedOut([], { by: 'field', field: field.id, descending }, language, false);
      }
    }
  }
  for (const by of metaOrders) {
    for (const language of languages) await expectAsWorkedOut([], { by, descending: language > 'm' }, language, false);
  }
}, 120_000);

test('combined filters and orders find the same records while records are changed, added, binned and restored', async () => {
  const filter = fc.oneof(
    fc.constantFrom(...filtersOf(index, 'victim')).chain((each) => fc.oneof(byValue(each), byAnswer(each))),
    byMeta(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep(), { maxLength: 4 }),
      fc.array(filter, { maxLength: 3 }),
      anyOrder(),
      fc.constantFrom(...languages),
      fc.integer({ min: 1, max: 5 }),
      async (steps, filters, order, language, scope) => {
        for (const step of steps) write(step);
        await expectAsWorkedOut(filters, order, language, scope === 1);
      },
    ),
    // The register goes on from one run to the next, so that a failure cannot be made smaller.
    { numRuns: 250, seed, endOnFailure: true },
  );
}, 180_000);
