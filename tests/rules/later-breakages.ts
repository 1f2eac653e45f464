/** Breakages of R15 to R24. */
import type { RuleSubject } from '#shared/records/record.ts';
import type { Breakage } from './breakages.ts';
import { text, withRows, withValues } from './valid-record.ts';

const where = (isSo: boolean, broken: () => RuleSubject | undefined) => (isSo ? broken() : undefined);
const isFormal = (subject: RuleSubject) => text(subject, 'trafficking_status') === 'formally_identified';
const isOwnAtHome = (subject: RuleSubject) =>
  (subject.values['citizenship'] as readonly string[] | undefined)?.[0] === 'XKX' &&
  text(subject, 'identification_country') === 'XKX';
const leg = { leg_from_country: 'ALB', leg_to_country: 'XKX', border_crossing: 'official_crossing_regular' };
const service = {
  service_type: 'shelter',
  service_start: '2026-01-10',
  service_end: '2026-02-10',
  service_outcome: 'completed',
};

export const laterBreakages: readonly Breakage[] = [
  {
    rule: 'R15',
    part: 'gap',
    level: 'soft',
    breaks: (s) => withRows(s, 'journey_leg', [leg, { ...leg, leg_from_country: 'SRB' }]),
  },
  {
    rule: 'R15',
    part: 'end',
    level: 'soft',
    breaks: (s) =>
      where((s.groups['exploitation'] ?? []).length > 0, () =>
        withRows(withRows(s, 'exploitation', [{ exploitation_country: 'ITA' }]), 'journey_leg', [leg]),
      ),
  },
  {
    rule: 'R16',
    part: 'internal',
    breaks: (s) => withValues(withRows(s, 'journey_leg', [leg]), { trafficking_scope: 'internal' }),
  },
  {
    rule: 'R16',
    part: 'cross_border',
    breaks: (s) =>
      where(text(s, 'trafficking_scope') === 'internal', () => withValues(s, { trafficking_scope: 'cross_border' })),
  },
  {
    rule: 'R17',
    part: 'border',
    breaks: (s) => withRows(s, 'journey_leg', [{ ...leg, border_crossing: 'no_border' }]),
  },
  { rule: 'R17', part: 'no_border', breaks: (s) => withRows(s, 'journey_leg', [{ ...leg, leg_from_country: 'XKX' }]) },
  {
    rule: 'R17',
    part: 'document',
    breaks: (s) => withRows(s, 'journey_leg', [{ ...leg, travel_document: 'none', document_status: 'forged' }]),
  },
  {
    rule: 'R18',
    part: 'permit',
    level: 'soft',
    breaks: (s) => where(isOwnAtHome(s), () => withValues(s, { residence_permit: 'humanitarian' })),
  },
  {
    rule: 'R18',
    part: 'reflection',
    level: 'soft',
    breaks: (s) => where(isOwnAtHome(s), () => withValues(s, { reflection_period: 'refused' })),
  },
  {
    rule: 'R19',
    part: 'short',
    level: 'soft',
    breaks: (s) => where(text(s, 'reflection_period') === 'granted', () => withValues(s, { reflection_days: 29 })),
  },
  {
    rule: 'R20',
    part: 'declined',
    level: 'soft',
    breaks: (s) => where((s.groups['service'] ?? []).length > 0, () => withValues(s, { assistance_accepted: 'no' })),
  },
  {
    rule: 'R20',
    part: 'reason',
    level: 'soft',
    breaks: (s) => where(text(s, 'assistance_accepted') === 'no', () => withValues(s, { decline_reason: null })),
  },
  {
    rule: 'R20',
    part: 'no_service',
    level: 'soft',
    breaks: (s) => where(text(s, 'assistance_accepted') === 'yes', () => withRows(s, 'service', [])),
  },
  { rule: 'R21', part: 'order', breaks: (s) => withRows(s, 'service', [{ ...service, service_end: '2026-01-09' }]) },
  {
    rule: 'R21',
    part: 'contact',
    breaks: (s) => withRows(s, 'service', [{ ...service, service_start: '2001-01-01' }]),
  },
  { rule: 'R21', part: 'end_needed', breaks: (s) => withRows(s, 'service', [{ ...service, service_end: null }]) },
  {
    rule: 'R21',
    part: 'end_contradicted',
    breaks: (s) => withRows(s, 'service', [{ ...service, service_end: { missing: 'not_applicable' } }]),
  },
  {
    rule: 'R22',
    part: 'long',
    level: 'soft',
    breaks: (s) =>
      withRows(s, 'service', [
        { ...service, service_start: '2024-11-21', service_end: null, service_outcome: 'ongoing' },
      ]),
  },
  {
    rule: 'R22',
    part: 'overlap',
    level: 'soft',
    breaks: (s) =>
      withRows(s, 'service', [service, { ...service, service_start: '2026-02-09', service_end: '2026-03-01' }]),
  },
  {
    rule: 'R23',
    part: 'country_needed',
    breaks: (s) => where(text(s, 'return_country') !== undefined, () => withValues(s, { return_country: null })),
  },
  {
    rule: 'R23',
    part: 'country_contradicted',
    breaks: (s) =>
      where(text(s, 'return_country') !== undefined, () =>
        withValues(s, { return_country: { missing: 'not_applicable' } }),
      ),
  },
  {
    rule: 'R23',
    part: 'same_country',
    breaks: (s) =>
      where(text(s, 'return_country') !== undefined, () =>
        withValues(s, { return_country: s.values['identification_country'] ?? null }),
      ),
  },
  {
    rule: 'R23',
    part: 'early',
    breaks: (s) =>
      where(text(s, 'return_date') !== undefined && isFormal(s), () => withValues(s, { return_date: '2001-01-01' })),
  },
  {
    rule: 'R24',
    part: 'no_assessment',
    level: 'soft',
    breaks: (s) =>
      where((text(s, 'return_country') ?? 'XKX') !== 'XKX', () => withValues(s, { return_risk_assessed: 'no' })),
  },
  {
    rule: 'R24',
    part: 'assessment_needed',
    level: 'soft',
    breaks: (s) =>
      where((text(s, 'return_country') ?? 'XKX') !== 'XKX', () => withValues(s, { return_risk_assessed: null })),
  },
];
