/** The same case from the first verdicts to the compensation of the victims. */
import type { Row } from '../justice/a-case.ts';
import { type CaseStep, trial } from './case-until-trial.ts';

const same: Row = {};
const verdict = { verdict_date: '2025-02-10', verdict_instance: 'first' } as const;
const retried = { verdict_date: '2025-09-15', verdict_instance: 'first' } as const;
const appeal = { appeal_kind: 'ordinary', appeal_court: 'court_appeals', appeal_outcome: 'pending' } as const;
const decided = { appeal_decision_date: '2025-05-20' } as const;
const prison = (months: number) => ({ sentence_type: 'imprisonment', sentence_months: months }) as const;
const aggregate = (days: number) =>
  ({ aggregate_type: 'imprisonment', aggregate_days: days, aggregate_suspended_days: 0 }) as const;

/** Each step adds to the rows that the trial left. */
export const afterTrial: readonly CaseStep[] = [
  {
    name: 'the first verdicts: guilty of trafficking and of another offence, and two acquittals',
    adds: {
      defendant: [
        {
          custody: [{ custody_days: 362 }],
          charge: [
            { verdict: [{ ...verdict, verdict: 'convicted_tip', convicted_offence: 'trafficking_base' }] },
            {
              verdict: [
                { ...verdict, verdict: 'convicted_other_offence_only', convicted_offence: 'child_abuse_material' },
              ],
            },
          ],
        },
        { charge: [{ verdict: [{ ...verdict, verdict: 'acquitted' }] }] },
        { charge: [{ verdict: [{ ...verdict, verdict: 'acquitted' }] }] },
      ],
    },
    told: { case_status: 'first_instance_judgment', def_status: ['convicted', 'acquitted', 'acquitted'] },
  },
  {
    name: 'the first judgment with its aggregate sentence',
    adds: {
      defendant: [
        {
          charge: [
            { verdict: [{ sentence: [{ ...prison(120), suspended_months: 0 }] }] },
            { verdict: [{ sentence: [{ ...prison(36), suspended_months: 0 }] }] },
          ],
          judgment_sentence: [
            { judgment_date: '2025-02-10', judgment_instance: 'first', ...aggregate(4383), aggregate_final: 'no' },
          ],
        },
      ],
    },
    told: { case_status: 'first_instance_judgment', def_status: ['convicted', 'acquitted', 'acquitted'] },
  },
  {
    name: 'two appeals, while the acquittal of the company becomes final',
    adds: {
      defendant: [
        { appeal: [{ ...appeal, appeal_by: 'defence', appeal_date: '2025-03-03' }] },
        { appeal: [{ ...appeal, appeal_by: 'prosecutor', appeal_date: '2025-03-05' }] },
        { charge: [{ verdict: [{ final_date: '2025-03-12', final_verdict: 'acquitted' }] }] },
      ],
    },
    told: { case_status: 'appeal', def_status: ['convicted', 'acquitted', 'acquitted'] },
  },
  {
    name: 'the decision: one acquittal is reversed, one conviction goes back for a retrial',
    adds: {
      defendant: [
        { appeal: [{ ...decided, appeal_outcome: 'sent_back_for_retrial' }] },
        {
          appeal: [{ ...decided, appeal_outcome: 'verdict_reversed_to_conviction' }],
          charge: [
            {
              verdict: [
                {
                  convicted_offence: 'trafficking_base',
                  final_date: '2025-05-20',
                  final_verdict: 'convicted_tip',
                  sentence: [{ ...prison(60), suspended_months: 0, final_sentence_months: 60 }],
                },
              ],
            },
          ],
          judgment_sentence: [
            { judgment_date: '2025-05-20', judgment_instance: 'second', ...aggregate(1826), aggregate_final: 'yes' },
          ],
        },
      ],
    },
    told: { case_status: 'trial', def_status: ['accused', 'convicted', 'acquitted'] },
  },
  {
    name: 'the retrial',
    adds: { defendant: [{ trial: [same, { ...trial, trial_start: '2025-07-07' }] }] },
    told: { case_status: 'trial', def_status: ['accused', 'convicted', 'acquitted'] },
  },
  {
    name: 'the judgment after the retrial',
    adds: {
      defendant: [
        {
          charge: [
            {
              verdict: [
                same,
                {
                  ...retried,
                  verdict: 'convicted_tip',
                  convicted_offence: 'trafficking_base',
                  sentence: [{ ...prison(84), suspended_months: 0 }],
                },
              ],
            },
            {
              verdict: [
                same,
                {
                  ...retried,
                  verdict: 'convicted_other_offence_only',
                  convicted_offence: 'child_abuse_material',
                  sentence: [{ ...prison(24), suspended_months: 0 }],
                },
              ],
            },
          ],
          judgment_sentence: [
            same,
            { judgment_date: '2025-09-15', judgment_instance: 'first', ...aggregate(2922), aggregate_final: 'no' },
          ],
        },
      ],
    },
    told: { case_status: 'first_instance_judgment', def_status: ['convicted', 'convicted', 'acquitted'] },
  },
  {
    name: 'finality with the aggregate sentence',
    adds: {
      defendant: [
        {
          charge: [
            [84, 'convicted_tip'],
            [24, 'convicted_other_offence_only'],
          ].map(([final_sentence_months = null, final_verdict = null]) => ({
            verdict: [same, { final_date: '2025-10-30', final_verdict, sentence: [{ final_sentence_months }] }],
          })),
          judgment_sentence: [same, { aggregate_final: 'yes' }],
        },
      ],
    },
    told: {
      case_status: 'final',
      def_status: ['convicted', 'convicted', 'acquitted'],
      case_closed_on: '2025-10-30',
    },
  },
  {
    name: 'what was confiscated compensates the victims',
    adds: {
      asset: [
        {
          asset_decision: [
            same,
            { asset_stage: 'confiscated_final', asset_date: '2025-11-05', asset_decision_value_eur: 9000 },
            {
              asset_stage: 'used_for_victim_compensation',
              asset_date: '2025-12-01',
              asset_decision_value_eur: 9000,
              asset_use: 6000,
            },
          ],
        },
      ],
      claim: [{ claim_decision: 'partly', awarded_eur: 6000, paid_eur: 6000, paid_by: 'confiscated_assets' }],
    },
    told: {
      case_status: 'final',
      def_status: ['convicted', 'convicted', 'acquitted'],
      case_closed_on: '2025-10-30',
    },
  },
];
