/** Verdicts by charge and instance, the penalties under them, and the aggregate penalty of each judgment. */
import { isoDay } from '../../records/partial-date.ts';
import type { FieldValue, Values } from '../../records/record.ts';
import { optional } from '../stated.ts';
import type { Charge } from './charges.ts';
import { circumstances } from './circumstances.ts';
import type { Course } from './course.ts';
import { type Chain, isGuilty, type Judgment } from './court.ts';
import { aggregateDays, changed, hasTerm, type Penalties, penaltiesFor } from './penalties.ts';
import type { Person } from './people.ts';
import type { Scene } from './scene.ts';
import * as weights from './weights.ts';

export interface Tried {
  readonly person: Person;
  readonly course: Course;
  /** The row of the defendant, and of each charge. */
  readonly row: string;
  readonly charges: readonly (Charge & { readonly row: string })[];
}

const released = 'guilty_released_from_punishment';
const isPunished = (verdict: string | undefined) => isGuilty(verdict) && verdict !== released;

/** Adds every judgment against a defendant; true where a term may lie outside what the article allows. */
export function addJudgments(scene: Scene, tried: Tried): boolean {
  const { course, charges, person } = tried;
  let isOutsideRange = false;
  course.chains.forEach((chain, at) => {
    const penalties = penaltiesFor(scene.random, chain, charges, person);
    isOutsideRange ||= penalties.isOutsideRange || chain.changes.length > 0;
    addVerdicts(scene, tried, chain, penalties);
    addAggregates(scene, tried, chain, penalties, at === course.chains.length - 1);
  });
  return isOutsideRange;
}

function addVerdicts(scene: Scene, tried: Tried, chain: Chain, penalties: Penalties): void {
  const { rows } = scene;
  const { judgments, finalOn } = chain;
  tried.charges.forEach(({ row }, at) => {
    const own = judgments.filter(({ verdicts }) => verdicts[at] !== undefined);
    own.forEach((judgment, index) => {
      const verdict = judgment.verdicts[at];
      if (verdict === undefined) return;
      const isLast = index === own.length - 1 && finalOn !== undefined;
      const id = rows.add(
        'verdict',
        {
          verdict_date: isoDay(judgment.day),
          verdict,
          verdict_instance: judgment.instance,
          convicted_offence: isGuilty(verdict) ? (penalties.singles[at]?.convictedOf ?? null) : null,
          ...(isLast ? { final_date: isoDay(finalOn), final_verdict: verdict } : {}),
        },
        row,
      );
      if (isGuilty(verdict)) addSentences(scene, tried, { chain, judgment, penalties, at, isLast, id });
    });
  });
}

interface Convicted {
  readonly chain: Chain;
  readonly judgment: Judgment;
  readonly penalties: Penalties;
  readonly at: number;
  readonly isLast: boolean;
  /** The row of the verdict. */
  readonly id: string;
}

/** Changes that a higher court had made by the day of a judgment. */
const changesBy = ({ changes }: Chain, day: number) =>
  changes.filter((change) => change.day <= day).map(({ to }) => to);

function addSentences(scene: Scene, { person }: Tried, convicted: Convicted): void {
  const { random, rows } = scene;
  const { chain, judgment, penalties, at, isLast, id } = convicted;
  const { type } = penalties;
  const single = penalties.singles[at];
  if (!single || judgment.verdicts[at] === released) {
    if (random.chance(0.5)) rows.add('sentence', { sentence_type: 'none' }, id);
    return;
  }
  const months = changed(single.months, penalties, changesBy(chain, judgment.day));
  const final = changed(single.months, penalties, changesBy(chain, Number.POSITIVE_INFINITY));
  const term: Values = hasTerm(type)
    ? {
        sentence_months: months,
        suspended_months: type === 'suspended_imprisonment' ? months : Math.floor(months * penalties.suspendedShare),
        final_sentence_months: isLast ? final : null,
      }
    : {};
  const isServed = type === 'imprisonment' && isLast && chain.finalOn !== undefined && !person.isCompany;
  const from = (chain.finalOn ?? judgment.day) + penalties.daysToPrison;
  rows.add(
    'sentence',
    {
      sentence_type: type,
      ...term,
      ...(type === 'fine' ? { fine_eur: fine(scene, person.isCompany) } : {}),
      ...circumstances(scene, person),
      sentence_served_from: isServed && from <= scene.today ? optional(random, ['unknown'], () => isoDay(from)) : null,
    },
    id,
  );
  if (at === 0 && !person.isCompany && hasTerm(type) && random.chance(0.22)) {
    const further = random.weighted<string>(weights.furtherPenalties);
    const another = further === 'expulsion' && !person.isForeign ? 'fine' : further;
    rows.add(
      'sentence',
      { sentence_type: another, ...(another === 'fine' ? { fine_eur: fine(scene, false) } : {}) },
      id,
    );
  }
}

const fine = ({ random }: Scene, isCompany: boolean): FieldValue =>
  (isCompany ? random.between(30, 400) : random.between(5, 120)) * 100;

/** One aggregate for each judgment that punishes, and one for each later change of the penalty alone. */
function addAggregates(scene: Scene, tried: Tried, chain: Chain, penalties: Penalties, isNewest: boolean): void {
  const { judgments, changes, finalOn } = chain;
  const own = judgments.filter(({ verdicts }) => verdicts.some(isPunished));
  const alone = changes.filter(({ day }) => !own.some((judgment) => judgment.day === day));
  const first = own[0];
  if (!first) return;
  const dated = [...own, ...alone.map((change) => ({ ...change, verdicts: first.verdicts }))].toSorted(
    (a, b) => a.day - b.day,
  );
  const stands = judgments.at(-1)?.verdicts.some(isPunished) === true;
  dated.forEach(({ day, instance, verdicts }, index) => {
    const isFinal = isNewest && stands && finalOn !== undefined && index === dated.length - 1;
    const terms = penalties.singles.flatMap((single, at) =>
      single && isPunished(verdicts[at]) ? [changed(single.months, penalties, changesBy(chain, day))] : [],
    );
    scene.rows.add(
      'judgment_sentence',
      {
        judgment_date: isoDay(day),
        judgment_instance: instance,
        aggregate_type: penalties.type,
        ...termOf(scene, penalties, terms),
        aggregate_final: isFinal ? 'yes' : 'no',
      },
      tried.row,
    );
  });
}

function termOf({ random }: Scene, penalties: Penalties, terms: readonly number[]): Values {
  const { type, suspendedShare } = penalties;
  if (!hasTerm(type)) return {};
  const days = aggregateDays(terms, penalties);
  const suspended = type === 'suspended_imprisonment' ? days : Math.floor(days * suspendedShare);
  return {
    aggregate_days: days,
    aggregate_suspended_days: suspended,
    probation_months: suspended > 0 ? random.pick([12, 18, 24, 36, 48]) : null,
  };
}
