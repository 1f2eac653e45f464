import type { Random } from '../random.ts';
import type { Spread } from './profile.ts';

/** A whole number between both ends; small ones come more often. */
export function spread(random: Random, [least, most]: Spread): number {
  return least + Math.floor(random.next() ** 1.6 * (most - least + 1));
}
