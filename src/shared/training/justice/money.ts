/** Assets and claims for compensation in an invented case, as far as they have been decided by today. */
import { isoDay } from '../../records/partial-date.ts';
import type { Random } from '../random.ts';
import { due, marker } from '../stated.ts';
import { isGuilty } from './court.ts';
import type { Defended } from './proceedings.ts';
import type { Scene } from './scene.ts';
import * as weights from './weights.ts';

/** When a case was first judged, and when somebody was finally convicted; undefined where that has not happened. */
export interface Ends {
  readonly investigated: number | undefined;
  readonly indicted: number | undefined;
  readonly judged: number | undefined;
  readonly convicted: number | undefined;
}

const least = (found: readonly number[]): number | undefined => (found.length > 0 ? Math.min(...found) : undefined);

export function endsOf(defended: readonly Defended[]): Ends {
  const courses = defended.map(({ course }) => course);
  const chains = courses.flatMap((course) => course.chains);
  return {
    investigated: least(courses.flatMap(({ investigations }) => investigations.map(({ start }) => start))),
    indicted: least(courses.flatMap(({ indicted }) => indicted ?? [])),
    judged: least(chains.flatMap(({ judgments }) => judgments.map(({ day }) => day))),
    convicted: least(
      chains.flatMap(({ finalOn, judgments }) =>
        finalOn !== undefined && judgments.at(-1)?.verdicts.some(isGuilty) ? [finalOn] : [],
      ),
    ),
  };
}

const amount = ({ random }: Scene, most: number) =>
  Math.round(100 + random.next() ** 3 * most) + random.pick([0, 0, 0, 0.5, 0.75]);

/** Adds assets; true where one of them was used to compensate victims. */
export function addAssets(scene: Scene, { investigated, convicted, judged }: Ends): boolean {
  const { random, rows, today } = scene;
  if (investigated === undefined || !random.chance(0.32)) return false;
  let isUsed = false;
  for (const type of random.several(weights.assets, random.pick([1, 1, 2, 3]))) {
    const value = amount(scene, type === 'real_estate' ? 120_000 : 30_000);
    const stated = due(random, ['unknown'], () => value);
    const asset = rows.add('asset', { asset_type: due(random, ['unknown'], () => type), asset_value_eur: stated });
    let day = investigated;
    const decide = (stage: string, from: number, more: Record<string, number> = {}): boolean => {
      day = Math.max(day, from);
      if (day > today) return false;
      rows.add(
        'asset_decision',
        {
          asset_stage: stage,
          asset_date: isoDay(day),
          asset_decision_value_eur: random.chance(0.05) ? marker('unknown') : value,
          ...more,
        },
        asset,
      );
      return true;
    };
    if (random.chance(0.5) && !decide('frozen', investigated + random.between(0, 40))) continue;
    if (!decide('seized', day + random.between(1, 60))) continue;
    if (convicted === undefined) {
      // Without a conviction some of it goes back.
      if (judged !== undefined && random.chance(0.3)) decide('returned_to_owner', judged + random.between(5, 90));
      continue;
    }
    if (!random.chance(0.7)) decide('returned_to_owner', convicted + random.between(5, 90));
    else if (decide('confiscated_final', convicted + random.between(0, 30))) {
      const disposal = random.weighted(weights.disposals);
      const used = { asset_use: Math.round(value * random.pick([1, 0.8, 0.5])) };
      const isTaken = disposal === 'used_for_victim_compensation';
      if (disposal === 'none') continue;
      const isDone = decide(
        disposal,
        day + random.between(30, 300),
        isTaken ? { asset_use: Math.min(value, used.asset_use) } : {},
      );
      isUsed ||= isDone && isTaken;
    }
  }
  return isUsed;
}

/** Where nobody is convicted in the end, a court seldom awards anything. */
const decisionOn = (random: Random, isConvicted: boolean) =>
  isConvicted || random.chance(0.3) ? random.weighted(weights.claimDecisions) : 'referred_to_civil_court';

/** Adds claims of victims; they are decided with the judgment and paid after it is final. */
export function addClaims(scene: Scene, { indicted, judged, convicted }: Ends, isAssetUsed: boolean): void {
  const { random, rows, today, adults, children } = scene;
  if (indicted === undefined || adults + children === 0 || !random.chance(isAssetUsed ? 0.9 : 0.3)) return;
  const claims = Math.min(adults + children, random.pick([1, 1, 1, 2, 3]));
  for (let claim = 0; claim < claims; claim++) {
    const amountClaimed = amount(scene, 25_000);
    const isDecided = judged !== undefined && random.chance(0.92);
    const decision = isDecided ? decisionOn(random, convicted !== undefined) : 'pending';
    const isAwarded = decision === 'granted' || decision === 'partly';
    const awarded = decision === 'granted' ? amountClaimed : Math.round(amountClaimed * random.pick([0.25, 0.4, 0.6]));
    const isPaid =
      isAwarded && convicted !== undefined && convicted + 120 < today && (isAssetUsed || random.chance(0.3));
    const paid = isPaid ? Math.floor(awarded * random.pick([1, 1, 0.5, 0.25])) : 0;
    const payer = isAssetUsed ? 'confiscated_assets' : random.weighted({ defendant: 50, state_fund: 36, several: 14 });
    rows.add('claim', {
      claim_kind: due(random, ['unknown'], () => random.several(weights.damages, 2)),
      claim_amount_eur: due(random, ['unknown'], () => amountClaimed),
      claim_decision: decision,
      awarded_eur: isAwarded ? awarded : null,
      paid_eur: isAwarded && awarded > 0 ? paid : null,
      paid_by: paid > 0 ? payer : null,
    });
  }
}
