import { isoDay } from '../records/partial-date.ts';
import type { RecordContent } from '../records/record.ts';
import type { Institutions } from './institutions.ts';
import { forms } from './profile.ts';
import type { Random } from './random.ts';
import { due, optional } from './stated.ts';

const stages = {
  before_departure: 30,
  during_transport: 12,
  at_border_exit: 20,
  at_border_entry: 16,
  before_exploitation_at_destination: 10,
  online_contact_stage: 12,
} as const;

/** A trafficking that was stopped before exploitation, met on a day. */
export function preventedCase(
  random: Random,
  today: number,
  contact: number,
  institutions: Institutions,
): RecordContent {
  const registered = Math.min(today, contact + random.between(0, 20));
  const adults = random.chance(0.6) ? random.between(1, 4) : 0;
  return {
    values: {
      prevented_registration_date: isoDay(registered),
      prevented_reporting_institution: institutions.active(random, registered, ['police', 'border_police', 'ngo']),
      prevented_date: isoDay(contact),
      prevented_stage: due(random, ['unknown'], () => random.weighted(stages)),
      prevented_institution: institutions.active(random, contact, ['border_police', 'police']),
      prevented_adults: adults,
      prevented_children: adults === 0 || random.chance(0.3) ? random.between(1, 3) : 0,
      prevented_intended_form: optional(random, ['unknown'], () => random.weighted(forms)),
    },
    groups: {},
  };
}
