/** What became of the victims: T30 returns, T31 compensation. */
import { known } from '../read-export.ts';
import { traffickingsOf } from '../recount.ts';
import { newestStatus } from './assistance.ts';
import { type CountedTable, count, figuresOf, percentOf, sumOf } from './counting.ts';
import { answersOf, type Counted, columnsOf, identifiedIn, type Material, said, type Victim } from './victims.ts';

/** Ways of return that lead somewhere; the others say that the person stays. */
const returns = [
  'voluntary_assisted',
  'voluntary_unassisted',
  'deported_expelled',
  'readmission',
  'family_reunification_internal',
  'third_country_resettlement',
];

const isReturned = ({ registration }: Counted): boolean => returns.includes(said(registration, 'return_type') ?? '');

/** The day 24 months later. */
function twoYearsAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;
}

/** Whether another trafficking of the person was registered within 24 months of the return. */
function isRelapsed(victim: Victim, registrations: readonly Victim[]): boolean {
  const returned = said(victim, 'return_date');
  if (returned === null) return false;
  const traffickings = traffickingsOf(registrations);
  const own = traffickings.findIndex((trafficking) => trafficking.some(({ id }) => id === victim.id));
  const later = traffickings.slice(own + 1).flat();
  return later.some((each) => {
    const day = said(each, 'registration_date');
    return day !== null && day >= returned && day <= twoYearsAfter(returned);
  });
}

export function recountT30(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const returned = identified.filter(isReturned);
  const persons = Map.groupBy(material.victims, ({ person }) => person);
  const type = ({ registration }: Counted): readonly string[] => answersOf(registration, 'return_type');
  const country = ({ registration }: Counted): readonly string[] => answersOf(registration, 'return_country');
  const status = ({ registration }: Counted): readonly string[] => [newestStatus(registration) ?? 'unknown'];
  const relapsed = returned.filter(({ registration }) =>
    isRelapsed(registration, persons.get(registration.person) ?? []),
  );
  return [
    { table: 'T30', part: 'type', figures: count(identified, type, columnsOf) },
    { table: 'T30', part: 'country', figures: count(returned, country, columnsOf) },
    { table: 'T30', part: 'status', figures: count(returned, status, columnsOf) },
    { table: 'T30', part: 'status_all', figures: count(identified, status, columnsOf) },
    {
      table: 'T30',
      part: 'relapse',
      figures: figuresOf({
        returned: { total: returned.length },
        relapsed: { total: relapsed.length },
        share: { total: percentOf(relapsed.length, returned.length) },
      }),
    },
  ];
}

/** T31: victims informed, claiming, awarded and paid, and the money. */
export function recountT31(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const amounts = ({ registration }: Counted, field: string): readonly number[] =>
    registration.claims.flatMap((claim) => {
      const amount = known(claim, field);
      return amount === null ? [] : [Number(amount)];
    });
  const having = (field: string) => identified.filter((each) => sumOf(amounts(each, field)) > 0).length;
  const saying = (field: string) => identified.filter(({ registration }) => said(registration, field) === 'yes').length;
  const sum = (field: string) => sumOf(identified.flatMap((each) => amounts(each, field)));
  const [awarded, received] = [sum('compensation_awarded'), sum('compensation_received')];
  const answers = (field: string) => count(identified, ({ registration }) => answersOf(registration, field), columnsOf);
  return [
    { table: 'T31', part: 'informed', figures: answers('compensation_information') },
    { table: 'T31', part: 'claimed', figures: answers('compensation_claimed') },
    {
      table: 'T31',
      part: '',
      figures: figuresOf({
        victims: {
          identified: identified.length,
          informed: saying('compensation_information'),
          claimed: saying('compensation_claimed'),
          awarded: having('compensation_awarded'),
          received: having('compensation_received'),
        },
        amounts: { awarded, received, recovered: percentOf(received, awarded) },
      }),
    },
  ];
}
