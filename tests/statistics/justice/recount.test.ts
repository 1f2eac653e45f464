import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import type { RuleSubject } from '#shared/records/record.ts';
import { justiceStatistics } from '#shared/statistics/catalogue/justice/statistics.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { context } from '../../justice/a-case.ts';
import { validCase } from '../../justice/valid-case.ts';
import { clearCase } from '../../recount/justice/clear-case.ts';
import { recountOf, stored } from '../../recount/justice/figure-of.ts';
import { figuresOf } from '../../recount/justice/recount-justice.ts';
import { randomFrom } from '../invented-victims.ts';
import { compareFigures } from './compare-recount.ts';
import { inventedCases } from './invented-cases.ts';

/** Every table of the program over some cases, beside the recount from the files of an export. */
function compared(cases: readonly RuleSubject[], period: string) {
  const store = new ColumnStore(justice, 'case', context.ownCountry);
  cases.forEach((subject, at) => {
    const { values, groups } = derive(subject, context);
    const content = { values: { ...values, case_id: at + 1 }, groups };
    const entry = { enteredBy: 'a-1', enteredOn: context.today, findings: [] };
    store.apply({ id: `case ${at + 1}`, content, isDraft: false, entry });
  });
  const ask = createTables('justice', store);
  const tables = justiceStatistics.flatMap(({ id }) => ask({ id, period, view: 'internal', threshold: 5 }));
  const recounted = recountOf(
    cases.map((subject, at) => stored(subject, at + 1)),
    period,
  );
  return compareFigures(figuresOf(recounted), tables);
}

/** The same case with more persons than the few that such cases share; a company never bears the code of a person. */
const withOwnPersons = (subject: RuleSubject, at: number): RuleSubject => ({
  ...subject,
  groups: {
    ...subject.groups,
    defendant: (subject.groups['defendant'] ?? []).map((row) => ({
      ...row,
      values: {
        ...row.values,
        person_code: `${String(row.values['person_code'])}-${String(row.values['person_type'])}-${at % 7}`,
      },
    })),
  },
});

/** With the final length of each penalty (J78), which completion asks for and these cases leave out. */
const withFinalLengths = (subject: RuleSubject): RuleSubject => ({
  ...subject,
  groups: {
    ...subject.groups,
    sentence: (subject.groups['sentence'] ?? []).map((row) => {
      const months = row.values['sentence_months'];
      return { ...row, values: { ...row.values, ...(months === undefined ? {} : { final_sentence_months: months }) } };
    }),
  },
});

/** No appeal turned an acquittal into a conviction of which no verdict says what it was for. */
const isTold = ({ groups }: RuleSubject): boolean =>
  (groups['appeal'] ?? []).every(({ values }) => values['appeal_outcome'] !== 'verdict_reversed_to_conviction');

const runs = { numRuns: Number(process.env.KRITER_RUNS ?? 40), seed: Number(process.env.KRITER_SEED ?? 20_261_126) };

test('cases that satisfy every rule are counted as the recount from their export counts them', () => {
  fc.assert(
    fc.property(fc.array(validCase(), { minLength: 1, maxLength: 12 }), (cases) => {
      for (const period of ['2025', '2026', '2026-H1', '2024-06-01..2026-11-26']) {
        const { compared: figures, differing } = compared(cases.map(withFinalLengths).map(withOwnPersons), period);
        expect(differing, period).toEqual([]);
        expect(figures).toBeGreaterThan(350);
      }
    }),
    runs,
  );
});

test('cases drawn with every kind of answer are counted alike', () => {
  for (let run = 0; run < runs.numRuns; run++) {
    expect(compared(inventedCases(randomFrom(runs.seed + run), 40), '2025').differing, `run ${run}`).toEqual([]);
  }
});

test('steps in any order, also in one that no court knows, are counted alike', () => {
  fc.assert(
    fc.property(fc.array(clearCase().filter(isTold), { minLength: 1, maxLength: 4 }), (cases) => {
      for (const period of ['2022', '2023', '2024']) {
        // A stage that ended before it began has no length here, and a negative one in the recount.
        const differing = compared(cases.map(withOwnPersons), period).differing.filter(
          ({ figure }) => !figure.startsWith('T37'),
        );
        expect(differing, period).toEqual([]);
      }
    }),
    runs,
  );
});
