/** Cooperation, proceedings and compensation in one invented registration. */
import { isoDay } from '../records/partial-date.ts';
import type { GroupRow, Values } from '../records/record.ts';
import type { Random } from './random.ts';
import { choice, due, marker, optional } from './stated.ts';
import type { Scene } from './trafficking.ts';
import * as weights from './weights.ts';

const yesOrNo = (random: Random, yes: number) => () => (random.chance(yes) ? 'yes' : 'no');

/** Answers about justice. */
export function justice({ random }: Scene): Values {
  return {
    cooperates: due(random, ['unknown'], () => random.weighted({ yes: 58, partly: 20, no: 22 })),
    role_in_proceedings: optional(random, ['unknown'], () => choice(random, weights.roles, 2, ['none'])),
    protection_measures: optional(random, ['unknown'], () => choice(random, weights.protections, 3, ['none'])),
    social_worker_present: yesOrNo(random, 0.88)(),
    legal_aid: due(random, ['unknown'], yesOrNo(random, 0.78)),
    punished_for_acts: optional(random, ['unknown', 'refused'], yesOrNo(random, 0.02)),
    compensation_information: due(random, ['unknown'], yesOrNo(random, 0.7)),
    compensation_claimed: due(random, ['unknown'], yesOrNo(random, 0.14)),
  };
}

/** One claim for compensation, decided or pending, paid in full, in part or not. */
export function claims({ random, timeline, row }: Scene): readonly GroupRow[] {
  const decided = timeline.contact + random.between(150, 900);
  if (decided > timeline.today) {
    return [row({ compensation_forum: random.weighted(forums), compensation_awarded: marker('not_applicable') })];
  }
  const awarded = random.chance(0.2) ? 0 : random.between(500, 15_000) + random.pick([0, 0, 0.5, 0.75]);
  const paidOn = decided + random.between(20, 700);
  const isPaid = paidOn <= timeline.today && random.chance(0.45);
  const received = isPaid ? Math.round(awarded * random.pick([1, 1, 0.5, 0.25]) * 100) / 100 : 0;
  return [
    row({
      compensation_forum: random.weighted(forums),
      compensation_awarded: awarded,
      compensation_received: received,
      compensation_received_date: received > 0 ? isoDay(paidOn) : null,
    }),
  ];
}

const forums = {
  criminal_court: 50,
  civil_court: 18,
  state_compensation_fund: 26,
  settlement_outside_court: 3,
  labour_court: 3,
} as const;
