import { expect, test } from 'vitest';
import { checkValues } from '../dictionary/derive-schema.ts';
import { deliveredReferenceLists } from '../dictionary/reference-lists/delivered.ts';
import { indexOf } from '../dictionary/register-index.ts';
import { victims } from '../dictionary/registers/victims/register.ts';
import { evaluateRecord } from '../dictionary/rules.ts';
import type { EarlierRegistration, Finding, RuleSubject } from '../records/record.ts';
import { generateVictims } from './generate.ts';
import { createInstitutions } from './institutions.ts';
import { checkDigit } from './personal-number.ts';
import { contextOf } from './registration.ts';
import { standInInstitutions } from './stand-in-institutions.ts';
import type { TrainingPlan, TrainingRecord } from './training-record.ts';

const plan: TrainingPlan = {
  records: 2000,
  seed: 20_261_122,
  today: '2026-11-22',
  country: 'XKX',
  reference: deliveredReferenceLists('XKX'),
};
const records = [...generateVictims(plan)];
const byId = new Map(records.map((record) => [record.id, record]));

function earlierOf(record: TrainingRecord): readonly EarlierRegistration[] {
  if (record.sameCodeAs === null) return [];
  const own = Number(record.content.values['episode_no'] ?? 0);
  return records
    .filter((other) => other.id === record.sameCodeAs || other.sameCodeAs === record.sameCodeAs)
    .filter((other) => Number(other.content.values['episode_no'] ?? 99) < own)
    .map((other) => ({ recordId: other.id, content: other.content }));
}

function findingsOf(record: TrainingRecord): readonly Finding[] {
  const subject: RuleSubject = {
    entity: record.entity,
    id: record.id,
    ...record.content,
    ...(record.identity ? { identity: record.identity } : {}),
  };
  const stage = record.state !== 'draft' ? 'complete' : record.numbered ? 'number' : 'draft';
  const context = contextOf({ plan, institutions: createInstitutions(plan.reference.INST) }, earlierOf(record));
  const found = evaluateRecord(victims, subject, context, stage);
  return stage === 'number' ? [...found, ...evaluateRecord(victims, subject, context, 'draft')] : found;
}

test('invented records break no hard rule, and no soft one but those confirmed', () => {
  const broken = records.flatMap((record) =>
    findingsOf(record)
      .filter(({ level, rule }) => level === 'hard' || !record.confirmed.includes(rule))
      .map(({ rule, part, fields, params }) => ({ rule, part, fields, params, state: record.state })),
  );
  expect(broken).toEqual([]);
});

test('a country without delivered lists gets records too, with institutions of their own', () => {
  const reference = { INST: standInInstitutions('ALB') };
  const albanian = [...generateVictims({ ...plan, records: 300, country: 'ALB', reference })];
  const context = contextOf(
    { plan: { ...plan, country: 'ALB' }, institutions: createInstitutions(reference.INST) },
    [],
  );
  const whole = albanian.filter(
    ({ state, confirmed, sameCodeAs }) => state !== 'draft' && !confirmed.length && !sameCodeAs,
  );
  const broken = whole.flatMap(({ entity, id, content }) =>
    evaluateRecord(victims, { entity, id, ...content }, context, 'complete'),
  );
  expect(broken).toEqual([]);
});

test('what was confirmed is what the rules warn of', () => {
  const confirmed = records.filter((record) => record.confirmed.length > 0);
  expect(confirmed.length).toBeGreaterThan(5);
  for (const record of confirmed) {
    expect([...new Set(findingsOf(record).map(({ rule }) => rule))]).toEqual(record.confirmed);
  }
});

test('every value of an invented record may stand in its field', () => {
  const index = indexOf(victims);
  const lists = new Map<string, readonly { readonly code: string }[]>(Object.entries(plan.reference));
  const options = {
    hasReference: (list: string, code: string) => (lists.get(list) ?? []).some((entry) => entry.code === code),
    mayWithhold: () => false,
  };
  const issues = records.flatMap(({ entity, content, identity }) => [
    ...checkValues(index, entity, content.values, options),
    ...Object.entries(content.groups).flatMap(([group, rows]) =>
      rows.flatMap(({ values }) => checkValues(index, group, values, options)),
    ),
    ...(identity ? checkValues(index, 'victim_identity', identity, options) : []),
  ]);
  expect(issues).toEqual([]);
});

test('at least a tenth is awkward in every way the programme asks for', () => {
  const count = (sign: string) => records.filter(({ awkward }) => (awkward as readonly string[]).includes(sign)).length;
  const signs = ['partial-dates', 'markers', 'several-episodes', 'same-trafficking', 'new-trafficking', 'withdrawn'];
  signs.push('returned', 'archived', 'draft', 'binned', 'prevented', 'not-yet-exploited');
  for (const sign of signs) expect(count(sign), sign).toBeGreaterThan(3);
  expect(records.filter(({ awkward }) => awkward.some((sign) => sign !== 'markers')).length).toBeGreaterThan(200);
});

test('the same plan gives the same records, another seed gives others', () => {
  expect([...generateVictims({ ...plan, records: 50 })]).toEqual(records.slice(0, 50));
  expect([...generateVictims({ ...plan, records: 50, seed: 2 })]).not.toEqual(records.slice(0, 50));
});

test('ids are unique, and a person registered again follows her first registration', () => {
  expect(byId.size).toBe(plan.records);
  for (const [position, record] of records.entries()) {
    if (record.sameCodeAs === null) continue;
    expect(records.findIndex(({ id }) => id === record.sameCodeAs)).toBeLessThan(position);
  }
});

test('no personal number can be real: every check digit is wrong', () => {
  const numbers = records.flatMap(({ identity }) => {
    const number = identity?.['national_id'];
    return typeof number === 'string' ? [number] : [];
  });
  expect(numbers.length).toBeGreaterThan(100);
  for (const number of numbers) expect(checkDigit(number.slice(0, 12))).not.toBe(Number(number[12]));
});
