import { isInUse } from '../records/in-use.ts';
import { isoDay } from '../records/partial-date.ts';
import type { Random } from './random.ts';
import type { TrainingInstitution } from './training-record.ts';

export interface Institutions {
  /** An institution of one of these types that worked on that day; any other where there is none. */
  readonly active: (random: Random, day: number, types: readonly string[]) => string;
  readonly find: (code: string) => TrainingInstitution | undefined;
}

/** The institutions of the installation, quick to choose from. */
export function createInstitutions(entries: readonly TrainingInstitution[]): Institutions {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const own = entries.filter(({ type }) => type !== 'foreign_authority');
  return {
    active: (random, day, types) => {
      const iso = isoDay(day);
      const fitting = own.filter((entry) => types.includes(entry.type ?? '') && isInUse(entry, iso));
      if (fitting.length > 0) return random.pick(fitting).code;
      return random.pick(own.filter((entry) => isInUse(entry, iso))).code;
    },
    find: (code) => byCode.get(code),
  };
}
