/** The persons whom a prevented case protected: the record only says how many there were. */
import { numberOf } from '../../../../records/read-value.ts';
import type { Values } from '../../../../records/record.ts';
import type { CountedGroup } from '../../../vocabulary.ts';

const protectedAges = ['child', 'adult'] as const;

/** A person each, so that small numbers of persons are protected like those of any other table. */
export const preventedPerson: CountedGroup = {
  id: 'prevented_person',
  parent: 'prevented_case',
  fields: [{ id: 'protected_age', type: 'code', codes: protectedAges }],
  rowsOf: ({ values }) => {
    const persons = (age: (typeof protectedAges)[number], field: string): readonly Values[] =>
      Array.from({ length: numberOf(values, field) ?? 0 }, () => ({ protected_age: age }));
    return [...persons('child', 'prevented_children'), ...persons('adult', 'prevented_adults')];
  },
};
