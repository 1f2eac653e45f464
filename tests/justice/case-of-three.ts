/**
 * One invented case with three defendants who stand at different places: one judged, sent back and judged anew, a company
 * that has been on trial for long, and one under investigation.
 */
import { v7 as uuid } from 'uuid';
import { withinKey } from '#shared/records/content.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { aCase, type Row } from './a-case.ts';

const charge = (charge_offence: string, more: Row = {}): Row => ({
  charge_offence,
  completion: 'completed',
  participation: 'perpetrator',
  ...more,
});

const retried: Row = {
  person_type: 'natural_person',
  def_sex: 'male',
  investigation: [
    { investigation_start: '2023-02-10', investigation_end: '2023-09-20', investigation_outcome: 'indictment' },
  ],
  custody: [{ arrest_date: '2023-02-12', custody_measure: ['pre_trial_detention'], custody_days: 120 }],
  indictment: [{ indictment_date: '2023-10-05', indictment_confirmed: 'yes' }],
  trial: [
    { trial_start: '2024-01-20', trial_instance: 'first' },
    { trial_start: '2025-02-03', trial_instance: 'first' },
  ],
  charge: [
    charge('trafficking_of_child', {
      verdict: [
        {
          verdict_date: '2024-06-12',
          verdict: 'convicted_tip',
          verdict_instance: 'first',
          convicted_offence: 'trafficking_of_child',
          sentence: [{ sentence_type: 'imprisonment', sentence_months: 84 }],
        },
        {
          verdict_date: '2025-05-20',
          verdict: 'convicted_other_offence_only',
          verdict_instance: 'first',
          convicted_offence: 'facilitating_prostitution',
          sentence: [
            { sentence_type: 'imprisonment', sentence_months: 48 },
            { sentence_type: 'fine', fine_eur: 2000 },
          ],
        },
      ],
    }),
    charge('facilitating_prostitution', {
      participation: 'aider',
      verdict: [
        {
          verdict_date: '2024-06-12',
          verdict: 'acquitted',
          verdict_instance: 'first',
          final_date: '2024-07-01',
          final_verdict: 'acquitted',
        },
      ],
    }),
  ],
  appeal: [
    {
      appeal_kind: 'ordinary',
      appeal_by: 'defence',
      appeal_date: '2024-07-10',
      appeal_decision_date: '2024-11-05',
      appeal_outcome: 'sent_back_for_retrial',
    },
  ],
};

const onTrial: Row = {
  person_type: 'legal_person',
  investigation: [
    { investigation_start: '2023-02-10', investigation_end: '2023-09-20', investigation_outcome: 'indictment' },
  ],
  indictment: [{ indictment_date: '2023-10-05', indictment_confirmed: 'yes' }],
  trial: [{ trial_start: '2024-01-20', trial_instance: 'first' }],
  charge: [charge('trafficking_of_child')],
};

const investigated: Row = {
  person_type: 'natural_person',
  def_sex: 'female',
  investigation: [{ investigation_start: '2026-03-02' }],
};

/** The same rows under ids as the register wants them. */
function withIds({ values, groups }: RecordContent): RecordContent {
  const ids = new Map(
    Object.values(groups)
      .flat()
      .map(({ id }) => [id, uuid()]),
  );
  const rows = Object.entries(groups).map(([entity, of]) => [
    entity,
    of.map(({ id, values: own }) => {
      const within = own[withinKey];
      const outer = typeof within === 'string' ? { [withinKey]: ids.get(within) ?? within } : {};
      return { id: ids.get(id) ?? id, values: { ...own, ...outer } };
    }),
  ]);
  return { values, groups: Object.fromEntries(rows) };
}

/** The case, to be saved; `more` are other answers of the case itself. */
export const caseOfThree = (more: Row = {}): RecordContent =>
  withIds(
    aCase({
      registry_no: 'PPN/I 44/2023',
      report_date: '2023-01-15',
      lead_authority: 'kp_thb',
      exploitation_forms: ['begging'],
      defendant: [retried, onTrial, investigated],
      ...more,
    }),
  );
