import type { FieldValue } from '../../records/record.ts';
import type { Institutions } from '../institutions.ts';
import type { Form } from '../profile.ts';
import type { Random } from '../random.ts';
import type { TrainingReference } from '../training-record.ts';
import type { JointCourse } from './course.ts';
import type { Courts } from './courts.ts';
import type { Laws } from './laws.ts';
import type { People } from './people.ts';
import type { Rows } from './rows.ts';

/** What stays the same from one invented case to the next. */
export interface Desk {
  readonly random: Random;
  readonly today: number;
  readonly country: string;
  readonly reference: TrainingReference;
  readonly institutions: Institutions;
  readonly courts: Courts;
  readonly laws: Laws;
  readonly people: People;
}

export interface Offence {
  readonly start: number;
  readonly end: number;
  /** The first day as the file states it. */
  readonly statedStart: FieldValue;
  /** The day whose law is applied: where the first day is not known, that of the report. */
  readonly lawOn: number;
}

/** What everybody in one case has to do with. */
export interface Scene extends Desk {
  readonly rows: Rows;
  readonly joint: JointCourse;
  readonly offence: Offence;
  readonly forms: readonly Form[];
  readonly isTrafficking: boolean;
  readonly isOrganised: boolean;
  /** Court of first instance, also after a retrial. */
  readonly court: string;
  readonly isBeforeSpecialCourt: boolean;
  readonly isCrossBorder: boolean;
  /** Across the border, and into the country. */
  readonly isInwards: boolean;
  /** Countries beside the own one; none within the country. */
  readonly abroad: readonly string[];
  readonly adults: number;
  readonly children: number;
  readonly defendants: number;
}
