/** How long each step of a case took, as intervals wherever a date is known in part; shown under the later date. */
import { statedAges } from '../../../records/age.ts';
import { rowsBelow } from '../../../records/content.ts';
import { type DayInterval, lengthBetween } from '../../../records/partial-date.ts';
import { codesOf, daysOf, numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { FieldRef, GroupRow, RuleSubject, Values } from '../../../records/record.ts';
import type { Span } from '../../vocabulary.ts';
import { dayOfOffence } from './age.ts';
import { detentionMeasures } from './investigation.ts';
import { verdictsOn } from './of-defendant.ts';

/** Durations between two dates of the case or of one row. */
const within = [
  { entity: 'case', from: 'offence_start', to: 'offence_end', unit: 'months' },
  { entity: 'investigation', from: 'investigation_start', to: 'investigation_end', unit: 'months' },
  { entity: 'appeal', from: 'appeal_date', to: 'appeal_decision_date', unit: 'days' },
  { entity: 'cooperation', from: 'coop_requested', to: 'coop_answered', unit: 'days' },
] as const;

/** Every age and duration that the dates allow to be reckoned; one that would end before it begins is left to the rules. */
export function spans(subject: RuleSubject): readonly Span[] {
  const ofRows = within.flatMap(({ entity, from, to, unit }) =>
    placesOf(subject, entity).flatMap(({ values, row }) =>
      spanOf(refTo(entity, to, row), daysOf(values, from), daysOf(values, to), unit),
    ),
  );
  return [...ofRows, ...rowsOf(subject, 'defendant').flatMap((defendant) => spansOf(subject, defendant))];
}

function placesOf(
  subject: RuleSubject,
  entity: string,
): readonly { readonly values: Values; readonly row?: GroupRow }[] {
  if (entity === subject.entity) return [{ values: subject.values }];
  return rowsOf(subject, entity).map((row) => ({ values: row.values, row }));
}

const refTo = (entity: string, field: string, row?: GroupRow): FieldRef =>
  row ? { entity, field, row: row.id } : { entity, field };

function spanOf(
  at: FieldRef,
  from: DayInterval | undefined,
  to: DayInterval | undefined,
  unit: 'days' | 'months',
): Span[] {
  const between = lengthBetween(from, to, unit);
  return between ? [{ at, unit, ...between }] : [];
}

/** From one stage of a defendant to the next; a retrial is reckoned from the dates of its own chain, the newest before it. */
function spansOf(subject: RuleSubject, defendant: GroupRow): Span[] {
  const rows = (entity: string) => rowsBelow(subject, entity, defendant);
  const verdicts = verdictsOn(subject, defendant);
  const steps = [
    { entity: 'indictment', of: rows('indictment'), field: 'indictment_date' },
    { entity: 'trial', of: rows('trial'), field: 'trial_start' },
    { entity: 'verdict', of: verdicts, field: 'verdict_date' },
  ] as const;
  const found = rows('investigation').flatMap((row) => {
    const at = refTo('investigation', 'investigation_start', row);
    return spanOf(at, daysOf(subject.values, 'report_date'), daysOf(row.values, 'investigation_start'), 'days');
  });
  steps.forEach(({ entity, of, field }, index) => {
    const before = steps[index - 1];
    if (!before) return;
    const unit = entity === 'verdict' ? 'months' : 'days';
    for (const row of of) {
      const to = daysOf(row.values, field);
      found.push(...spanOf(refTo(entity, field, row), newestBefore(before.of, before.field, to), to, unit));
    }
  });
  return [
    ...found,
    ...finality(subject, defendant),
    ...detention(rows('custody'), verdicts),
    ...age(subject, defendant),
  ];
}

/** The latest date of some rows on or before a day. */
function newestBefore(rows: readonly GroupRow[], field: string, day: DayInterval | undefined): DayInterval | undefined {
  let newest: DayInterval | undefined;
  for (const { values } of rows) {
    const days = daysOf(values, field);
    if (days && day && days.earliest <= day.latest && (!newest || days.latest > newest.latest)) newest = days;
  }
  return newest;
}

/** From the newest verdict of first instance on a charge to its finality. */
function finality(subject: RuleSubject, defendant: GroupRow): Span[] {
  return rowsBelow(subject, 'charge', defendant).flatMap((charge) => {
    const verdicts = rowsBelow(subject, 'verdict', charge);
    const tried = verdicts.filter(({ values }) => (textOf(values, 'verdict_instance') ?? 'first') === 'first');
    return verdicts.flatMap((row) => {
      const to = daysOf(row.values, 'final_date');
      return spanOf(refTo('verdict', 'final_date', row), newestBefore(tried, 'verdict_date', to), to, 'days');
    });
  });
}

/** Detention before judgment lasted at most from the arrest to the first verdict after it; the days are counted by hand. */
function detention(custody: readonly GroupRow[], verdicts: readonly GroupRow[]): Span[] {
  return custody.flatMap((row) => {
    const isDetained = codesOf(row.values, 'custody_measure').some((code) =>
      detentionMeasures.some((each) => each === code),
    );
    const arrested = daysOf(row.values, 'arrest_date');
    if (!isDetained || !arrested) return [];
    const judged = verdicts
      .flatMap(({ values }) => daysOf(values, 'verdict_date') ?? [])
      .filter(({ latest }) => latest >= arrested.earliest)
      .toSorted((a, b) => a.latest - b.latest)[0];
    return spanOf(refTo('custody', 'custody_days', row), arrested, judged, 'days').map((span) => ({
      ...span,
      least: 0,
    }));
  });
}

/** Ages that the year of birth allows, where there is more than one and none was stated. */
function age(subject: RuleSubject, defendant: GroupRow): Span[] {
  const ages = statedAges(
    numberOf(defendant.values, 'def_age_at_offence'),
    numberOf(defendant.values, 'def_birth_year'),
    dayOfOffence(subject.values),
  );
  if (!ages || ages.least === ages.most) return [];
  return [{ at: refTo('defendant', 'def_age_at_offence', defendant), unit: 'years', ...ages }];
}
