import type { Condition } from '../../vocabulary.ts';

/** R38: a company has no sex, birth, family or schooling, and nobody can lock it up. */
export const naturalPerson: Condition = { field: 'person_type', is: ['natural_person'] };
