/** For every rule, a way to contradict it within a case that is valid. */
import { withinKey } from '#shared/records/content.ts';
import { dayNumber, isoDay } from '#shared/records/partial-date.ts';
import { numberOf, rowsOf, textOf } from '#shared/records/read-value.ts';
import type { GroupRow, RuleSubject, Values } from '#shared/records/record.ts';

export interface Violation {
  readonly rule: string;
  /** undefined: this case offers no occasion. */
  readonly violate: (subject: RuleSubject) => RuleSubject | undefined;
}

type Select = (row: GroupRow, subject: RuleSubject) => boolean;

const withValues = (subject: RuleSubject, values: Values): RuleSubject => ({
  ...subject,
  values: { ...subject.values, ...values },
});

/** Other answers in the first row that a question selects. */
function inRow(subject: RuleSubject, entity: string, select: Select, values: Values): RuleSubject | undefined {
  const rows = rowsOf(subject, entity);
  const found = rows.find((row) => select(row, subject));
  if (!found) return undefined;
  const edited = { ...found, values: { ...found.values, ...values } };
  return { ...subject, groups: { ...subject.groups, [entity]: rows.map((row) => (row === found ? edited : row)) } };
}

/** One more row, within the first row of another group that a question selects. */
function oneMore(subject: RuleSubject, entity: string, outer: string, select: Select, values: Values) {
  const found = rowsOf(subject, outer).find((row) => select(row, subject));
  if (!found) return undefined;
  const row = { id: `${entity} more`, values: { ...values, [withinKey]: found.id } };
  return { ...subject, groups: { ...subject.groups, [entity]: [...rowsOf(subject, entity), row] } };
}

const without = (subject: RuleSubject, ...entities: readonly string[]): RuleSubject => ({
  ...subject,
  groups: { ...subject.groups, ...Object.fromEntries(entities.map((entity) => [entity, []])) },
});

const any: Select = () => true;
const where =
  (field: string, ...codes: readonly string[]): Select =>
  ({ values }) =>
    codes.includes(textOf(values, field) ?? '');
const natural = where('person_type', 'natural_person');
const company = where('person_type', 'legal_person');
const imprisonment = where('sentence_type', 'imprisonment', 'house_imprisonment', 'suspended_imprisonment');
const acquits: Select = ({ values }) =>
  values['verdict'] === 'acquitted' && values['final_verdict'] !== 'convicted_tip';
const isFinal: Select = ({ values }) => textOf(values, 'final_date') !== undefined;
const hasRowsOf =
  (entity: string): Select =>
  ({ id }, subject) =>
    rowsOf(subject, entity).some(({ values }) => values[withinKey] === id);
/** The defendant of a charge of a row. */
const defendantOfVerdict = (subject: RuleSubject, verdict: GroupRow): string | undefined => {
  const charge = rowsOf(subject, 'charge').find(({ id }) => id === verdict.values[withinKey]);
  return charge && textOf(charge.values, withinKey);
};

const later = (day: string | undefined, days: number) => isoDay((dayNumber(day ?? '') ?? 0) + days);

export const violations: readonly Violation[] = [
  { rule: 'R01', violate: (s) => inRow(s, 'claim', any, {}) && withValues(s, { offence_end: '2026-11-27' }) },
  { rule: 'R13', violate: (s) => withValues(s, { protection_used: ['relocation', 'none'] }) },
  {
    rule: 'R31',
    violate: (s) => inRow(s, 'indictment', any, { indictment_date: later(textOf(s.values, 'report_date'), -1) }),
  },
  {
    rule: 'R32',
    violate: (s) => oneMore(s, 'sentence', 'verdict', acquits, { sentence_type: 'fine' }),
  },
  {
    rule: 'R33',
    violate: (s) => {
      const charges = rowsOf(s, 'charge').filter(hasAcquittalsOnly(s));
      const guilty = new Set(
        rowsOf(s, 'charge')
          .filter((row) => !charges.includes(row))
          .map((row) => row.values[withinKey]),
      );
      return oneMore(s, 'judgment_sentence', 'defendant', (row) => hasRowsOf('charge')(row, s) && !guilty.has(row.id), {
        aggregate_type: 'fine',
      });
    },
  },
  { rule: 'R34', violate: (s) => inRow(s, 'sentence', imprisonment, { sentence_months: null }) },
  {
    rule: 'R35',
    violate: (s) => {
      const sentence = rowsOf(s, 'sentence').find((row) => imprisonment(row, s));
      const verdict = rowsOf(s, 'verdict').find(({ id }) => id === sentence?.values[withinKey]);
      const months = sentence && numberOf(sentence.values, 'sentence_months');
      if (months === undefined) return undefined;
      return inRow(s, 'charge', ({ id }) => id === verdict?.values[withinKey], { charge_max_months: months - 1 });
    },
  },
  {
    rule: 'R36',
    violate: (s) => {
      const final = rowsOf(s, 'verdict').find((row) => isFinal(row, s));
      const defendant = final && defendantOfVerdict(s, final);
      return oneMore(s, 'appeal', 'defendant', ({ id }) => id === defendant, { appeal_kind: 'ordinary' });
    },
  },
  {
    rule: 'R37',
    violate: (s) => {
      const last = where('appeal_outcome', 'verdict_reversed_to_acquittal', 'verdict_reversed_to_conviction');
      const appeal = rowsOf(s, 'appeal').find((row) => last(row, s));
      if (!appeal) return undefined;
      const isConviction = textOf(appeal.values, 'appeal_outcome') === 'verdict_reversed_to_conviction';
      return inRow(s, 'appeal', (row) => row === appeal, {
        appeal_outcome: `verdict_reversed_to_${isConviction ? 'acquittal' : 'conviction'}`,
      });
    },
  },
  { rule: 'R38', violate: (s) => inRow(s, 'defendant', company, { def_sex: 'female' }) },
  {
    rule: 'R39',
    violate: (s) => {
      const changed = inRow(s, 'defendant', natural, { def_age_at_offence: 13 });
      return changed && { ...changed, rowIdentities: {} };
    },
  },
  {
    rule: 'R40',
    violate: (s) =>
      rowsOf(s, 'charge').some((row) => where('completion', 'completed')(row, s) && isTrafficking(row))
        ? without(s, 'victim_group')
        : undefined,
  },
  {
    rule: 'R41',
    violate: (s) =>
      rowsOf(s, 'charge').some((row) => where('charge_offence', 'trafficking_of_child')(row, s))
        ? { ...s, groups: { ...s.groups, victim_group: rowsOf(s, 'victim_group').slice(0, 1) } }
        : undefined,
  },
  { rule: 'R42', violate: (s) => withValues(s, { victims_testified: (numberOf(s.values, 'victims_total') ?? 0) + 1 }) },
  {
    rule: 'R43',
    violate: (s) => {
      const confiscated = rowsOf(s, 'asset_decision').find((row) => where('asset_stage', 'confiscated_final')(row, s));
      return oneMore(s, 'asset_decision', 'asset', ({ id }) => id === confiscated?.values[withinKey], {
        asset_stage: 'frozen',
        asset_date: later(confiscated && textOf(confiscated.values, 'asset_date'), 1),
      });
    },
  },
  {
    rule: 'R44',
    violate: (s) =>
      rowsOf(s, 'asset_decision').some((row) => where('asset_stage', 'used_for_victim_compensation')(row, s))
        ? undefined
        : inRow(s, 'claim', where('paid_by', 'defendant'), { paid_by: 'confiscated_assets' }),
  },
  {
    rule: 'R45',
    violate: (s) => (textOf(s.values, 'scope') === 'cross_border' ? without(s, 'cooperation') : undefined),
  },
  {
    rule: 'R46',
    violate: (s) =>
      rowsOf(s, 'defendant').length > 0 || textOf(s.values, 'case_status') !== 'report_received'
        ? undefined
        : withValues(s, { lead_authority: 'kp_thb', offence_start: null, report_date: '2020-01-01' }),
  },
  {
    rule: 'R47',
    violate: (s) => (underWay.includes(textOf(s.values, 'case_status') ?? '') ? withoutSteps(s) : undefined),
  },
  { rule: 'R48', violate: (s) => withValues(s, { registry_no: 'PPN 7501010010' }) },
  { rule: 'R50', violate: (s) => inRow(s, 'judgment_sentence', any, { aggregate_days: 18_000 }) },
  {
    rule: 'R51',
    violate: (s) =>
      rowsOf(s, 'charge').some((row) => where('completion', 'completed')(row, s))
        ? withValues(s, { exploitation_forms: ['slavery'] })
        : undefined,
  },
  { rule: 'REQ', violate: (s) => (rowsOf(s, 'indictment').length > 0 ? without(s, 'charge') : undefined) },
];

const underWay = ['investigation', 'indictment_filed', 'trial', 'first_instance_judgment', 'appeal', 'final'];
const isTrafficking = ({ values }: GroupRow) => (textOf(values, 'charge_offence') ?? '').startsWith('trafficking');

/** Charges on which there are verdicts, none of them a conviction, now or in the end. */
function hasAcquittalsOnly(subject: RuleSubject): (charge: GroupRow) => boolean {
  return ({ id }) => {
    const verdicts = rowsOf(subject, 'verdict').filter(({ values }) => values[withinKey] === id);
    const convicts = verdicts.some(
      ({ values }) => values['verdict'] === 'convicted_tip' || values['final_verdict'] === 'convicted_tip',
    );
    return verdicts.length > 0 && !convicts;
  };
}

/** Everything that was done against the defendants is gone, as if the case had only been reported. */
const withoutSteps = (subject: RuleSubject): RuleSubject =>
  without(
    subject,
    'investigation',
    'custody',
    'indictment',
    'charge',
    'trial',
    'verdict',
    'sentence',
    'judgment_sentence',
    'appeal',
  );
