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

/** K12: persons with a service that began in the period; what the identified were offered, and what they claimed. */
export function recountK12(material: Material, period: string): CountedTable[] {
  const persons = [...Map.groupBy(material.victims, ({ person }) => person).values()];
  const served = persons.map((registrations) =>
    registrations
      .flatMap((registration) =>
        registration.services.map((service) => ({
          age: `age ${ageGroupOf(registration)}`,
          start: known(service, 'service_start'),
          type: known(service, 'service_type') ?? 'unknown',
        })),
      )
      .filter(({ start }) => isDayIn(start, period))
      .toSorted((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : (a.start ?? '') > (b.start ?? '') ? 1 : 0)),
  );
  // Of each type, and of all, child or adult as at the first of them.
  const firsts = served.flatMap((rows) => {
    const types = [...new Set(rows.map(({ type }) => type))];
    const ofType = types.map((type) => ({ type, age: rows.find((row) => row.type === type)?.age ?? '' }));
    return [...ofType, ...rows.slice(0, 1).map(({ age }) => ({ type: 'total', age }))];
  });
  const identified = identifiedIn(material, period);
  return [
    {
      table: 'K12',
      part: 'services',
      figures: count(
        firsts,
        ({ type }) => [type],
        ({ age }) => [age],
        'no total',
      ),
    },
    { table: 'K12', part: 'offer', figures: count(identified, offerOf, columnsOf) },
    { table: 'K12', part: 'compensation', figures: count(identified, compensationOf, columnsOf) },
  ];
}

function offerOf({ registration }: Counted): readonly string[] {
  const offered = said(registration, 'assistance_offered');
  if (offered !== 'yes') return [offered === 'no' ? 'notOffered' : 'unknown'];
  const answer = said(registration, 'assistance_accepted');
  return ['offered', answer === null ? 'answerUnknown' : `answer ${answer}`];
}

/** How far the best of the claims came. */
function compensationOf({ registration }: Counted): readonly string[] {
  const isAny = (field: string) => registration.claims.some((claim) => Number(known(claim, field) ?? 0) > 0);
  const [claimed] = answersOf(registration, 'compensation_claimed');
  if (claimed === 'no' || claimed === 'not_applicable') return ['notClaimed'];
  if (claimed !== 'yes') return ['unknown'];
  if (isAny('compensation_received')) return ['received'];
  return [isAny('compensation_awarded') ? 'awarded' : 'claimed'];
}

const reintegrated = [
  'back_with_family',
  'independent_living',
  'in_education',
  'vocational_training_completed',
  'employed',
  'own_business',
];

/** The status entered with the latest day; an entry that tells none is passed over. */
export function newestStatus({ reintegration }: Victim): string | null {
  const entries = reintegration.flatMap((row) => {
    const [day, status] = [known(row, 'reintegration_date'), known(row, 'reintegration_status')];
    return day === null || status === null ? [] : [{ day, status }];
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
  const arrived = completed.filter(({ registration }) => {
    const status = newestStatus(registration);
    const isClosed = said(registration, 'closure_reason') === 'reintegrated' && status !== 're_trafficked';
    return isClosed || reintegrated.includes(status ?? '');
  });
  const steps = { identified, offered, accepted, completed, reintegrated: arrived };
  const names = Object.keys(steps) as (keyof typeof steps)[];
  const lines = names.map((name, place) => {
    const [before, next] = [names[place - 1], names[place + 1]];
    const reached = steps[name].length;
    return [
      name,
      {
        reached,
        // Nothing comes after the last step.
        wentNoFurther: next === undefined ? null : reached - steps[next].length,
        ofPrevious: before === undefined ? null : percentOf(reached, steps[before].length),
      },
    ] as const;
  });
  return [{ table: 'T27', part: '', figures: figuresOf(Object.fromEntries(lines)) }];
}

/** Days from the first contact until there was a guardian. */
function daysToGuardian({ registration }: Counted): number | null {
  const [contact, guardian] = [said(registration, 'first_contact_date'), said(registration, 'guardian_date')];
  if (contact === null || guardian === null || guardian < contact) return null;
  return dayNumber(guardian) - dayNumber(contact);
}

/** T28: of the children identified. */
export function recountT28(material: Material, period: string): CountedTable[] {
  const children = identifiedIn(material, period).filter(({ registration }) => ageGroupOf(registration) === 'child');
  const guardian = (each: Counted): readonly string[] => {
    const appointed = said(each.registration, 'guardian_appointed');
    if (appointed !== 'yes') return [appointed === 'no' ? 'noGuardian' : 'unknown'];
    const days = daysToGuardian(each);
    return ['appointed', days === null ? 'dayUnknown' : days <= 3 ? 'inTime' : 'later'];
  };
  const worker = ({ registration }: Counted): readonly string[] => {
    const [answer] = answersOf(registration, 'social_worker_present');
    if (answer === 'not_applicable') return ['notHeard'];
    const found: Readonly<Record<string, string>> = { yes: 'withSocialWorker', no: 'withoutSocialWorker' };
    return ['heard', found[answer ?? ''] ?? 'unknown'];
  };
  return [
    { table: 'T28', part: 'guardian', figures: count(children, guardian) },
    { table: 'T28', part: 'interview', figures: count(children, worker) },
  ];
}

/** T29: foreign victims by what became of the period of reflection and of the permit. */
export function recountT29(material: Material, period: string): CountedTable[] {
  const identified = identifiedIn(material, period);
  const granted = ['humanitarian', 'cooperation_based', 'asylum_refugee', 'subsidiary', 'student_work_family'];
  const outcomeOf =
    (field: string) =>
    (each: Counted): readonly string[] => {
      if (mainCitizenship(each) === null) return ['citizenshipUnknown'];
      if (answersOf(each.registration, 'citizenship').includes(material.ownCountry)) return ['ownNationals'];
      const answer = said(each.registration, field);
      // Of a foreigner an answer for nationals tells nothing.
      const code = answer === null || answer === 'not_applicable_national' ? 'unknown' : answer;
      return ['foreign', code, ...(granted.includes(code) ? ['permitGranted'] : [])];
    };
  return [
    { table: 'T29', part: 'reflection', figures: count(identified, outcomeOf('reflection_period')) },
    { table: 'T29', part: 'permits', figures: count(identified, outcomeOf('residence_permit')) },
  ];
}
