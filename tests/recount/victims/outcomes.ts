/** What became of the victims: T30 returns, T31 compensation. */
import { known } from '../read-export.ts';
import { newestStatus } from './assistance.ts';
import { groupOfCountry } from './background.ts';
import { type CountedTable, count, figuresOf, percentOf, sumOf } from './counting.ts';
import { beginningOf } from './durations.ts';
import { answersOf, type Counted, identifiedIn, type Material, said, type Victim } from './victims.ts';

/** Ways of return that lead across a border; the others say that the person stays. */
const returns = [
  'voluntary_assisted',
  'voluntary_unassisted',
  'deported_expelled',
  'readmission',
  'third_country_resettlement',
];

const returnTypeOf = ({ registration }: Counted): string => {
  const [type = 'unknown'] = answersOf(registration, 'return_type');
  return type === 'not_applicable' ? 'not_applicable_domestic' : type;
};

/** returned, notReturned or unknown. */
function whetherReturned(each: Counted): string {
  const type = returnTypeOf(each);
  if (type === 'unknown') return 'unknown';
  return returns.includes(type) ? 'returned' : 'notReturned';
}

/** The day 24 months later; of 29 February there is none in a common year, and 1 March has not come yet. */
const twoYearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

/** Trafficked again between the day of return and 24 months later; null where that day is not known. */
function isRelapsed(victim: Victim, registrations: readonly Victim[]): boolean | null {
  const returned = said(victim, 'return_date');
  if (returned === null) return null;
  const isSoon = (day: string | null): boolean => day !== null && day >= returned && day <= twoYearsAfter(returned);
  const entries = victim.reintegration.filter((row) => known(row, 'reintegration_status') === 're_trafficked');
  const others = registrations.filter(({ id, relation }) => id !== victim.id && relation === 'new_trafficking');
  return (
    entries.some((row) => isSoon(known(row, 'reintegration_date'))) || others.some((each) => isSoon(beginningOf(each)))
  );
}

/** T30: where the identified went, what became of them, and who was trafficked again within 24 months of a return. */
export function recountT30(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const persons = Map.groupBy(material.victims, ({ person }) => person);
  const ofReturned = (answer: (each: Counted) => string) => (each: Counted) =>
    whetherReturned(each) === 'returned' ? ['returned', answer(each)] : [whetherReturned(each)];
  const country = ({ registration }: Counted): string => {
    const code = said(registration, 'return_country');
    return code === null ? 'unknownOfReturned' : groupOfCountry(code, material.ownCountry);
  };
  const relapse = ({ registration }: Counted): string => {
    const relapsed = isRelapsed(registration, persons.get(registration.person) ?? []);
    if (relapsed === null) return 'unknownOfReturned';
    return relapsed ? 'relapsed' : 'notRelapsed';
  };
  return [
    {
      table: 'T30',
      part: 'types',
      figures: count(identified, (each) => [returnTypeOf(each), whetherReturned(each)]),
    },
    { table: 'T30', part: 'countries', figures: count(identified, ofReturned(country)) },
    {
      table: 'T30',
      part: 'reintegration',
      figures: count(
        identified,
        ({ registration }) => [newestStatus(registration) ?? 'unknown'],
        (each) => [whetherReturned(each)],
      ),
    },
    { table: 'T30', part: 'relapse', figures: count(identified, ofReturned(relapse)) },
  ];
}

type Answer = 'yes' | 'no' | 'unknown';

/** An answer that does not apply is no. */
function answerOf({ registration }: Counted, field: string): Answer {
  const [answer] = answersOf(registration, field);
  if (answer === 'yes') return 'yes';
  return answer === 'no' || answer === 'not_applicable' ? 'no' : 'unknown';
}

/** Whether any claim came to an amount; a claim of which nobody entered one leaves it open. */
function amountAnswerOf(each: Counted, field: string): Answer {
  const { claims } = each.registration;
  if (claims.some((claim) => Number(known(claim, field) ?? 0) > 0)) return 'yes';
  const claimed = answerOf(each, 'compensation_claimed');
  const isOpen = claims.some((claim) => known(claim, field) === null && claim[field] !== '?not_applicable');
  if (claimed === 'unknown' || isOpen) return 'unknown';
  return claimed === 'yes' && claims.length === 0 ? 'unknown' : 'no';
}

/** T31: victims informed, claiming, awarded and paid, and the money. */
export function recountT31(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const stepLine = (answer: (each: Counted) => Answer) => {
    const number = (kind: Answer) => identified.filter((each) => answer(each) === kind).length;
    const [yes, no] = [number('yes'), number('no')];
    return {
      yes,
      no,
      known: yes + no,
      unknown: number('unknown'),
      total: identified.length,
      shareOfKnown: percentOf(yes, yes + no),
    };
  };
  const awardedOf = (each: Counted) => amountAnswerOf(each, 'compensation_awarded');
  const steps = {
    informed: stepLine((each) => answerOf(each, 'compensation_information')),
    claimed: stepLine((each) => answerOf(each, 'compensation_claimed')),
    awarded: stepLine(awardedOf),
    received: stepLine((each) => amountAnswerOf(each, 'compensation_received')),
  };
  const withAward = identified.filter((each) => awardedOf(each) === 'yes');
  const sum = (field: string): number | null => {
    const claims = withAward.flatMap(({ registration }) => registration.claims);
    const amounts = claims.flatMap((claim) => known(claim, field) ?? []).map(Number);
    return amounts.length === 0 ? null : sumOf(amounts);
  };
  const [awarded, received] = [sum('compensation_awarded'), sum('compensation_received')];
  const { shareOfKnown: _, ...counts } = steps.awarded;
  return [
    { table: 'T31', part: 'steps', figures: figuresOf(steps) },
    {
      table: 'T31',
      part: 'amounts',
      figures: figuresOf({
        identifiedVictims: {
          ...counts,
          amountAwarded: awarded,
          amountReceived: received,
          recovered: awarded === null || received === null ? null : percentOf(received, awarded),
        },
      }),
    },
  ];
}
