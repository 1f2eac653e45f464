/** R13, R30, REF, R43 to R45, R47, R48, REQ: assets, reach, ways, texts, and what every register asks. */
import type { RecordContent, RuleContext } from '#shared/records/record.ts';
import { aCase, type Row } from '../../justice/a-case.ts';
import { against, type Broken, unknown } from './small-case.ts';

const decided = (...decisions: readonly Row[]): Row => ({ asset: [{ asset_decision: decisions }] });
const asset = (value: number, ...decisions: readonly Row[]): Row => ({
  asset: [{ asset_value_eur: value, asset_decision: decisions }],
});
const used = { asset_stage: 'used_for_victim_compensation' };

const assets: readonly Broken[] = [
  {
    rule: 'R43',
    part: 'order',
    broken: decided(
      { asset_stage: 'confiscated_final', asset_date: '2025-01-01' },
      { asset_stage: 'seized', asset_date: '2025-01-02' },
    ),
    mended: decided(
      { asset_stage: 'confiscated_final', asset_date: '2025-01-02' },
      { asset_stage: 'seized', asset_date: '2025-01-02' },
    ),
  },
  {
    rule: 'R43',
    part: 'order',
    broken: decided(
      { asset_stage: 'returned_to_owner', asset_date: '2025-01-01' },
      { asset_stage: 'frozen', asset_date: '2025-01-02' },
    ),
    // Given back and taken anew.
    mended: decided(
      { asset_stage: 'frozen', asset_date: '2024-01-01' },
      { asset_stage: 'returned_to_owner', asset_date: '2025-01-01' },
      { asset_stage: 'frozen', asset_date: '2025-01-02' },
    ),
  },
  {
    rule: 'R43',
    part: 'used',
    level: 'soft',
    broken: asset(100, { ...used, asset_use: 60 }, { ...used, asset_use: 40.01 }),
    mended: asset(100, { ...used, asset_use: 59.9 }, { ...used, asset_use: 40.1 }),
  },
  {
    rule: 'R43',
    part: 'used_of_decision',
    level: 'soft',
    broken: decided({ ...used, asset_use: 60, asset_decision_value_eur: 50 }),
    mended: decided({ ...used, asset_use: 60, asset_decision_value_eur: unknown }),
  },
  {
    rule: 'R44',
    part: 'more',
    level: 'soft',
    broken: { claim: [{ awarded_eur: 10, paid_eur: 10.01 }] },
    mended: { claim: [{ awarded_eur: 10, paid_eur: 10 }] },
  },
  {
    rule: 'R44',
    part: 'asset_needed',
    broken: { claim: [{ paid_by: 'confiscated_assets' }], ...decided({ asset_stage: 'confiscated_final' }) },
    mended: { claim: [{ paid_by: 'confiscated_assets' }], ...decided(used) },
  },
];

const crossing = { scope: 'cross_border', cooperation: [{ coop_type: 'mla_request' }] };

const reach: readonly Broken[] = [
  {
    rule: 'R45',
    part: 'few_defendants',
    level: 'soft',
    broken: { organised_group: 'yes', defendant: [{ person_code: 'A' }, { person_code: 'B' }] },
    mended: { organised_group: 'yes', defendant: [{ person_code: 'A' }, { person_code: 'B' }, { person_code: 'C' }] },
  },
  {
    rule: 'R45',
    part: 'few_countries',
    level: 'soft',
    broken: { ...crossing, countries_involved: ['XKX'], destination_country: 'XKX' },
    mended: { ...crossing, countries_involved: ['XKX'], destination_country: 'ALB' },
  },
  {
    rule: 'R45',
    part: 'no_cooperation',
    level: 'soft',
    broken: { scope: 'cross_border' },
    mended: { scope: 'internal' },
  },
];

/** The same case as it came: with the stage and the status that the program had set at the last save. */
const cameIn = (stage: string, tree: Row = {}): RecordContent => aCase({ ...tree, case_status: stage });
const investigation = { investigation: [{ investigation_start: '2026-01-01' }] };
const known = { def_status: 'suspect' };

const ways: readonly Broken[] = [
  {
    rule: 'R47',
    part: 'way',
    broken: against({ ...known, ...investigation }),
    beside: { cameIn: cameIn('trial', against(known)) },
    mended: against({ ...known, ...investigation }),
    mendedBeside: { cameIn: cameIn('preliminary_inquiry', against(known)) },
  },
  {
    rule: 'R47',
    part: 'way',
    broken: against({ ...known, ...investigation }),
    beside: { cameIn: cameIn('transferred', against(known)) },
    mended: against({ ...known, ...investigation }),
    mendedBeside: { cameIn: cameIn('dismissed', against({ def_status: 'case_discontinued' })) },
  },
  {
    rule: 'R47',
    part: 'resumed',
    broken: against(known),
    beside: { cameIn: cameIn('suspended', against(known)) },
    mended: against({ ...known, ...investigation }),
    mendedBeside: { cameIn: cameIn('suspended', against(known)) },
  },
  {
    rule: 'R47',
    part: 'open_defendant',
    broken: against({ def_status: 'suspect' }, { case_status: 'final' }),
    mended: against({ def_status: 'suspect' }, { case_status: 'report_received' }),
    asStated: true,
  },
];

const inUse = (activeFrom: string | null, activeTo: string | null): Partial<RuleContext> => ({
  inUse: () => ({ activeFrom, activeTo }),
});
const office: Row = { report_date: '2025-05-05', prosecutor_office: 'kp_thb' };

const everyRegister: readonly Broken[] = [
  {
    rule: 'R13',
    part: 'combined',
    broken: { protection_used: ['none', 'pseudonym'] },
    mended: { protection_used: ['none'] },
  },
  {
    rule: 'R13',
    part: 'combined',
    broken: against({ custody: [{ custody_measure: ['bail', 'none'] }] }),
    mended: against({ custody: [{ custody_measure: ['bail', 'passport_seized'] }] }),
  },
  {
    rule: 'R30',
    part: 'mostly',
    level: 'soft',
    broken: { case_source: unknown, scope: unknown, defendant: [{ def_role: unknown, def_sex: 'male' }] },
    mended: { case_source: unknown, scope: unknown, defendant: [{ def_role: ['recruiter'], def_sex: 'male' }] },
  },
  { rule: 'REF', part: 'no_longer', level: 'soft', broken: office, mended: {}, context: inUse(null, '2025-05-04') },
  { rule: 'REF', part: 'not_yet', level: 'soft', broken: office, mended: {}, context: inUse('2025-05-06', null) },
  {
    // The law of the day of the offence, which stands in the case above the charge.
    rule: 'REF',
    part: 'no_longer',
    level: 'soft',
    broken: against({ charge: [{ legal_article: '139' }] }, { report_date: '2025-05-05' }),
    mended: against({ charge: [{ legal_article: '139' }] }, { report_date: '2025-05-05', offence_start: '2018' }),
    context: inUse('2013-01-01', '2019-04-13'),
  },
  {
    // A later law does not become right by a late registration, but by an offence that lasted until it came.
    rule: 'REF',
    part: 'not_yet',
    level: 'soft',
    broken: against({ charge: [{ legal_article: '165' }] }, { report_date: '2025-05-05', offence_start: '2018' }),
    mended: against(
      { charge: [{ legal_article: '165' }] },
      { report_date: '2025-05-05', offence_start: '2018', offence_end: '2019-06' },
    ),
    context: inUse('2019-04-14', null),
  },
  {
    rule: 'R48',
    part: 'personal_number',
    level: 'soft',
    broken: { registry_no: 'PP 1234567892' },
    mended: { registry_no: 'PP 12/2025' },
  },
  {
    rule: 'R48',
    part: 'personal_number',
    level: 'soft',
    broken: against({ person_code: '0101990710008' }),
    mended: against({ person_code: 'P-0101990710009' }),
  },
  {
    rule: 'R48',
    part: 'name',
    level: 'soft',
    broken: { registry_no: 'kundër Hoxhës: Hoxha 12/2025' },
    mended: { registry_no: 'kundër Hoxhajt 12/2025' },
    beside: { rowIdentities: { 'defendant 0': { def_last_name: 'HOXHA' } } },
  },
  {
    rule: 'REQ',
    part: 'charge',
    broken: against({ indictment: [{ indictment_date: '2025-05-05' }] }),
    mended: against({ indictment: [{ indictment_date: '2025-05-05' }], charge: [{ charge_offence: 'kidnapping' }] }),
  },
];

export const otherCases: readonly Broken[] = [...assets, ...reach, ...ways, ...everyRegister];
