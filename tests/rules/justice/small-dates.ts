/** R01, R31, R46: dates in themselves, in their order, and against today. */
import type { Row } from '../../justice/a-case.ts';
import { against, type Broken, judged } from './small-case.ts';

const stations = ['report', 'investigation', 'indictment', 'trial', 'verdict', 'final'] as const;
type Station = (typeof stations)[number];

/** A case of which only the days of some stations are known. */
function dated(days: Partial<Record<Station, string>>): Row {
  const { report, investigation, indictment, trial, verdict, final } = days;
  return against(
    {
      ...(investigation ? { investigation: [{ investigation_start: investigation }] } : {}),
      ...(indictment ? { indictment: [{ indictment_date: indictment }] } : {}),
      ...(trial ? { trial: [{ trial_start: trial }] } : {}),
      charge: [{ verdict: [{ verdict_date: verdict, final_date: final }] }],
    },
    { report_date: report },
  );
}

const order = stations.flatMap((earlier, index) =>
  stations.slice(index + 1).map(
    (later): Broken => ({
      rule: 'R31',
      part: `${earlier}_after_${later}`,
      level: 'soft',
      broken: dated({ [earlier]: '2025-05-02', [later]: '2025-05-01' }),
      mended: dated({ [earlier]: '2025-05-02', [later]: '2025-05-02' }),
    }),
  ),
);

const born = (day: string) => ({ rowIdentities: { 'defendant 0': { def_birth_date: day } } });

export const dateCases: readonly Broken[] = [
  { rule: 'R01', part: 'future', broken: { report_date: '2026-11-27' }, mended: { report_date: '2026-11-26' } },
  { rule: 'R01', part: 'past', broken: { offence_start: '1899-12' }, mended: { offence_start: '1900' } },
  {
    rule: 'R01',
    part: 'future_birth',
    broken: against({}),
    beside: born('2027'),
    mended: against({}),
    mendedBeside: born('2026'),
  },
  {
    rule: 'R01',
    part: 'past_birth',
    broken: against({}),
    beside: born('1899'),
    mended: against({}),
    mendedBeside: born('1900'),
  },
  ...order,
  {
    rule: 'R31',
    part: 'no_investigation',
    level: 'soft',
    broken: against({ indictment: [{ indictment_date: '2025-05-02' }] }),
    mended: against({
      indictment: [{ indictment_date: '2025-05-02' }],
      investigation: [{ investigation_start: { missing: 'not_applicable' } }],
    }),
  },
  {
    rule: 'R31',
    part: 'no_trial',
    level: 'soft',
    broken: judged({ verdict_date: '2025-05-02' }),
    mended: judged({ verdict_date: '2025-05-02' }, {}, { trial: [{}] }),
  },
  {
    rule: 'R31',
    part: 'before_offence',
    broken: against({ custody: [{ arrest_date: '2024-12-31' }] }, { offence_start: '2025' }),
    mended: against({ custody: [{ arrest_date: '2025-01-01' }] }, { offence_start: '2025' }),
  },
  {
    rule: 'R31',
    part: 'before_offence',
    broken: judged({ verdict_date: '2024-12-31' }, {}, {}, { offence_start: '2025' }),
    mended: judged({ verdict_date: '2024-12-31' }, {}, {}, { offence_start: '2024' }),
  },
  {
    rule: 'R31',
    part: 'case_before_offence',
    broken: { report_date: '2025-01-31', offence_start: '2025-02' },
    mended: { report_date: '2025-02-01', offence_start: '2025-02' },
  },
  {
    rule: 'R46',
    part: 'long',
    level: 'soft',
    broken: { report_date: '2026-05-25', lead_authority: 'kp_thb' },
    mended: { report_date: '2026-05-26', lead_authority: 'kp_thb' },
  },
  {
    rule: 'R46',
    part: 'long',
    level: 'soft',
    broken: against({ investigation: [{ investigation_start: '2024-11-25' }] }),
    mended: against({ investigation: [{ investigation_start: '2024-11-26' }] }),
  },
  {
    rule: 'R46',
    part: 'long',
    level: 'soft',
    broken: against({ trial: [{ trial_start: '2024-11-25', trial_instance: 'first' }] }),
    mended: against({ trial: [{ trial_start: '2024-11-26', trial_instance: 'first' }] }),
  },
];
