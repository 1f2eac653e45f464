import fc from 'fast-check';
import { expect, test } from 'vitest';
import { victims } from '../../dictionary/registers/victims/register.ts';
import { Codebook, firstCode } from './codebook.ts';
import { ColumnStore } from './column-store.ts';
import { GrowingArray } from './growing-array.ts';
import { IdColumn } from './id-column.ts';

const uuidOf = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const written = (store: ColumnStore, first: number, end: number) => {
  const packed = store.segment(first, end);
  if (!packed) throw new Error('no segment');
  const content = new Uint8Array(packed.arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const array of packed.arrays) {
    content.set(array, at);
    at += array.byteLength;
  }
  return { head: packed.head, content };
};

const says = (store: ColumnStore): Record<string, unknown> => {
  const sex = store.code('victim', 'sex');
  const code = store.code('victim', 'victim_code');
  const forms = store.codes('exploitation', 'exploitation_forms');
  const { start, count } = store.groupRows('exploitation');
  const found: Record<string, unknown> = { drafts: store.draftCount, of: store.draftsOf('besa') };
  for (let row = 0; row < store.rowCount; row++) {
    if (!store.isAlive(row)) continue;
    const codes = [];
    for (let at = start.at(row); at < start.at(row) + count.at(row); at++) {
      codes.push(forms.codebook.codeOf(forms.values.at(forms.offsets.at(at))));
    }
    found[store.idOf(row)] = [
      sex.codebook.codeOf(sex.values.at(row)),
      code.codebook.codeOf(code.values.at(row)),
      codes,
    ];
  }
  return found;
};

test('a store put together from segments says what the store said that they were made of', () => {
  const change = fc.record({
    seq: fc.nat(29),
    what: fc.constantFrom('complete', 'complete', 'complete', 'draft', 'remove'),
    person: fc.nat(5),
    forms: fc.array(fc.constantFrom('begging', 'servitude', 'never declared'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const store = new ColumnStore(victims, 'victim');
      for (const { seq, what, person, forms } of changes) {
        const id = uuidOf(seq);
        const entry = { enteredBy: seq % 2 ? 'ana' : 'besa', enteredOn: '2025-03-04', findings: [`R${seq % 3}`] };
        const values = { victim_code: `V-${person}`, sex: person % 2 ? 'male' : 'female' };
        const rows = forms.map((form, at) => ({ id: `${seq}-${at}`, values: { exploitation_forms: [form] } }));
        const content = { values, groups: { exploitation: rows } };
        if (what === 'remove') store.remove(id);
        else store.apply({ id, seq, content: what === 'draft' ? null : content, isDraft: what === 'draft', entry });
      }
      const again = new ColumnStore(victims, 'victim');
      for (const first of [20, 0, 10]) {
        const { head, content } = written(store, first, first + 10);
        expect(again.takeSegment(head, content, 3)).toBe(true);
      }
      again.trim();
      expect(says(again)).toEqual(says(store));
      expect(again.recordCount).toBe(store.recordCount);
      for (let seq = 0; seq < 30; seq++) expect(again.seqOf(uuidOf(seq))).toBe(store.seqOf(uuidOf(seq)));
    }),
    { numRuns: 40 },
  );
});

test('a segment whose lengths do not fit is refused and leaves the store as it was', () => {
  const store = new ColumnStore(victims, 'victim');
  const entry = { enteredBy: 'ana', enteredOn: '2025-03-04', findings: [] };
  store.apply({ id: uuidOf(1), seq: 1, content: { values: { sex: 'male' }, groups: {} }, isDraft: false, entry });
  const { head, content } = written(store, 0, 10);
  const other = new ColumnStore(victims, 'victim');
  expect(other.takeSegment(head, content.subarray(1))).toBe(false);
  expect(other.takeSegment({ ...head, bytes: head.bytes.slice(1) }, content)).toBe(false);
  expect(other.takeSegment({ ...head, records: 2 }, content)).toBe(false);
  expect([other.recordCount, other.rowCount]).toEqual([0, 0]);
});

test('ids that are no UUID are found as well, and fit no segment', () => {
  const ids = new IdColumn();
  for (let at = 0; at < 3_000; at++) ids.push(at % 3 ? uuidOf(at) : `case ${at}`);
  expect([ids.find('case 300'), ids.find(uuidOf(301)), ids.find('case 1'), ids.find(uuidOf(300))]).toEqual([
    300,
    301,
    undefined,
    undefined,
  ]);
  for (let at = 3_000; at < 6_000; at++) ids.push(uuidOf(at));
  expect([ids.find('case 300'), ids.find(uuidOf(5_999)), ids.at(301), ids.at(300)]).toEqual([
    300,
    5_999,
    uuidOf(301),
    'case 300',
  ]);
  expect(ids.isPlain).toBe(false);
});

test('many learned codes keep their numbers, and only they are written', () => {
  const book = new Codebook(['a', 'b']);
  const numbers = Array.from({ length: 5_000 }, (_, at) => book.numberOf(`V-2025-${at}`));
  expect(numbers[0]).toBe(firstCode + 2);
  expect(new Set(numbers).size).toBe(5_000);
  expect(numbers.every((number, at) => book.codeOf(number) === `V-2025-${at}`)).toBe(true);
  expect([book.find('b'), book.find('V-2025-4999'), book.find('V-2025-5000')]).toEqual([
    firstCode + 1,
    numbers[4_999],
    undefined,
  ]);
  expect([book.declared.length, book.learned.length, book.numberOf('a')]).toEqual([2, 5_000, firstCode]);
});

test('an array that was emptied of room takes more, and a large one stands empty by a quarter at most', () => {
  const array = new GrowingArray('u8');
  array.trim();
  array.reserve(0);
  for (let at = 0; at < 100_000; at++) array.push(at % 200);
  expect([array.length, array.at(0), array.at(99_999)]).toEqual([100_000, 0, 199]);
  expect(array.bytes).toBeLessThan(125_001);
});
