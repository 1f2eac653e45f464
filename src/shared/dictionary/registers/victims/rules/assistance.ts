/** R20 to R22: services agree with what the person accepted, and with the calendar. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { addMonths, dayNumber, isAtOrBefore, isBefore } from '../../../../records/partial-date.ts';
import { daysOf, isAnswered, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleContext, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';

const longServiceMonths = 24;
const finishedOutcomes = ['completed', 'dropped_out', 'transferred', 'refused_after_start', 'not_provided'];

/** A service that still runs: no end is entered, and no result says that it is over. */
export function isOpenService({ values }: GroupRow): boolean {
  const outcome = textOf(values, 'service_outcome');
  return textOf(values, 'service_end') === undefined && !(outcome !== undefined && finishedOutcomes.includes(outcome));
}

function servicesAgree(subject: RuleSubject): readonly Finding[] {
  const accepted = textOf(subject.values, 'assistance_accepted');
  const count = rowsOf(subject, 'service').length;
  const at = ref('victim', 'assistance_accepted');
  if (accepted === 'yes' || accepted === 'partly') {
    return count > 0 ? [] : [finding('R20', 'soft', 'no_service', [at], { assistance_accepted: accepted })];
  }
  if (accepted !== 'no') return [];
  const findings: Finding[] = [];
  if (count > 0) findings.push(finding('R20', 'soft', 'declined', [at], { count }));
  if (!isAnswered(subject.values['decline_reason'])) {
    findings.push(finding('R20', 'soft', 'reason', [ref('victim', 'decline_reason')]));
  }
  return findings;
}

function serviceDates(subject: RuleSubject): readonly Finding[] {
  const contact = daysOf(subject.values, 'first_contact_date');
  return rowsOf(subject, 'service').flatMap((row) => {
    const findings: Finding[] = [];
    const [start, end] = [daysOf(row.values, 'service_start'), daysOf(row.values, 'service_end')];
    const [startAt, endAt] = [rowRef('service', row, 'service_start'), rowRef('service', row, 'service_end')];
    const params = {
      service_start: row.values['service_start'] ?? null,
      service_end: row.values['service_end'] ?? null,
    };
    if (start && end && isAtOrBefore(start, end) === false) {
      findings.push(finding('R21', 'hard', 'order', [endAt, startAt], params));
    }
    if (start && contact && isAtOrBefore(contact, start) === false) {
      const first = subject.values['first_contact_date'] ?? null;
      const fields = [startAt, ref('victim', 'first_contact_date')];
      findings.push(
        finding('R21', 'hard', 'contact', fields, { service_start: params.service_start, first_contact_date: first }),
      );
    }
    if (textOf(row.values, 'service_outcome') === 'completed' && !end) {
      const part = isAnswered(row.values['service_end']) ? 'end_contradicted' : 'end_needed';
      findings.push(finding('R21', 'hard', part, [endAt, rowRef('service', row, 'service_outcome')]));
    }
    return findings;
  });
}

function longServices(subject: RuleSubject, { today }: RuleContext): readonly Finding[] {
  const now = dayNumber(today);
  if (now === undefined) return [];
  return rowsOf(subject, 'service').flatMap((row) => {
    const start = daysOf(row.values, 'service_start');
    if (!start || !isOpenService(row) || now <= addMonths(start.latest, longServiceMonths)) return [];
    return [
      finding('R22', 'soft', 'long', [rowRef('service', row, 'service_end')], {
        service_type: textOf(row.values, 'service_type') ?? null,
        service_start: row.values['service_start'] ?? null,
        months: longServiceMonths,
      }),
    ];
  });
}

// Leaving one shelter and entering the next on the same day is no overlap.
function overlappingShelters(subject: RuleSubject): readonly Finding[] {
  const stays = rowsOf(subject, 'service').filter(({ values }) => textOf(values, 'service_type') === 'shelter');
  const findings: Finding[] = [];
  for (const [index, stay] of stays.entries()) {
    for (const earlier of stays.slice(0, index)) {
      if (!overlap(stay, earlier)) continue;
      findings.push(
        finding(
          'R22',
          'soft',
          'overlap',
          [rowRef('service', stay, 'service_start'), rowRef('service', earlier, 'service_end')],
          {
            service_start: stay.values['service_start'] ?? null,
            other_service_start: earlier.values['service_start'] ?? null,
            other_service_end: earlier.values['service_end'] ?? null,
          },
        ),
      );
    }
  }
  return findings;
}

function overlap(a: GroupRow, b: GroupRow): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(stay: GroupRow, other: GroupRow): boolean {
  const start = daysOf(stay.values, 'service_start');
  const end = daysOf(other.values, 'service_end');
  if (!start) return false;
  return end ? isBefore(start, end) === true : isOpenService(other);
}

export const assistanceRules: readonly RuleDeclaration[] = [
  { id: 'R20', entity: 'victim', level: 'soft', waits: ['no_service', 'reason'], check: servicesAgree },
  { id: 'R21', entity: 'victim', level: 'hard', waits: ['end_needed'], check: serviceDates },
  {
    id: 'R22',
    entity: 'victim',
    level: 'soft',
    check: (subject, context) => [...longServices(subject, context), ...overlappingShelters(subject)],
  },
];
