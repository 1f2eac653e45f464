/** Penalties of one invented defendant for what one trial convicted of, and what a higher court made of them. */
import type { Random } from '../random.ts';
import type { Charge } from './charges.ts';
import type { Chain } from './court.ts';
import { isGuilty } from './court.ts';
import { monthsFor } from './laws.ts';
import type { Person } from './people.ts';
import { spread } from './spread.ts';
import * as weights from './weights.ts';

const termed = ['imprisonment', 'suspended_imprisonment', 'house_imprisonment'];
export const hasTerm = (type: string): boolean => termed.includes(type);

/** What was found of a charge, and the term set for it where the penalty is one. */
interface Single {
  readonly convictedOf: string;
  readonly months: number;
}

export interface Penalties {
  readonly type: string;
  /** By charge; undefined where nothing is punished. */
  readonly singles: readonly (Single | undefined)[];
  /** Where the aggregate lies between the longest term and the sum of all. */
  readonly between: number;
  /** Of a term of up to three years, the share that is suspended. */
  readonly suspendedShare: number;
  /** Lighter and heavier, as a share of the first terms. */
  readonly factors: Readonly<Record<'lighter' | 'heavier', number>>;
  /** Shorter than the article allows, for special circumstances. */
  readonly isOutsideRange: boolean;
  /** From finality to the first day in prison. */
  readonly daysToPrison: number;
}

/** What courts find instead of trafficking, by the form that was charged. */
const nearest: Readonly<Record<string, number>> = {
  slavery_servitude_forced_labour: 60,
  smuggling_of_migrants: 15,
  other: 25,
};
const nearestOfSexual: Readonly<Record<string, number>> = {
  facilitating_prostitution: 74,
  use_of_services_of_victim: 10,
  sexual_offence: 10,
  other: 6,
};

/** The offence that a guilty verdict names. */
function convictedOffence(random: Random, { offence, isTrafficking, values }: Charge, verdict: string): string {
  if (verdict !== 'convicted_other_offence_only' || !isTrafficking) return offence;
  return random.weighted(values['charge_form'] === 'sexual_exploitation' ? nearestOfSexual : nearest);
}

export function penaltiesFor(
  random: Random,
  chain: Chain,
  charges: readonly Charge[],
  { isCompany, age }: Person,
): Penalties {
  const isMitigated = random.chance(0.04);
  const singles = charges.map((charge, at): Single | undefined => {
    const verdict = chain.judgments.map(({ verdicts }) => verdicts[at]).findLast(isGuilty);
    if (verdict === undefined) return undefined;
    const convictedOf = convictedOffence(random, charge, verdict);
    const [least, most] = monthsFor(convictedOf, convictedOf === charge.offence ? charge.article : undefined);
    const months = spread(random, [least, most]);
    return { convictedOf, months: isMitigated ? Math.max(1, Math.round(least * 0.6)) : months };
  });
  const longest = Math.max(0, ...singles.map((single) => single?.months ?? 0));
  const type = typeFor(random, { isCompany, age, longest, charges });
  return {
    type,
    singles,
    between: random.next() * 0.7,
    suspendedShare: type === 'imprisonment' && longest <= 36 && random.chance(0.2) ? 0.5 : 0,
    factors: { lighter: 0.6 + random.next() * 0.3, heavier: 1.12 + random.next() * 0.3 },
    isOutsideRange: isMitigated && hasTerm(type),
    daysToPrison: random.between(5, 60),
  };
}

interface Convict {
  readonly isCompany: boolean;
  readonly age: number | undefined;
  readonly longest: number;
  readonly charges: readonly Charge[];
}

function typeFor(random: Random, { isCompany, age, longest, charges }: Convict): string {
  if (isCompany) return random.weighted(weights.penaltiesOfCompany);
  if (age !== undefined && age < 18) return 'juvenile_measure';
  if (longest <= 24) return random.weighted<string>(weights.shortPenalties);
  const allowsLife = charges.some(
    ({ offence, article }) =>
      offence === 'trafficking_organised_group' && (article?.life ?? article?.mostMonths == null),
  );
  return allowsLife && random.chance(0.03) ? 'life_imprisonment' : random.weighted<string>(weights.penalties);
}

/** Months after the changes that a higher court made. */
export function changed(months: number, { factors }: Penalties, changes: readonly ('lighter' | 'heavier')[]): number {
  const product = changes.reduce((so, change) => so * factors[change], months);
  return Math.min(500, Math.max(1, Math.round(product)));
}

/** The aggregate term in days: between the longest and the sum of the single terms. */
export function aggregateDays(terms: readonly number[], { between }: Penalties): number {
  const longest = Math.max(...terms);
  const sum = Math.min(
    600,
    terms.reduce((total, months) => total + months, 0),
  );
  return Math.round((Math.round(longest + (sum - longest) * between) * 365.25) / 12);
}
