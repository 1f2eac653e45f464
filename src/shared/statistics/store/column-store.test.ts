import { expect, test } from 'vitest';
import { victims } from '../../dictionary/registers/victims/register.ts';
import type { RecordContent } from '../../records/record.ts';
import { firstCode, markerNumber, notEntered } from './codebook.ts';
import { isDay } from './column.ts';
import { ColumnStore } from './column-store.ts';

const content = (person: string, sex: string, forms: readonly string[] = []): RecordContent => ({
  values: { victim_code: person, sex, episode_no: 1, registration_date: '2025-03-01', recruitment_date: '2024' },
  groups: {
    exploitation: forms.map((form, at) => ({ id: `${person}-${at}`, values: { exploitation_forms: [form] } })),
  },
});

const store = () => new ColumnStore(victims, 'victim');
const entry = { enteredBy: 'a-1', enteredOn: '2025-03-04', findings: [] };
const complete = (id: string, what: RecordContent) => ({ id, content: what, isDraft: false, entry });

/** Sex and forms of every living record, by id. */
function readBack(columns: ColumnStore): Record<string, unknown> {
  const sex = columns.code('victim', 'sex');
  const forms = columns.codes('exploitation', 'exploitation_forms');
  const { start, count } = columns.groupRows('exploitation');
  const found: Record<string, unknown> = {};
  for (let row = 0; row < columns.rowCount; row++) {
    if (!columns.isAlive(row)) continue;
    const codes: (string | undefined)[] = [];
    for (let at = start.at(row); at < start.at(row) + count.at(row); at++) {
      codes.push(forms.codebook.codeOf(forms.values.at(forms.offsets.at(at))));
    }
    found[columns.idOf(row)] = [sex.codebook.codeOf(sex.values.at(row)), ...codes];
  }
  return found;
}

test('a changed record counts once, with what it says now', () => {
  const columns = store();
  columns.apply(complete('a', content('V-1', 'female', ['begging', 'servitude'])));
  columns.apply(complete('b', content('V-2', 'male')));
  columns.apply(complete('a', content('V-1', 'male', ['organ_removal'])));
  expect(readBack(columns)).toEqual({ a: ['male', 'organ_removal'], b: ['male'] });
  expect(columns.recordCount).toBe(2);
  columns.remove('b');
  expect(readBack(columns)).toEqual({ a: ['male', 'organ_removal'] });
});

test('drafts are counted apart and leave when they are completed or removed', () => {
  const columns = store();
  columns.apply({ id: 'a', content: null, isDraft: true, entry });
  columns.apply({ id: 'b', content: null, isDraft: true, entry });
  expect([columns.recordCount, columns.draftCount]).toEqual([0, 2]);
  columns.apply(complete('a', content('V-1', 'female')));
  columns.remove('b');
  expect([columns.recordCount, columns.draftCount]).toEqual([1, 0]);
});

test('clearing away dead rows changes nothing that is read', () => {
  const columns = store();
  for (let at = 0; at < 50; at++)
    columns.apply(complete(`r${at}`, content(`V-${at}`, at % 2 ? 'male' : 'female', ['begging'])));
  const before = readBack(columns);
  for (let round = 0; round < 120; round++) {
    for (let at = 0; at < 50; at++)
      columns.apply(complete(`r${at}`, content(`V-${at}`, at % 2 ? 'male' : 'female', ['begging'])));
  }
  expect(readBack(columns)).toEqual(before);
  expect(columns.rowCount).toBeLessThan(6_000);
});

test('a reason for a missing value is neither a code nor a day', () => {
  const columns = store();
  columns.apply(
    complete('a', {
      values: { sex: { missing: 'unknown' }, recruitment_date: { missing: 'refused' }, first_contact_date: null },
      groups: {},
    }),
  );
  const sex = columns.code('victim', 'sex').values.at(0);
  expect(sex).toBe(markerNumber('unknown'));
  expect(sex).toBeLessThan(firstCode);
  expect(isDay(columns.date('victim', 'recruitment_date').earliest.at(0))).toBe(false);
  expect(isDay(columns.date('victim', 'first_contact_date').earliest.at(0))).toBe(false);
  expect(columns.code('victim', 'victim_code').values.at(0)).toBe(notEntered);
});

test('a year stands for its first to its last day', () => {
  const columns = store();
  columns.apply(complete('a', content('V-1', 'female')));
  const { earliest, latest } = columns.date('victim', 'recruitment_date');
  expect(latest.at(0) - earliest.at(0)).toBe(365);
});

test('who entered a record, when, and what the rules say stay with it when dead rows are cleared away', () => {
  const columns = store();
  const facts = (by: string, ...findings: string[]) => ({ enteredBy: by, enteredOn: '2025-03-04', findings });
  columns.apply({ ...complete('a', content('V-1', 'female')), entry: facts('ana', 'R1', 'R2') });
  columns.apply({ ...complete('b', content('V-2', 'male')), entry: facts('besa') });
  for (let at = 0; at < 5_000; at++)
    columns.apply({ ...complete('c', content('V-3', 'male')), entry: facts(`o${at}`, 'R3') });
  expect(columns.rowCount).toBeLessThan(5_000);
  const { by, on, findings } = columns.entry;
  const found: Record<string, unknown> = {};
  for (let row = 0; row < columns.rowCount; row++) {
    if (!columns.isAlive(row)) continue;
    const codes = [];
    for (let at = findings.offsets.at(row); at < findings.offsets.at(row + 1); at++)
      codes.push(findings.codebook.codeOf(findings.values.at(at)));
    found[columns.idOf(row)] = [by.codebook.codeOf(by.values.at(row)), ...codes];
    expect(isDay(on.earliest.at(row))).toBe(true);
  }
  expect(found).toEqual({ a: ['ana', 'R1', 'R2'], b: ['besa'], c: ['o4999', 'R3'] });
});
