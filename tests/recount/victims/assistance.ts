/** What was done for the victims: K12 services, T27 funnel, T28 children, T29 reflection and permits. */
import { known } from '../read-export.ts';
import { ageGroupOf } from '../recount.ts';
import { mainCitizenship } from './background.ts';
import { type CountedTable, count, figuresOf, percentOf } from './counting.ts';
import {
  answersOf,
  type Counted,
  columnsOf,
  dayNumber,
  identifiedIn,
  isDayIn,
  type Material,
  said,
  type Victim,
} from './victims.ts';

/** K12: persons with a service that began in the period; and what the identified were offered and accepted. */
export function recountK12(material: Material, period: string): CountedTable[] {
  const persons = [...Map.groupBy(material.victims, ({ person }) => person).values()];
  const typesOf = (registrations: readonly Victim[]): readonly string[] =>
    registrations
      .flatMap(({ services }) => services)
      .filter((service) => isDayIn(known(service, 'service_start'), period))
      .map((service) => known(service, 'service_type') ?? 'unknown');
  const served = persons.filter((registrations) => typesOf(registrations).length > 0);
  const identified = identifiedIn(material, period);
  const offer = ({ registration }: Counted): readonly string[] => answersOf(registration, 'assistance_offered');
  const accepted = ({ registration }: Counted): readonly string[] => answersOf(registration, 'assistance_accepted');
  return [
    { table: 'K12', part: 'services', figures: count(served, typesOf) },
    { table: 'K12', part: 'offered', figures: count(identified, offer, columnsOf) },
    { table: 'K12', part: 'accepted', figures: count(identified, accepted, columnsOf) },
  ];
}

const reintegrated = [
  'back_with_family',
  'independent_living',
  'in_education',
  'vocational_training_completed',
  'employed',
  'own_business',
];

/** The status entered with the latest day. */
export function newestStatus({ reintegration }: Victim): string | null {
  const entries = reintegration.flatMap((row) => {
    const day = known(row, 'reintegration_date');
    return day === null ? [] : [{ day, status: known(row, 'reintegration_status') }];
  });
  return entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).at(-1)?.status ?? null;
}

/** T27: each step counts those of the step before. */
export function recountT27(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const offered = identified.filter(({ registration }) => said(registration, 'assistance_offered') === 'yes');
  const accepted = offered.filter(({ registration }) =>
    ['yes', 'partly'].includes(said(registration, 'assistance_accepted') ?? ''),
  );
  const completed = accepted.filter(({ registration }) =>
    registration.services.some((service) => known(service, 'service_outcome') === 'completed'),
  );
  const arrived = completed.filter(({ registration }) => reintegrated.includes(newestStatus(registration) ?? ''));
  const steps = { identified, offered, accepted, completed, reintegrated: arrived };
  const names = Object.keys(steps) as (keyof typeof steps)[];
  const lines = names.map((name, place) => {
    const before = names[place - 1];
    const reached = steps[name].length;
    return [
      name,
      { total: reached, percent: before === undefined ? null : percentOf(reached, steps[before].length) },
    ] as const;
  });
  return [{ table: 'T27', part: '', figures: figuresOf(Object.fromEntries(lines)) }];
}

/** Days from the first contact until there was a guardian. */
function daysToGuardian({ registration }: Counted): number | null {
  const [contact, guardian] = [said(registration, 'first_contact_date'), said(registration, 'guardian_date')];
  return contact === null || guardian === null ? null : dayNumber(guardian) - dayNumber(contact);
}

/** T28: of the children identified. */
export function recountT28(material: Material, period: string): CountedTable[] {
  const children = identifiedIn(material, period).filter(({ registration }) => ageGroupOf(registration) === 'child');
  const guardian = ({ registration }: Counted): readonly string[] => answersOf(registration, 'guardian_appointed');
  const worker = ({ registration }: Counted): readonly string[] => answersOf(registration, 'social_worker_present');
  const appointed = children.filter((each) => guardian(each).includes('yes'));
  const within = (each: Counted): readonly string[] => {
    const days = daysToGuardian(each);
    return [days === null ? 'unknown' : days <= 3 ? 'within' : 'later'];
  };
  return [
    { table: 'T28', part: 'guardian', figures: count(children, guardian, columnsOf) },
    { table: 'T28', part: 'within', figures: count(appointed, within, columnsOf) },
    { table: 'T28', part: 'worker', figures: count(children, worker, columnsOf) },
  ];
}

/** T29: foreign victims by what became of the period of reflection and of the permit. */
export function recountT29(material: Material, period: string): CountedTable[] {
  const foreign = identifiedIn(material, period).filter((each) => {
    const citizenships = answersOf(each.registration, 'citizenship');
    return mainCitizenship(each) !== null && !citizenships.includes(material.ownCountry);
  });
  const reflection = ({ registration }: Counted): readonly string[] => answersOf(registration, 'reflection_period');
  const permit = ({ registration }: Counted): readonly string[] => answersOf(registration, 'residence_permit');
  return [
    { table: 'T29', part: 'reflection', figures: count(foreign, reflection, columnsOf) },
    { table: 'T29', part: 'permit', figures: count(foreign, permit, columnsOf) },
  ];
}
