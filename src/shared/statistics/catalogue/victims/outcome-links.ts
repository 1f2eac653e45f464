/** How T24 to T31 overlap with each other and with K9 and T16: all count the identified victims of the period. */
import { addressOf as at, type LinkedOrder, type LinkedSum } from '../linked-cells.ts';
import { assistanceSteps } from './assistance-funnel.ts';
import { victimAxes } from './axes.ts';
import { compensationSteps } from './compensation.ts';
import { detectionKinds } from './detection.ts';
import { yearKey, yearsBefore } from './years.ts';

const same = (whole: LinkedSum['whole'], ...parts: LinkedSum['parts'][number][]): LinkedSum => ({ whole, parts });

const everybody = at('K9', 'total', 'identified');
const children = at('K9', 'child', 'identified');

/** In which cell each table holds everybody. */
const totals = [
  at('T24.classes', 'total', 'persons'),
  at('T24.median', 'total', 'total'),
  at('T25', 'total', 'total'),
  // The year in which the period ends is the period, or what a half-year or free period leaves of it.
  at('T26.years', yearKey(0), 'total'),
  at('T27', 'identified', 'reached'),
  at('T29.reflection', 'total', 'persons'),
  at('T29.permits', 'total', 'persons'),
  at('T30.types', 'total', 'persons'),
  at('T30.countries', 'total', 'persons'),
  at('T30.reintegration', 'total', 'total'),
  at('T30.relapse', 'total', 'persons'),
  at('T31.amounts', 'identifiedVictims', 'total'),
  ...compensationSteps.map((step) => at('T31.steps', step, 'total')),
];

const durations: readonly LinkedSum[] = [
  same(at('T24.median', 'total', 'measured'), at('T24.classes', 'measured', 'persons')),
  same(
    at('T24.median', 'total', 'unknown'),
    at('T24.classes', 'notYet', 'persons'),
    at('T24.classes', 'unknown', 'persons'),
  ),
  ...victimAxes.ageAndSex.lines.map(({ key }) => same(at('T16.main', 'total', key), at('T24.median', key, 'total'))),
];

const channels: readonly LinkedSum[] = yearsBefore.flatMap((before) => {
  const year = yearKey(before);
  return [
    ...[...detectionKinds, 'unknown', 'total'].map((kind) =>
      same(at('T26.years', year, kind), at('T26.channels', kind, year)),
    ),
    same(at('T26.years', year, 'total'), at('T19', year, 'total')),
  ];
});

const steps: readonly LinkedSum[] = assistanceSteps.map((step, index) => {
  const next = assistanceSteps[index + 1];
  const [reached, stayed] = [at('T27', step, 'reached'), at('T27', step, 'wentNoFurther')];
  return next === undefined ? same(reached, stayed) : same(reached, stayed, at('T27', next, 'reached'));
});

const foreigners: readonly LinkedSum[] = ['foreign', 'ownNationals', 'citizenshipUnknown'].map((key) =>
  same(at('T29.reflection', key, 'persons'), at('T29.permits', key, 'persons')),
);

const returned: readonly LinkedSum[] = ['returned', 'notReturned', 'unknown'].flatMap((key) =>
  [at('T30.countries', key, 'persons'), at('T30.relapse', key, 'persons'), at('T30.reintegration', 'total', key)].map(
    (other) => same(at('T30.types', key, 'persons'), other),
  ),
);

const awarded: readonly LinkedSum[] = ['yes', 'no', 'known', 'unknown'].map((key) =>
  same(at('T31.steps', 'awarded', key), at('T31.amounts', 'identifiedVictims', key)),
);

/** K12 says of the offer and of compensation what T27 and T31 count as steps. */
const offered = (...keys: string[]) => keys.map((key) => at('K12.offer', key, 'total'));
const claimed = (...keys: string[]) => keys.map((key) => at('K12.compensation', key, 'total'));

const alike: readonly LinkedSum[] = [
  same(at('T27', 'offered', 'reached'), ...offered('offered')),
  same(at('T27', 'identified', 'wentNoFurther'), ...offered('notOffered', 'unknown')),
  same(at('T27', 'accepted', 'reached'), ...offered('accepted', 'acceptedPartly')),
  same(at('T27', 'offered', 'wentNoFurther'), ...offered('declined', 'answerUnknown')),
  same(at('T31.steps', 'claimed', 'yes'), ...claimed('received', 'awarded', 'claimed')),
  same(at('T31.steps', 'claimed', 'no'), ...claimed('notClaimed')),
  same(at('T31.steps', 'claimed', 'unknown'), ...claimed('unknown')),
  same(at('T31.steps', 'awarded', 'yes'), ...claimed('received', 'awarded')),
  same(at('T31.steps', 'received', 'yes'), ...claimed('received')),
  same(at('T24.classes', 'notYet', 'persons'), at('T22.control', 'notYet', 'persons')),
  same(at('T29.reflection', 'citizenshipUnknown', 'persons'), at('T17.groups', 'unknown', 'total')),
];

export const outcomeSums: readonly LinkedSum[] = [
  ...totals.map((total) => same(everybody, total)),
  ...['guardian', 'interview'].map((part) => same(children, at(`T28.${part}`, 'total', 'children'))),
  ...durations,
  ...channels,
  ...steps,
  ...foreigners,
  ...returned,
  ...awarded,
  ...alike,
];

/** Holds where nobody has two citizenships, one of them that of the country; where it does not, it tells nobody anything. */
export const usualSums: readonly LinkedSum[] = [
  same(at('T29.reflection', 'ownNationals', 'persons'), at('T17.groups', 'own', 'total')),
];

export const outcomeOrders: readonly LinkedOrder[] = [
  // Who received something was awarded it, and who was awarded something had claimed it.
  { smaller: at('T31.steps', 'received', 'yes'), larger: at('T31.steps', 'awarded', 'yes') },
  { smaller: at('T31.steps', 'awarded', 'yes'), larger: at('T31.steps', 'claimed', 'yes') },
  // T17 goes by the main citizenship, T29 by any.
  { smaller: at('T17.groups', 'own', 'total'), larger: at('T29.reflection', 'ownNationals', 'persons') },
];
