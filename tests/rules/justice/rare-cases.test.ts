/** Courses that are rare and lawful: rules that know only the usual one would refuse them. */
import { expect, test } from 'vitest';
import type { RuleSubject } from '#shared/records/record.ts';
import { aCase, type Row } from '../../justice/a-case.ts';
import { saidOf } from './justice-rules.ts';
import { against, judged, sentenced } from './small-case.ts';

const partsOf = (rule: string, tree: Row, beside: Partial<RuleSubject> = {}) =>
  saidOf(aCase(tree, beside))
    .filter((found) => found.rule === rule)
    .map(({ part }) => part);

const first = {
  verdict: 'convicted_tip',
  verdict_date: '2023-03-01',
  final_date: '2023-09-01',
  verdict_instance: 'first',
};
const remedy = { appeal_kind: 'extraordinary', appeal_date: '2024-01-10', appeal_decision_date: '2024-03-01' };

/** What became final was annulled, tried again, and appealed against again. */
const annulled = (appeal: Row): Row =>
  against({
    trial: [{ trial_start: '2023-01-01' }, { trial_start: '2024-05-01' }],
    charge: [
      {
        verdict: [
          { ...first, final_verdict: 'convicted_tip' },
          { verdict: 'acquitted', verdict_date: '2024-09-01', verdict_instance: 'first' },
        ],
      },
    ],
    appeal: [
      { ...remedy, appeal_outcome: 'sent_back_for_retrial' },
      { appeal_kind: 'ordinary', appeal_date: '2024-10-01', ...appeal },
    ],
  });

test('an appeal after an extraordinary remedy does not touch what was final before', () => {
  const reversed = { appeal_outcome: 'verdict_reversed_to_acquittal', appeal_decision_date: '2025-01-01' };
  expect(partsOf('R36', annulled({}))).toEqual([]);
  expect(partsOf('R36', annulled(reversed))).toEqual([]);
  expect(partsOf('R37', annulled(reversed))).toEqual([]);
});

test('an appeal that was filed late, without a remedy between, is still one against what is called final', () => {
  const late = judged(
    { ...first, final_verdict: 'convicted_tip' },
    {},
    {
      appeal: [{ appeal_kind: 'ordinary', appeal_date: '2024-10-01' }],
    },
  );
  expect(partsOf('R36', late)).toEqual(['pending']);
});

test('an appeal may acquit of one charge and leave the other as it was', () => {
  const ended = (final_verdict: string): Row => ({ verdict: [{ ...first, final_verdict }] });
  const reversed = { appeal_outcome: 'verdict_reversed_to_acquittal', appeal_decision_date: '2023-08-01' };
  const appeal = [{ appeal_kind: 'ordinary', appeal_date: '2023-04-01', ...reversed }];
  const charge = [ended('convicted_tip'), ended('acquitted')];
  expect(partsOf('R37', against({ charge, appeal }))).toEqual([]);
  expect(partsOf('R37', against({ charge: charge.slice(0, 1), appeal }))).toEqual(['reversed']);
});

test('the range of the charge says nothing of another offence', () => {
  const charge = { charge_offence: 'trafficking_base', charge_min_months: 60, charge_max_months: 144 };
  const of = (convicted_offence: string): Row =>
    judged(
      {
        verdict: 'convicted_other_offence_only',
        convicted_offence,
        sentence: [{ sentence_type: 'imprisonment', sentence_months: 12 }],
      },
      charge,
    );
  expect(partsOf('R35', of('facilitating_prostitution'))).toEqual([]);
  expect(partsOf('R35', of('trafficking_base'))).toEqual(['below']);
});

test('who cannot be held responsible is put under a measure without a conviction', () => {
  const measure = { judgment_date: '2023-03-01', judgment_instance: 'first', aggregate_type: 'security_measure_ban' };
  const verdict = { ...first, verdict: 'not_criminally_liable_measure', final_date: null };
  const tree = judged(
    { ...verdict, sentence: [{ sentence_type: 'security_measure_ban' }] },
    {},
    { judgment_sentence: [measure] },
  );
  for (const rule of ['R32', 'R33', 'R50']) expect(partsOf(rule, tree), rule).toEqual([]);
});

test('a juvenile may go without any penalty', () => {
  expect(partsOf('R39', sentenced({ sentence_type: 'none' }, {}, { def_age_at_offence: 15 }))).toEqual([]);
});

const known: Row = { person_type: 'natural_person', def_status: 'accused' };
const tried: Row = { ...known, trial: [{ trial_start: '2026-02-01', trial_instance: 'first' }] };
const cameIn = (case_status: string, ...defendant: readonly Row[]) => ({ cameIn: aCase({ case_status, defendant }) });

test('a suspect who is found during the trial takes the case back, and that is no way it went', () => {
  const newcomer = { person_type: 'natural_person', investigation: [{ investigation_start: '2026-03-01' }] };
  const tree = { defendant: [tried, newcomer] };
  expect(saidOf(aCase(tree, cameIn('trial', known))).map(({ rule }) => rule)).not.toContain('R47');
  // Had both been there before, the case would have gone from the trial to an investigation.
  expect(partsOf('R47', tree, cameIn('trial', known, known))).toEqual(['way']);
});

test('whose investigation was discontinued may be investigated again while others are tried', () => {
  const reopened = {
    person_type: 'natural_person',
    investigation: [
      { investigation_start: '2025-03-01', investigation_end: '2025-06-01', investigation_outcome: 'discontinued' },
      { investigation_start: '2026-03-01' },
    ],
  };
  const before = cameIn('trial', known, { ...known, def_status: 'case_discontinued' });
  expect(partsOf('R47', { defendant: [tried, reopened] }, before)).toEqual([]);
});

test('death ends the proceedings at the trial', () => {
  const died = {
    investigation_end: '2026-03-01',
    investigation_outcome: 'discontinued',
    discontinued_reason: 'death_of_suspect',
  };
  const tree = { defendant: [{ ...tried, investigation: [{ investigation_start: '2025-01-01', ...died }] }] };
  expect(saidOf(aCase(tree, cameIn('trial', known))).map(({ rule }) => rule)).not.toContain('R47');
});

test('several steps may be entered between two saves', () => {
  const tree = judged(
    { ...first, final_verdict: 'convicted_tip' },
    {},
    {
      ...tried,
      investigation: [{ investigation_start: '2022-01-01' }],
    },
  );
  expect(partsOf('R47', tree, cameIn('report_received', known))).toEqual([]);
});

test('a case is measured by the defendant who has waited longest', () => {
  const since = (day: string) => ({ person_type: 'natural_person', investigation: [{ investigation_start: day }] });
  const told = saidOf(aCase({ defendant: [since('2026-01-01'), since('2024-01-01')] })).find(
    ({ rule }) => rule === 'R46',
  );
  expect(told?.params).toMatchObject({ since: '2024-01-01', months: 24 });
});

test('a case that was indicted does not fall back to an investigation as if it had been dismissed between', () => {
  const tree = { defendant: [{ ...known, investigation: [{ investigation_start: '2026-03-01' }] }] };
  expect(partsOf('R47', tree, cameIn('indictment_filed', known))).toEqual(['way']);
  expect(partsOf('R47', tree, cameIn('dismissed', known))).toEqual([]);
});

test('a hearing without a day may be the new trial, and what is decided after finality R36 tells', () => {
  const ended = (trial_start: string | null, day: string) =>
    judged(
      { ...first, final_verdict: 'convicted_tip' },
      {},
      {
        trial: [{ trial_start, trial_instance: 'first' }],
        appeal: [
          {
            appeal_kind: 'ordinary',
            appeal_date: '2023-04-01',
            appeal_outcome: 'sent_back_for_retrial',
            appeal_decision_date: day,
          },
        ],
      },
    );
  expect(partsOf('R37', ended('2023-01-01', '2023-06-01'))).toEqual(['no_retrial']);
  expect(partsOf('R37', ended(null, '2023-06-01'))).toEqual([]);
  expect(partsOf('R37', ended('2023-01-01', '2023-10-01'))).toEqual([]);
  expect(partsOf('R36', ended('2023-01-01', '2023-10-01'))).toEqual(['before_decision']);
});

test('amounts are added up to the cent', () => {
  const decision = (asset_use: number) => ({ asset_stage: 'used_for_victim_compensation', asset_use });
  const tree = { asset: [{ asset_value_eur: 0.3, asset_decision: [decision(0.1), decision(0.2)] }] };
  expect(partsOf('R43', tree)).toEqual([]);
});

test('of a company it is said once what is wrong: that nobody can lock it up, and that it has no age', () => {
  const company = { person_type: 'legal_person', def_birth_year: 2020 };
  const judgment = { aggregate_type: 'suspended_imprisonment', judgment_date: '2023-03-01' };
  const tree = sentenced(
    { sentence_type: 'imprisonment' },
    {},
    { ...company, judgment_sentence: [judgment] },
    {
      offence_start: '2022',
    },
  );
  expect(partsOf('R38', tree)).toEqual(['field', 'imprisonment', 'aggregate_imprisonment']);
  for (const rule of ['R34', 'R39']) expect(partsOf(rule, tree), rule).toEqual([]);
});

/** An aggregate sentence of 1 March 2023 over sentences of these lengths, given on a day. */
const aggregated = (aggregate_days: number, lengths: readonly (number | null)[], verdict: Row = first): Row =>
  against({
    charge: lengths.map((sentence_months) => ({
      verdict: [{ ...verdict, sentence: [{ sentence_type: 'imprisonment', sentence_months }] }],
    })),
    judgment_sentence: [
      { judgment_date: '2023-03-01', judgment_instance: 'first', aggregate_type: 'imprisonment', aggregate_days },
    ],
  });

test('a sentence whose length is open could make the sum longer', () => {
  expect(partsOf('R50', aggregated(800, [24]))).toEqual(['above_sum']);
  expect(partsOf('R50', aggregated(800, [24, null]))).toEqual([]);
  expect(partsOf('R50', aggregated(600, [24, null]))).toEqual(['below_longest']);
  expect(partsOf('R50', aggregated(800, [24, 12]))).toEqual([]);
});

test('an aggregate sentence rests on no verdict that came after it, and R33 alone speaks where nobody was convicted', () => {
  const later = { verdict: 'convicted_tip', verdict_date: '2023-04-01', verdict_instance: 'first' };
  expect(partsOf('R50', aggregated(730, [24], later))).toEqual(['not_convicted']);
  const acquitted = { ...first, verdict: 'acquitted' };
  expect(partsOf('R50', aggregated(730, [], acquitted))).toEqual(['not_convicted']);
  const tree = judged(acquitted, {}, { judgment_sentence: [{ judgment_date: '2023-03-01', aggregate_type: 'fine' }] });
  expect(partsOf('R50', tree)).toEqual([]);
  expect(partsOf('R33', tree)).toEqual(['sentence']);
});

test('countries that are not known are an answer', () => {
  const crossing = { scope: 'cross_border', cooperation: [{ coop_type: 'europol' }] };
  expect(partsOf('R45', crossing)).toEqual(['few_countries']);
  expect(partsOf('R45', { ...crossing, countries_involved: { missing: 'unknown' } })).toEqual([]);
});
