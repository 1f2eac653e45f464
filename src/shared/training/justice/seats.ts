/** Bodies that have one office per region, and the places around them, as the codes of the delivered lists tell them. */
import { isInUse } from '../../records/in-use.ts';
import { isoDay } from '../../records/partial-date.ts';
import type { Random } from '../random.ts';
import type { Desk } from './scene.ts';

/** The seat in a code such as prosecution_prizren. */
export const seatOf = (code: string): string => code.slice(code.indexOf('_') + 1);

/** A body of one of these types that worked on a day: mostly the one at the seat of the office. */
export function bodyNear(
  { random, institutions, reference }: Desk,
  office: string,
  day: number,
  types: readonly string[],
) {
  const iso = isoDay(day);
  const near = reference.INST.find(
    (body) => types.includes(body.type ?? '') && seatOf(body.code) === seatOf(office) && isInUse(body, iso),
  );
  return near && random.chance(0.6) ? near.code : institutions.active(random, day, types);
}

/** A municipality: often the one in which the office has its seat; undefined where the installation keeps none. */
export function placeNear(random: Random, places: readonly { readonly code: string }[], office: string) {
  if (places.length === 0) return undefined;
  const seat = places.find(({ code }) => code.startsWith(seatOf(office)));
  return seat && random.chance(0.45) ? seat.code : random.pick(places).code;
}
