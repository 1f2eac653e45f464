/** Breakages of R25 to R49 and of what must be answered. */
import type { RuleSubject } from '#shared/records/record.ts';
import type { Breakage } from './breakages.ts';
import { text, withRow, withRows, withValues } from './valid-record.ts';

const where = (isSo: boolean, broken: () => RuleSubject | undefined) => (isSo ? broken() : undefined);
const isFormal = (subject: RuleSubject) => text(subject, 'trafficking_status') === 'formally_identified';
const service = { service_type: 'shelter', service_start: '2026-01-10', service_end: null, service_outcome: 'ongoing' };
const decision = (status: string, date: string) => ({ status, status_date: date, status_institution: 'kp_thb' });

export const lastBreakages: readonly Breakage[] = [
  {
    rule: 'REF',
    part: 'no_longer',
    level: 'soft',
    breaks: (s) => where(text(s, 'municipality_of_origin') !== undefined, () => s),
    context: { inUse: (list) => (list === 'MUNI' ? { activeFrom: null, activeTo: '2001-01-01' } : undefined) },
  },
  {
    rule: 'REF',
    part: 'not_yet',
    level: 'soft',
    breaks: (s) => where(text(s, 'ethnicity') !== undefined, () => s),
    context: { inUse: (list) => (list === 'ETHN' ? { activeFrom: '2099-01-01', activeTo: null } : undefined) },
  },
  {
    rule: 'R25',
    part: 'first',
    breaks: (s) => where(s.values['episode_no'] === 1, () => withValues(s, { episode_no: 2 })),
  },
  {
    rule: 'R25',
    part: 'needed',
    breaks: (s) =>
      where(text(s, 'episode_relation') === 'new_trafficking', () => withValues(s, { re_trafficked: null })),
  },
  {
    rule: 'R25',
    part: 'not_stated',
    breaks: (s) =>
      where(text(s, 'episode_relation') === 'new_trafficking', () => withValues(s, { re_trafficked: 'no' })),
  },
  {
    rule: 'R25',
    part: 'times',
    breaks: (s) => where(text(s, 're_trafficked') === 'yes', () => withValues(s, { times_trafficked: 1 })),
  },
  {
    rule: 'R25',
    part: 'overlap',
    level: 'soft',
    // Trafficked anew on the day on which the earlier trafficking began, which ended later.
    breaks: (s, { otherRegistrations }) => {
      const [only] = otherRegistrations;
      const began = only?.content.values['recruitment_date'];
      const ended = (only?.content.groups['exploitation'] ?? []).map(({ values }) => values['exploitation_end']);
      // A draft may not have said yet which registration it is.
      const isNumbered = typeof only?.content.values['episode_no'] === 'number' && otherRegistrations.length === 1;
      const isAnew = text(s, 'episode_relation') === 'new_trafficking' && isNumbered;
      const isLonger =
        typeof began === 'string' && ended.every((end) => typeof end === 'string' && end.slice(0, 4) > began);
      return where(isAnew && ended.length > 0 && isLonger, () => withValues(s, { recruitment_date: began ?? null }));
    },
  },
  {
    rule: 'R26',
    part: 'more',
    level: 'soft',
    breaks: (s) =>
      withRows(s, 'compensation_claim', [
        { compensation_awarded: 100, compensation_received: 100.01, compensation_received_date: '2026-01-01' },
      ]),
  },
  {
    rule: 'R26',
    part: 'date_needed',
    breaks: (s) => withRows(s, 'compensation_claim', [{ compensation_awarded: 100, compensation_received: 50 }]),
  },
  {
    rule: 'R26',
    part: 'date_contradicted',
    breaks: (s) =>
      withRows(s, 'compensation_claim', [
        {
          compensation_awarded: 9,
          compensation_received: 5,
          compensation_received_date: { missing: 'not_applicable' },
        },
      ]),
  },
  {
    rule: 'R27',
    part: 'no_consent',
    breaks: (s) =>
      where(s.identity !== undefined, () =>
        withValues(s, { consent_given: { missing: 'not_asked' }, legal_basis: 'consent' }),
      ),
  },
  {
    rule: 'R27',
    part: 'withdrawn',
    breaks: (s) =>
      where(s.identity !== undefined && text(s, 'legal_basis') === 'consent', () =>
        withValues(s, { consent_withdrawn_on: '2026-11-01' }),
      ),
  },
  {
    rule: 'R27',
    part: 'child',
    breaks: (s) =>
      where(/^(a0|a12|a15|child)/.test(text(s, 'age_group') ?? ''), () => withValues(s, { consent_by: 'person' })),
  },
  { rule: 'R28', part: 'likely', level: 'soft', breaks: (s) => s, context: { likelyDuplicates: ['another'] } },
  {
    rule: 'R29',
    part: 'open_service',
    breaks: (s) =>
      where(text(s, 'closure_date') !== undefined, () =>
        withRows(s, 'service', [{ ...service, service_end: null, service_outcome: 'ongoing' }]),
      ),
  },
  { rule: 'R29', part: 'later_date', breaks: (s) => withValues(s, { closure_date: '2001-01-01' }) },
  {
    rule: 'R29',
    part: 'later_birth',
    breaks: (s) =>
      where(s.identity !== undefined && typeof s.identity['date_of_birth'] === 'string', () =>
        withValues(s, { closure_date: '1901-01-01' }),
      ),
  },
  {
    rule: 'R30',
    part: 'mostly',
    level: 'soft',
    breaks: (s) => ({
      ...s,
      groups: {},
      values: Object.fromEntries(
        Object.entries(s.values).map(([field, value], index) => [
          field,
          index % 5 === 0 ? value : { missing: 'unknown' },
        ]),
      ),
    }),
  },
  {
    rule: 'R49',
    part: 'descending',
    breaks: (s) =>
      withRows(s, 'status_decision', [decision('possible', '2026-05-02'), decision('presumed', '2026-05-01')]),
  },
  {
    rule: 'R49',
    part: 'without_decision',
    breaks: (s) => where(isFormal(s), () => withRows(s, 'status_decision', [])),
  },
  {
    rule: 'R49',
    part: 'other_day',
    breaks: (s) => where(isFormal(s), () => withValues(s, { identification_date: '2001-01-01' })),
  },
  {
    rule: 'R49',
    part: 'presumed_later',
    breaks: (s) =>
      withRows(s, 'status_decision', [
        decision('formally_identified', '2026-05-01'),
        decision('presumed', '2026-05-03'),
      ]),
  },
  { rule: 'REQ', part: 'decision', breaks: (s) => withRows(s, 'status_decision', []) },
  {
    rule: 'REQ',
    part: 'claim',
    breaks: (s) => withRows(withValues(s, { compensation_claimed: 'yes' }), 'compensation_claim', []),
  },
  { rule: 'REQ', part: 'complete', breaks: (s) => withValues(s, { risk_assessment_done: null }) },
  {
    rule: 'REQ',
    part: 'complete',
    breaks: (s) => withRow(s, 'exploitation', 0, { exploitation_country: null }),
  },
];
