/** Which court an invented case comes before. */
import { isInUse } from '../../records/in-use.ts';
import { isoDay } from '../../records/partial-date.ts';
import type { Institutions } from '../institutions.ts';
import type { Random } from '../random.ts';
import type { TrainingInstitution } from '../training-record.ts';
import { seatOf } from './seats.ts';

export interface Courts {
  /** A court of first instance that worked on that day, at the seat of the prosecution where there is one. */
  readonly first: (random: Random, day: number, office: string) => string;
  readonly above: (random: Random, day: number) => string;
}

// No list says at which level a court stands; its code, made from its name, usually does.
const isAbove = ({ code }: TrainingInstitution) => /appeal|apel|supreme|vrhov|kasac/.test(code);

/** The courts of the installation. */
export function createCourts(entries: readonly TrainingInstitution[], institutions: Institutions): Courts {
  const courts = entries.filter(({ type }) => type === 'court');
  const on = (day: number, above: boolean) => {
    const iso = isoDay(day);
    return courts.filter((court) => isAbove(court) === above && isInUse(court, iso));
  };
  const pick = (random: Random, found: readonly TrainingInstitution[], day: number) =>
    found.length > 0 ? random.pick(found).code : institutions.active(random, day, ['court']);
  return {
    first(random, day, office) {
      const found = on(day, false);
      const near = found.find(({ code }) => seatOf(code) === seatOf(office));
      return near?.code ?? pick(random, found, day);
    },
    above: (random, day) => pick(random, on(day, true), day),
  };
}
