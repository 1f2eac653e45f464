import { expect, test } from 'vitest';
import { checkValues } from '../../dictionary/derive-schema.ts';
import { deliveredReferenceLists } from '../../dictionary/reference-lists/delivered.ts';
import { indexOf } from '../../dictionary/register-index.ts';
import { justice } from '../../dictionary/registers/justice/register.ts';
import { evaluateRecord } from '../../dictionary/rules.ts';
import { settle } from '../../dictionary/settle.ts';
import { outerRowIn, sameValues, withinKey } from '../../records/content.ts';
import { identitiesByRow } from '../../records/identity.ts';
import type { FieldValue, Finding, RuleSubject, Values } from '../../records/record.ts';
import { checkDigit } from '../personal-number.ts';
import type { TrainingPlan, TrainingRecord } from '../training-record.ts';
import { contextOf } from './context.ts';
import { generateCases, justiceTraining } from './generate.ts';

/** The lists of a country, as the service completes them. */
function complete(country: string): TrainingPlan['reference'] {
  const lists = deliveredReferenceLists(country);
  const { INST = [], ARTICLE = [] } = justiceTraining.standIns(country, lists);
  return { ...lists, INST: [...lists.INST, ...INST], ARTICLE: [...lists.ARTICLE, ...ARTICLE] };
}

const plan: TrainingPlan = {
  records: 2000,
  seed: 20_261_122,
  today: '2026-11-22',
  country: 'XKX',
  reference: complete('XKX'),
};
const index = indexOf(justice);

const cases = [...generateCases(plan)];

/** The identities of the defendants, by their rows. */
const identitiesOf = ({ identity }: TrainingRecord) => identitiesByRow(identity ?? {});

const subjectOf = (record: TrainingRecord): RuleSubject => ({
  entity: record.entity,
  id: record.id,
  ...record.content,
  rowIdentities: identitiesOf(record),
});

function findingsOf(record: TrainingRecord, of: TrainingPlan = plan): readonly Finding[] {
  const stages = record.state !== 'draft' ? (['complete'] as const) : (['number', 'draft'] as const);
  const asked = record.numbered ? stages : (['draft'] as const);
  return asked.flatMap((stage) => evaluateRecord(justice, subjectOf(record), contextOf(of), stage));
}

const rows = (entity: string): readonly Values[] =>
  cases.flatMap(({ content }) => (content.groups[entity] ?? []).map(({ values }) => values));
const answers = (entity: string, field: string): readonly FieldValue[] =>
  (entity === 'case' ? cases.map(({ content }) => content.values) : rows(entity)).map(
    (values) => values[field] ?? null,
  );

test('invented cases break no hard rule, and no soft one but those confirmed', () => {
  const broken = cases.flatMap((record) =>
    findingsOf(record)
      .filter(({ level, rule }) => level === 'hard' || !(record.state === 'draft' || record.confirmed.includes(rule)))
      .map(({ rule, part, fields, params }) => ({ rule, part, fields, params, state: record.state })),
  );
  expect(broken).toEqual([]);
});

test('other seeds break no hard rule either', () => {
  for (const seed of [1, 2, 3]) {
    const broken = [...generateCases({ ...plan, records: 300, seed })].flatMap((record) =>
      findingsOf(record).filter(
        ({ level, rule }) => level === 'hard' || !(record.state === 'draft' || record.confirmed.includes(rule)),
      ),
    );
    expect(broken, `seed ${seed}`).toEqual([]);
  }
});

test('a country without delivered lists gets cases too, with institutions and articles of their own', () => {
  const albanian: TrainingPlan = { ...plan, records: 300, country: 'ALB', reference: complete('ALB') };
  const broken = [...generateCases(albanian)].flatMap((record) =>
    findingsOf(record, albanian).filter(({ rule }) => !(record.state === 'draft' || record.confirmed.includes(rule))),
  );
  expect(broken).toEqual([]);
});

test('what was confirmed is what the rules warn of', () => {
  const confirmed = cases.filter((record) => record.confirmed.length > 0);
  expect(confirmed.length).toBeGreaterThan(20);
  for (const record of confirmed) {
    expect([...new Set(findingsOf(record).map(({ rule }) => rule))]).toEqual(record.confirmed);
  }
});

test('a case is as the program stores it: settling it again changes nothing', () => {
  for (const record of cases.slice(0, 300)) {
    const { values, groups } = settle(justice, subjectOf(record), contextOf(plan));
    expect(sameValues(values, record.content.values)).toBe(true);
    expect(groups).toEqual(record.content.groups);
  }
});

test('every value of an invented case may stand in its field', () => {
  const lists = new Map<string, readonly { readonly code: string }[]>(Object.entries(plan.reference));
  const options = {
    hasReference: (list: string, code: string) => (lists.get(list) ?? []).some((entry) => entry.code === code),
    mayWithhold: () => false,
  };
  const issues = cases.flatMap(({ content }) => [
    ...checkValues(index, 'case', content.values, options),
    ...Object.entries(content.groups).flatMap(([group, of]) =>
      of.flatMap(({ values: { [withinKey]: _, ...values } }) => checkValues(index, group, values, options)),
    ),
  ]);
  const vaults = cases.flatMap((record) =>
    Object.values(identitiesOf(record)).flatMap((identity) =>
      checkValues(index, 'defendant_identity', identity, options),
    ),
  );
  expect([...issues, ...vaults]).toEqual([]);
});

test('every row stands within a row of the group around its own', () => {
  for (const { content } of cases.slice(0, 400)) {
    for (const [group, of] of Object.entries(content.groups)) {
      const outer = index.outerGroupOf(group);
      for (const row of of) {
        const around = outerRowIn(content, row);
        expect(around !== undefined && content.groups[outer?.id ?? '']?.includes(around)).toBe(outer !== undefined);
      }
    }
  }
});

test('the same plan gives the same cases, another seed gives others', () => {
  const few = { ...plan, records: 60 };
  const once = [...generateCases(few)];
  expect([...generateCases(few)]).toEqual(once);
  expect([...generateCases({ ...few, seed: 2 })]).not.toEqual(once);
});

test('ids are unique and no date lies after today', () => {
  const ids = cases.flatMap(({ id, content }) => [
    id,
    ...Object.values(content.groups).flatMap((of) => of.map((row) => row.id)),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  const dates = [
    ...cases.flatMap(({ content }) => Object.values(content.values)),
    ...justice.entities.flatMap(({ id }) => rows(id).flatMap(Object.values)),
  ].filter((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
  expect(dates.length).toBeGreaterThan(10_000);
  expect(dates.filter((date) => String(date) > plan.today)).toEqual([]);
});

test('no personal number can be real: every check digit is wrong', () => {
  const numbers = cases.flatMap((record) =>
    Object.values(identitiesOf(record)).map(({ def_personal_no }) => def_personal_no),
  );
  const digits = numbers.filter((number): number is string => typeof number === 'string' && number.length === 13);
  expect(digits.length).toBeGreaterThan(1000);
  for (const number of digits) expect(checkDigit(number.slice(0, 12))).not.toBe(Number(number[12]));
});

test.each([
  ['case', 'case_status'],
  ['case', 'case_source'],
  ['defendant', 'def_status'],
  ['defendant', 'person_type'],
  ['defendant', 'public_official'],
  ['defendant', 'prior_convictions'],
  ['defendant', 'def_role'],
  ['defendant', 'relation_to_victim'],
  ['investigation', 'investigation_outcome'],
  ['investigation', 'discontinued_reason'],
  ['custody', 'custody_measure'],
  ['indictment', 'indictment_confirmed'],
  ['charge', 'charge_offence'],
  ['charge', 'completion'],
  ['charge', 'participation'],
  ['verdict', 'verdict'],
  ['verdict', 'verdict_instance'],
  ['sentence', 'sentence_type'],
  ['sentence', 'aggravating'],
  ['sentence', 'mitigating'],
  ['judgment_sentence', 'judgment_instance'],
  ['appeal', 'appeal_kind'],
  ['appeal', 'appeal_by'],
  ['appeal', 'appeal_outcome'],
  ['asset', 'asset_type'],
  ['asset_decision', 'asset_stage'],
  ['claim', 'claim_decision'],
  ['claim', 'paid_by'],
  ['cooperation', 'coop_type'],
  ['cooperation', 'extradition_result'],
])('every code of %s.%s occurs', (entity, field) => {
  const list = index.codeList(index.field(entity, field).list ?? '');
  const seen = new Set(answers(entity, field).flat());
  expect(list?.codes.map(({ code }) => code).filter((code) => !seen.has(code))).toEqual([]);
});

const share = (found: readonly FieldValue[], of: (value: FieldValue) => boolean) =>
  found.filter(of).length / found.length;

test('files have gaps as real ones do: dates known in part, markers, drafts, corrections', () => {
  const starts = answers('case', 'offence_start');
  expect(share(starts, (value) => typeof value === 'string' && value.length < 10)).toBeGreaterThan(0.35);
  expect(share(starts, (value) => typeof value === 'object' && value !== null)).toBeGreaterThan(0.04);
  expect(share(answers('defendant', 'def_education'), (value) => value === null)).toBeGreaterThan(0.1);
  const count = (is: (record: TrainingRecord) => boolean) => cases.filter(is).length;
  for (const state of ['draft', 'returned_for_correction', 'complete', 'verified'])
    expect(
      count((record) => record.state === state),
      state,
    ).toBeGreaterThan(20);
  expect(count(({ binned }) => binned)).toBeGreaterThan(2);
  expect(count(({ archived }) => archived)).toBeGreaterThan(50);
  expect(count(({ numbered }) => !numbered)).toBeGreaterThan(3);
  expect(count(({ content }) => typeof content.values['joined_to_case'] === 'number')).toBeGreaterThan(5);
});

test('shares lie where a prosecutor would expect them', () => {
  const between = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };
  between(rows('defendant').length / cases.length, 1.8, 2.5);
  between(
    share(answers('defendant', 'person_type'), (type) => type === 'legal_person'),
    0.03,
    0.07,
  );
  between(
    share(answers('defendant', 'def_sex'), (sex) => sex === 'female'),
    0.17,
    0.28,
  );
  const status = answers('defendant', 'def_status');
  const judged = status.filter((each) => each === 'convicted' || each === 'acquitted');
  between(
    share(judged, (each) => each === 'convicted'),
    0.65,
    0.85,
  );
  between(
    share(answers('case', 'case_status'), (stage) => stage === 'final'),
    0.3,
    0.55,
  );
  const most = Math.max(...cases.map(({ content }) => content.groups['defendant']?.length ?? 0));
  expect(most).toBe(6);
  const final = rows('judgment_sentence').filter(({ aggregate_final }) => aggregate_final === 'yes');
  const years = final.flatMap(({ aggregate_days: days }) => (typeof days === 'number' ? [days / 365.25] : []));
  between(years.reduce((sum, each) => sum + each, 0) / years.length, 4, 9);
});

test('every year since the first has final sentences, retrials and decisions on assets', () => {
  const years = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'];
  const inYear = (values: readonly Values[], date: string, year: string) =>
    values.filter((each) => String(each[date] ?? '').startsWith(year)).length;
  const retrials = rows('appeal').filter(({ appeal_outcome }) => appeal_outcome === 'sent_back_for_retrial');
  for (const year of years) {
    expect(inYear(rows('verdict'), 'final_date', year), `final in ${year}`).toBeGreaterThan(5);
    expect(inYear(rows('asset_decision'), 'asset_date', year), `assets in ${year}`).toBeGreaterThan(5);
    if (year > '2019') expect(inYear(retrials, 'appeal_decision_date', year), `retrials in ${year}`).toBeGreaterThan(0);
  }
});

test('some defendants stand before the court a second time, later than the first', () => {
  const first = new Map<FieldValue, string>();
  let again = 0;
  for (const { content } of cases) {
    const reported = String(content.values['report_date']);
    for (const { values } of content.groups['defendant'] ?? []) {
      const code = values['person_code'] ?? null;
      const before = first.get(code);
      if (before === undefined) first.set(code, reported);
      else {
        again += 1;
        expect(before < reported).toBe(true);
      }
    }
  }
  expect(again).toBeGreaterThan(50);
});
