/** Stating an answer as officers do: exactly, in part, by a marker, or not at all. */
import type { MissingMarker } from '../dictionary/vocabulary.ts';
import { isoDay } from '../records/partial-date.ts';
import type { FieldValue } from '../records/record.ts';
import { datePrecision, optionalEntered, optionalMarked } from './profile.ts';
import type { Random, Weights } from './random.ts';

export const marker = (missing: MissingMarker): FieldValue => ({ missing });

/** A day stated exactly, as month or year, or by a marker. */
export function statedDay(random: Random, day: number): FieldValue {
  const precision = random.weighted(datePrecision);
  const iso = isoDay(day);
  if (precision === 'day') return iso;
  if (precision === 'month') return iso.slice(0, 7);
  return precision === 'year' ? iso.slice(0, 4) : marker(precision);
}

/** An optional answer: entered or not, now and then as one of the markers the field allows. */
export function optional(random: Random, markers: readonly MissingMarker[], answer: () => FieldValue): FieldValue {
  if (!random.chance(optionalEntered)) return null;
  return markers.length > 0 && random.chance(optionalMarked) ? marker(random.pick(markers)) : answer();
}

/** An answer that is due: entered, seldom as one of the markers the field allows. */
export function due(random: Random, markers: readonly MissingMarker[], answer: () => FieldValue): FieldValue {
  return random.chance(optionalMarked / 2) ? marker(random.pick(markers)) : answer();
}

/** Several codes, or one that stands alone. */
export function choice<T extends string>(random: Random, weights: Weights<T>, count: number, alone: readonly T[] = []) {
  const chosen = random.several(weights, count);
  const exclusive = chosen.find((code) => alone.includes(code));
  return exclusive === undefined ? chosen : [exclusive];
}
