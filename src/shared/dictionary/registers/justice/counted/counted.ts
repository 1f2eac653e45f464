import type { CountedGroup } from '../../../vocabulary.ts';
import { caseDealtWith, course } from './cases.ts';
import { judgment } from './judgments.ts';
import { personStep } from './person-steps.ts';
import { stretch } from './stretches.ts';
import { term } from './terms.ts';

/** What the tables of the justice register count beside stored rows; all of it follows from the course of proceedings. */
export const counted: readonly CountedGroup[] = [caseDealtWith, course, personStep, judgment, term, stretch];
