/** Answers to the facts that conditions of this register rest on; undefined where the record does not say. */
import { codesOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { Values } from '../../../records/record.ts';
import type { Fact } from '../../vocabulary.ts';
import { ageGroup, isChildGroup } from './age.ts';
import type { FactName } from './fact-names.ts';

function isCountry(values: Values, field: string, country: string): boolean | undefined {
  const code = textOf(values, field);
  return code === undefined ? undefined : code === country;
}

export const facts: Readonly<Record<FactName, Fact>> = {
  child_at_identification: ({ values }) => isChildGroup(textOf(values, 'age_group') ?? ageGroup(values)),

  formally_identified: (subject) => {
    const decided = rowsOf(subject, 'status_decision').map((row) => textOf(row.values, 'status'));
    if (decided.includes('formally_identified')) return true;
    // A decision whose result is not entered yet may still become a formal identification.
    return decided.length === 0 || decided.includes(undefined) ? undefined : false;
  },

  own_national: ({ values }, { ownCountry }) => {
    const citizenships = codesOf(values, 'citizenship');
    return citizenships.length === 0 ? undefined : citizenships.includes(ownCountry);
  },

  identified_in_own_country: ({ values }, { ownCountry }) => isCountry(values, 'identification_country', ownCountry),
  own_country_residence: ({ values }, { ownCountry }) => isCountry(values, 'country_of_residence', ownCountry),
  recruited_in_own_country: ({ values }, { ownCountry }) => isCountry(values, 'recruitment_country', ownCountry),

  exploited_in_own_country: (_subject, { ownCountry }, row) =>
    row && isCountry(row.values, 'exploitation_country', ownCountry),

  crosses_border: (_subject, _context, row) => {
    const from = row && textOf(row.values, 'leg_from_country');
    const to = row && textOf(row.values, 'leg_to_country');
    return from === undefined || to === undefined ? undefined : from !== to;
  },
};
