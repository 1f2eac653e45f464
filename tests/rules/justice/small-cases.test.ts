import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '#shared/dictionary/registers/justice/rules/rules.ts';
import { languages } from '#shared/languages.ts';
import { aCase } from '../../justice/a-case.ts';
import { said, saidOf } from './justice-rules.ts';
import type { Broken } from './small-case.ts';
import { dateCases } from './small-dates.ts';
import { judgmentCases } from './small-judgments.ts';
import { personCases } from './small-persons.ts';
import { otherCases } from './small-rest.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const textsOf = (language: string): Texts =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../locales/${language}/rules-justice.json`), 'utf8'));

const cases: readonly Broken[] = [...dateCases, ...judgmentCases, ...personCases, ...otherCases];

const findingsOf = ({ asStated, context }: Broken, subject: ReturnType<typeof aCase>) =>
  asStated ? said(subject, context) : saidOf(subject, context);
const brokenOf = (each: Broken) => findingsOf(each, aCase(each.broken, each.beside));
const mendedOf = (each: Broken) => findingsOf(each, aCase(each.mended, each.mendedBeside));

describe('the smallest case that breaks a rule is told so, and once it is mended no longer', () => {
  for (const [index, each] of cases.entries()) {
    const { rule, part, level = 'hard' } = each;
    test(`${index} ${rule} ${part}`, () => {
      const isIt = (found: { rule: string; part?: string }) => found.rule === rule && found.part === part;
      const [found, ...more] = brokenOf(each).filter(isIt);
      expect(found, JSON.stringify(brokenOf(each))).toBeDefined();
      expect(more).toEqual([]);
      expect(found?.level).toBe(level);
      expect(found?.fields.length).toBeGreaterThan(0);
      expect(mendedOf(each).filter(isIt)).toEqual([]);
    });
  }
});

/** What the engine itself asks, and what the service that opens the vaults says. */
const saidElsewhere = ['REQ.number', 'REQ.complete'];

test('every sentence of the rules is deserved at least once here, and no other has a text', () => {
  const told = new Set([...cases.map(({ rule, part }) => `${rule}.${part}`), ...saidElsewhere]);
  for (const language of languages) {
    const written = Object.entries(textsOf(language)).flatMap(([rule, parts]) =>
      Object.keys(parts).map((part) => `${rule}.${part.replace(/_(one|few|many|other)$/, '')}`),
    );
    expect([...new Set(written)].toSorted(), language).toEqual([...told].toSorted());
  }
});

test('every sentence names only values that its finding brings', () => {
  for (const language of languages) {
    const texts = textsOf(language);
    for (const each of cases) {
      const found = brokenOf(each).find(({ rule, part }) => rule === each.rule && part === each.part);
      const sentences = Object.entries(texts[each.rule] ?? {}).filter(
        ([key]) => key.replace(/_(one|few|many|other)$/, '') === each.part,
      );
      for (const [key, sentence] of sentences) {
        const named = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
        const brought = [...Object.keys(found?.params ?? {}), 'field'];
        expect(
          named.filter((name) => !brought.includes(name)),
          `${language} ${each.rule}.${key}`,
        ).toEqual([]);
      }
    }
  }
});

test('every rule of the register is broken here, and only waits for parts that it says', () => {
  expect([...new Set(rules.map(({ id }) => id))].toSorted()).toEqual(
    [...new Set(cases.map(({ rule }) => rule))].toSorted(),
  );
  for (const { id, waits = [] } of rules) {
    const parts = cases.filter(({ rule }) => rule === id).map(({ part }) => part);
    expect(
      waits.filter((part) => !parts.includes(part)),
      id,
    ).toEqual([]);
  }
});

test('no finding carries what stands in a vault or in a free text', () => {
  for (const each of cases) {
    const secrets = [
      ...Object.values(each.beside?.rowIdentities ?? {}).flatMap((vault) => Object.values(vault)),
      ...['registry_no', 'person_code'].flatMap((field) => aCase(each.broken).values[field] ?? []),
    ];
    const named = brokenOf(each).flatMap(({ params }) => Object.values(params));
    for (const secret of secrets) expect(named, `${each.rule} ${each.part}`).not.toContain(secret);
  }
});
