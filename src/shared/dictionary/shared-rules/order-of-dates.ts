/** Dates that have to follow each other: which of them stand in the wrong order (R03, R31). */
import { type DayInterval, isAtOrBefore } from '../../records/partial-date.ts';
import { daysOf } from '../../records/read-value.ts';
import type { FieldRef, FieldValue, Values } from '../../records/record.ts';

export interface Station {
  /** Word of the text key: `<earlier>_after_<later>`. */
  readonly name: string;
  readonly days: DayInterval | undefined;
  readonly ref: FieldRef;
  readonly params: Readonly<Record<string, FieldValue>>;
}

/** A station that is one date of the record or of a row. */
export function station(name: string, values: Values, at: FieldRef): Station {
  return { name, days: daysOf(values, at.field), ref: at, params: { [at.field]: values[at.field] ?? null } };
}

/** The nearest pairs of a chain that stand in the wrong order; a pair further apart is told only where no nearer one is. */
export function wrongPairs(chain: readonly Station[]): readonly (readonly [Station, Station])[] {
  const wrong: (readonly [Station, Station])[] = [];
  const known = chain.filter(({ days }) => days !== undefined);
  for (let distance = 1; distance < known.length && wrong.length === 0; distance++) {
    for (const [index, earlier] of known.entries()) {
      const later = known[index + distance];
      if (earlier.days && later?.days && isAtOrBefore(earlier.days, later.days) === false) wrong.push([earlier, later]);
    }
  }
  return wrong;
}
