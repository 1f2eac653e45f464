import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import type { Finding, RuleSubject } from '#shared/records/record.ts';
import { breakages } from './breakages.ts';
import { contextWith, findingsOf, pool, type Valid, validRecord } from './valid-record.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const textsOf = (language: string): Texts =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../locales/${language}/rules-victims.json`), 'utf8'));

const broken = (
  { subject, context }: Valid,
  { breaks, context: other }: (typeof breakages)[number],
): Valid | undefined => {
  const changed = breaks(subject, context);
  return changed && { subject: changed, context: { ...context, ...other } };
};
const isOf = (found: Finding, { rule, part }: { rule: string; part: string }) =>
  found.rule === rule && found.part === part;

test('a valid record breaks no rule', () => {
  fc.assert(fc.property(validRecord(), (valid) => findingsOf(valid).length === 0));
});

describe('a record that breaks a rule is told so', () => {
  for (const breakage of breakages) {
    test(`${breakage.rule} ${breakage.part}`, () => {
      const occasions = pool.filter((valid) => broken(valid, breakage));
      expect(occasions.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(fc.constantFrom(...occasions), (valid) => {
          const changed = broken(valid, breakage);
          const found = changed && findingsOf(changed).find((each) => isOf(each, breakage));
          expect(found, JSON.stringify(changed && findingsOf(changed))).toBeDefined();
          expect(found?.level).toBe(breakage.level ?? 'hard');
          expect(found?.fields.length).toBeGreaterThan(0);
        }),
        { numRuns: 40 },
      );
    });
  }
});

test('every rule of the rule book is broken at least once here', () => {
  const told = new Set(breakages.map(({ rule }) => rule));
  expect([...new Set(victims.rules.map(({ id }) => id))].filter((id) => !told.has(id))).toEqual([]);
});

test('every sentence has a text that names only values the finding brings', () => {
  for (const language of ['en', 'sq']) {
    const texts = textsOf(language);
    for (const breakage of breakages) {
      const valid = pool.find((each) => broken(each, breakage));
      const changed = valid && broken(valid, breakage);
      const found = changed && findingsOf(changed).find((each) => isOf(each, breakage));
      const sentences = Object.entries(texts[breakage.rule] ?? {}).filter(([key]) =>
        [breakage.part, `${breakage.part}_one`, `${breakage.part}_other`].includes(key),
      );
      expect(sentences.length, `${language} ${breakage.rule}.${breakage.part}`).toBeGreaterThan(0);
      for (const [, sentence] of sentences) {
        const named = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
        const brought = [...Object.keys(found?.params ?? {}), 'field'];
        expect(
          named.filter((name) => !brought.includes(name)),
          `${language} ${breakage.rule}.${breakage.part}`,
        ).toEqual([]);
      }
    }
  }
});

test('a draft is asked for nothing', () => {
  const empty: RuleSubject = { entity: 'victim', id: 'new', values: {}, groups: {}, identity: {} };
  const started = victims.derive(empty, contextWith({}));
  expect(evaluateRecord(victims, empty, contextWith({}), 'draft')).toEqual([]);
  expect(evaluateRecord(victims, started, contextWith({}), 'draft')).toEqual([]);
});

test('a number is given when the first answers are there, whatever is still missing', () => {
  const due = evaluateRecord(
    victims,
    { entity: 'victim', id: 'new', values: { sex: 'female', registration_date: '2026-11-01' }, groups: {} },
    contextWith({}),
    'number',
  );
  const fields = due.map(({ fields: [first] }) => first?.field);
  expect(fields).toEqual(['episode_no', 'episode_relation', 'reporting_institution', 'data_source', 'consent_given']);
});

test('a prevented case protects somebody', () => {
  const values = {
    prevented_registration_date: '2026-11-01',
    prevented_reporting_institution: 'kp_thb',
    prevented_date: '2026-10-30',
    prevented_stage: 'at_border_exit',
    prevented_institution: 'kp_thb',
    prevented_adults: 0,
    prevented_children: 0,
  };
  const check = (stated: RuleSubject['values']) =>
    evaluateRecord(
      victims,
      { entity: 'prevented_case', id: 'p', values: stated, groups: {} },
      contextWith({}),
      'complete',
    );
  expect(check(values).map(({ rule, part }) => `${rule}.${part}`)).toEqual(['REQ.persons']);
  expect(check({ ...values, prevented_children: 1 })).toEqual([]);
  expect(check({ ...values, prevented_children: 1, prevented_date: '2026-11-23' })[0]).toMatchObject({
    rule: 'R01',
    part: 'future',
  });
});

test('no finding carries a birth date', () => {
  for (const breakage of breakages) {
    for (const valid of pool.slice(0, 60)) {
      const changed = broken(valid, breakage);
      const birth = changed?.subject.identity?.['date_of_birth'];
      if (!changed || typeof birth !== 'string' || birth.length < 7) continue;
      const values = findingsOf(changed).flatMap(({ params }) => Object.values(params));
      expect(values).not.toContain(birth);
    }
  }
});
