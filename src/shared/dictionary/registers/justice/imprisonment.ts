/** Terms of imprisonment, as a penalty for one offence (months) and as the aggregate of a judgment (days). */
import type { Condition } from '../../vocabulary.ts';
import { naturalPerson } from './person-type.ts';

/** SENTTYPE: imprisonment for a term. Life imprisonment has no length (R34). */
export const imprisonments = ['imprisonment', 'suspended_imprisonment', 'house_imprisonment'] as const;

/** Whether the sanction in a field has a length: imprisonment for a term, of a natural person (R34, R38). */
export const imprisonment = (field: 'sentence_type' | 'aggregate_type'): Condition => ({
  all: [naturalPerson, { field, is: imprisonments }],
});

export const longestMonths = 600;

/** The same 50 years, of 365.25 days each. */
export const longestDays = 18_263;

/** T36: under one year, then from one, three, five and ten years on. */
export const termClasses = [1, 12, 36, 60, 120] as const;

/** The same classes in days. Years of 365.25 days are cut, so that exactly three years are never under three. */
export const termClassesInDays = [1, 365, 1095, 1826, 3652] as const;
