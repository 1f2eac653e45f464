import type { CountedGroup } from '../../../vocabulary.ts';
import { preventedPerson } from './prevented-persons.ts';
import { routeStep } from './route-steps.ts';

/** What the tables of the victims register count beside stored rows. */
export const counted: readonly CountedGroup[] = [routeStep, preventedPerson];
