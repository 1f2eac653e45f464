/** For every sentence a rule can say, one way to deserve it. */
import type { RuleContext, RuleSubject } from '#shared/records/record.ts';
import { lastBreakages } from './last-breakages.ts';
import { laterBreakages } from './later-breakages.ts';
import { text, withRow, withRows, withValues } from './valid-record.ts';

export interface Breakage {
  readonly rule: string;
  readonly part: string;
  readonly level?: 'soft';
  /** undefined: this record offers no occasion. */
  readonly breaks: (subject: RuleSubject, context: RuleContext) => RuleSubject | undefined;
  readonly context?: Partial<RuleContext>;
}

const exactDate = (value: string | undefined) => (value?.length === 10 ? value : undefined);
const isFormal = (subject: RuleSubject) => text(subject, 'trafficking_status') === 'formally_identified';
const isChild = (subject: RuleSubject) => /^(a0|a12|a15|child)/.test(text(subject, 'age_group') ?? '');
const isAdult = (subject: RuleSubject) => /^(a18|a25|a35|a50|adult)/.test(text(subject, 'age_group') ?? '');
const where = (isSo: boolean, broken: () => RuleSubject | undefined) => (isSo ? broken() : undefined);
const birthOf = (subject: RuleSubject) => {
  const stated = subject.identity?.['date_of_birth'];
  return typeof stated === 'string' ? stated : undefined;
};
const exploitedRow = { exploitation_country: 'XKX', exploitation_start: '2020', exploitation_forms: ['begging'] };

const first: readonly Breakage[] = [
  { rule: 'R01', part: 'future', breaks: (s) => withRow(s, 'service', 0, { service_end: '2026-11-23' }) },
  {
    rule: 'R01',
    part: 'future_birth',
    breaks: (s) =>
      where(birthOf(s) !== undefined, () => ({ ...s, identity: { ...s.identity, date_of_birth: '2027' } })),
  },
  { rule: 'R01', part: 'past', breaks: (s) => withRow(s, 'exploitation', 0, { exploitation_start: '1899' }) },
  {
    rule: 'R01',
    part: 'past_birth',
    breaks: (s) =>
      where(birthOf(s) !== undefined, () => ({ ...s, identity: { ...s.identity, date_of_birth: '1899-12' } })),
  },
  { rule: 'R01', part: 'contact', breaks: (s) => withValues(s, { registration_date: '2000-01-01' }) },
  {
    rule: 'R02',
    part: 'exact',
    breaks: (s) =>
      where(exactDate(birthOf(s)) !== undefined, () =>
        withValues(s, { age_at_identification: Number(s.values['age_at_identification']) + 1 }),
      ),
  },
  {
    rule: 'R02',
    part: 'partial',
    breaks: (s) =>
      where(birthOf(s) !== undefined && exactDate(birthOf(s)) === undefined, () =>
        withValues(s, { age_at_identification: Number(s.values['age_at_identification']) + 3 }),
      ),
  },
  {
    rule: 'R02',
    part: 'year',
    breaks: (s) =>
      where(!s.identity && typeof s.values['birth_year'] === 'number', () =>
        withValues(s, { age_at_identification: 2026 - Number(s.values['birth_year']) + 4 }),
      ),
  },
  {
    rule: 'R03',
    part: 'birth_after_recruitment',
    breaks: (s) => where(typeof s.values['birth_year'] === 'number', () => withValues(s, { recruitment_date: '1901' })),
  },
  {
    rule: 'R03',
    part: 'recruitment_after_start',
    breaks: (s) =>
      where(text(s, 'recruitment_date') !== undefined, () =>
        withRow(s, 'exploitation', 0, { exploitation_start: '1902-01', exploitation_end: null }),
      ),
  },
  {
    rule: 'R03',
    part: 'recruitment_after_end',
    breaks: (s) =>
      where(text(s, 'recruitment_date') !== undefined, () =>
        withRow(s, 'exploitation', 0, { exploitation_start: null, exploitation_end: '1902' }),
      ),
  },
  {
    rule: 'R03',
    part: 'birth_after_start',
    breaks: (s) =>
      where(typeof s.values['birth_year'] === 'number', () =>
        withRow(withValues(s, { recruitment_date: null }), 'exploitation', 0, {
          exploitation_start: '1903',
          exploitation_end: null,
        }),
      ),
  },
  {
    rule: 'R03',
    part: 'birth_after_end',
    breaks: (s) =>
      where(typeof s.values['birth_year'] === 'number', () =>
        withRow(withValues(s, { recruitment_date: null }), 'exploitation', 0, {
          exploitation_start: null,
          exploitation_end: '1903',
        }),
      ),
  },
  {
    rule: 'R03',
    part: 'start_after_end',
    breaks: (s) => withRow(s, 'exploitation', 0, { exploitation_start: '2026-02', exploitation_end: '2026-01-31' }),
  },
  {
    rule: 'R04',
    part: 'late_recruitment',
    breaks: (s) => where(isFormal(s), () => withValues(s, { recruitment_date: '2027' })),
  },
  {
    rule: 'R05',
    part: 'continued',
    level: 'soft',
    breaks: (s) => where(isFormal(s), () => withRow(s, 'exploitation', -1, { exploitation_end: '2027' })),
  },
  {
    rule: 'R06',
    part: 'needed_identification_date',
    breaks: (s) => where(isFormal(s), () => withValues(s, { identification_date: null })),
  },
  {
    rule: 'R06',
    part: 'needed_identifying_institution',
    breaks: (s) => where(isFormal(s), () => withValues(s, { identifying_institution: null })),
  },
  {
    rule: 'R06',
    part: 'contradicted_identification_date',
    breaks: (s) => where(isFormal(s), () => withValues(s, { identification_date: { missing: 'not_applicable' } })),
  },
  {
    rule: 'R06',
    part: 'contradicted_identifying_institution',
    breaks: (s) => where(isFormal(s), () => withValues(s, { identifying_institution: { missing: 'not_applicable' } })),
  },
  {
    rule: 'R07',
    part: 'not_yet_active',
    level: 'soft',
    breaks: (s) => where(isFormal(s), () => s),
    context: { institution: () => ({ type: 'police', country: 'XKX', activeFrom: '2027-01-01', activeTo: null }) },
  },
  {
    rule: 'R07',
    part: 'no_longer_active',
    level: 'soft',
    breaks: (s) => where(isFormal(s), () => s),
    context: { institution: () => ({ type: 'police', country: 'XKX', activeFrom: null, activeTo: '2001-01-01' }) },
  },
  {
    rule: 'R08',
    part: 'act',
    breaks: (s) =>
      where(isFormal(s) && text(s, 'child_when_trafficked') === 'no', () =>
        withValues(s, { acts: { missing: 'unknown' } }),
      ),
  },
  {
    rule: 'R08',
    part: 'means',
    breaks: (s) =>
      where(isFormal(s) && text(s, 'child_when_trafficked') === 'no', () =>
        withValues(s, { means: { missing: 'unknown' } }),
      ),
  },
  {
    rule: 'R08',
    part: 'form',
    breaks: (s) =>
      where(
        isFormal(s) && text(s, 'child_when_trafficked') === 'no' && text(s, 'exploitation_stage') === 'exploited',
        () => withRows(s, 'exploitation', [{ ...exploitedRow, exploitation_forms: { missing: 'unknown' } }]),
      ),
  },
  {
    rule: 'R09',
    part: 'adult',
    breaks: (s) =>
      where(text(s, 'child_when_trafficked') === 'no', () => withValues(s, { means: ['none_needed_child'] })),
  },
  { rule: 'R10', part: 'needed', breaks: (s) => where(isChild(s), () => withValues(s, { guardian_appointed: null })) },
  {
    rule: 'R10',
    part: 'contradicted',
    breaks: (s) => where(isChild(s), () => withValues(s, { guardian_appointed: { missing: 'not_applicable' } })),
  },
  {
    rule: 'R10',
    part: 'late',
    level: 'soft',
    breaks: (s) =>
      where(isChild(s) && (text(s, 'first_contact_date') ?? '9') < '2026-11-15', () =>
        withValues(s, { guardian_appointed: 'no', guardian_date: null }),
      ),
  },
  {
    rule: 'R11',
    part: 'early',
    breaks: (s) => where(isChild(s), () => withValues(s, { guardian_date: '2001-01-01' })),
  },
  { rule: 'R11', part: 'adult', breaks: (s) => where(isAdult(s), () => withValues(s, { guardian_appointed: 'yes' })) },
  {
    rule: 'R12',
    part: 'rows',
    breaks: (s) =>
      where((s.groups['exploitation'] ?? []).length > 0, () =>
        withValues(s, { exploitation_stage: 'not_yet_exploited' }),
      ),
  },
  {
    rule: 'R12',
    part: 'row_needed',
    breaks: (s) => where(text(s, 'exploitation_stage') === 'exploited', () => withRows(s, 'exploitation', [])),
  },
  {
    rule: 'R12',
    part: 'intended_needed',
    breaks: (s) =>
      where(text(s, 'exploitation_stage') === 'not_yet_exploited', () => withValues(s, { intended_forms: null })),
  },
  {
    rule: 'R12',
    part: 'exit',
    breaks: (s) =>
      where(text(s, 'exploitation_stage') === 'not_yet_exploited', () => withValues(s, { exit_mode: 'deported' })),
  },
  { rule: 'R13', part: 'combined', breaks: (s) => withValues(s, { vulnerability_factors: ['poverty', 'none_known'] }) },
  {
    rule: 'R14',
    part: 'subtype',
    level: 'soft',
    breaks: (s) => withRow(s, 'exploitation', 0, { exploitation_forms: ['begging'], exploitation_subtype: ['mining'] }),
  },
  {
    rule: 'R14',
    part: 'main',
    level: 'soft',
    breaks: (s) =>
      where(text(s, 'exploitation_stage') === 'exploited', () =>
        withValues(withRows(s, 'exploitation', [exploitedRow]), { exploitation_main_form: 'organ_removal' }),
      ),
  },
];

export const breakages: readonly Breakage[] = [...first, ...laterBreakages, ...lastBreakages];
