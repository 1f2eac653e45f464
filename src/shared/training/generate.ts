/** Invented records of the victims register: the same plan gives the same records, whoever asks. */
import { victims } from '../dictionary/registers/victims/register.ts';
import { dayNumber, isoDay } from '../records/partial-date.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import { type EarlierRegistration, isMissing, type RuleSubject } from '../records/record.ts';
import { addFlaw, close, leaveUnfinished } from './afterwards.ts';
import { createInstitutions } from './institutions.ts';
import { createPerson, type Person } from './person.ts';
import { preventedCase } from './prevented.ts';
import { sameTrafficking, shares } from './profile.ts';
import { createRandom } from './random.ts';
import { contextOf, createRegistration, type Episode, type Setting } from './registration.ts';
import { standInInstitutions } from './stand-in-institutions.ts';
import { createContactDays, createTimeline } from './timeline.ts';
import { createRoute } from './trafficking.ts';
import type { Awkwardness, TrainingGenerator, TrainingPlan, TrainingRegistration } from './training-record.ts';

/** As many invented records as planned, one after the other; later registrations of a person follow her first. */
export function* generateVictims(plan: TrainingPlan): Iterable<TrainingRegistration> {
  const today = dayNumber(plan.today);
  if (today === undefined || plan.reference.INST.length === 0)
    throw new Error('no day or no institution to invent from');
  const random = createRandom(plan.seed);
  const institutions = createInstitutions(plan.reference.INST);
  const setting: Setting = {
    random,
    plan,
    reference: { MUNI: [], ETHN: [], LANG: [], ARTICLE: [], ...plan.reference },
    institutions,
  };
  const contactDay = createContactDays(today, plan.today);
  let made = 0;
  while (made < plan.records) {
    const contact = contactDay(random);
    if (random.chance(shares.prevented)) {
      yield preventedRecord(setting, today, contact);
      made++;
      continue;
    }
    for (const record of registrationsOfPerson(setting, today, contact)) {
      if (made === plan.records) return;
      yield record;
      made++;
    }
  }
}

function preventedRecord(setting: Setting, today: number, contact: number): TrainingRegistration {
  const { random, institutions } = setting;
  const content = preventedCase(random, today, contact, institutions);
  const registered = textOf(content.values, 'prevented_registration_date') ?? isoDay(contact);
  return {
    entity: 'prevented_case',
    id: random.uuid(),
    content,
    identity: null,
    state: random.chance(shares.verified) ? 'verified' : 'complete',
    archived: false,
    binned: false,
    numbered: true,
    sameCodeAs: null,
    enteredOn: registered,
    findings: [],
    confirmed: [],
    awkward: ['prevented'],
  };
}

function* registrationsOfPerson(setting: Setting, today: number, firstContact: number): Iterable<TrainingRegistration> {
  const { random, plan } = setting;
  const person = createPerson(random, firstContact, plan.country, setting.reference);
  const earlier: EarlierRegistration[] = [];
  let first: TrainingRegistration | undefined;
  let episode: Episode | undefined = {
    timeline: createTimeline(random, today, firstContact, person.birth),
    route: createRoute(random, person, plan.country),
    isEarly: random.chance(shares.notYetExploited),
    relation: 'first_registration',
    number: 1,
    timesTrafficked: 1,
  };
  while (episode) {
    const context = contextOf(setting, earlier);
    const whole = createRegistration(setting, person, episode, earlier);
    const record = finish(setting, whole, episode, first?.id ?? null, context);
    yield record;
    first ??= record;
    earlier.push({ recordId: record.id, content: record.content });
    episode = random.chance(shares.registeredAgain) ? nextEpisode(setting, person, episode, today) : undefined;
  }
}

/** The person is registered again: the same trafficking by another body, or a new one that began after the first. */
function nextEpisode(setting: Setting, person: Person, before: Episode, today: number): Episode | undefined {
  const { random, plan } = setting;
  const number = before.number + 1;
  if (random.chance(sameTrafficking)) {
    const contact = before.timeline.contact + random.between(3, 150);
    if (contact > today) return undefined;
    const timeline = createTimeline(random, today, contact, before.timeline.recruitment);
    const again = { ...timeline, recruitment: before.timeline.recruitment };
    return { ...before, timeline: again, relation: 'same_trafficking', number };
  }
  const recruited = before.timeline.contact + random.between(40, 500);
  const contact = recruited + random.between(20, 500);
  if (contact > today) return undefined;
  return {
    timeline: createTimeline(random, today, contact, recruited),
    route: createRoute(random, person, plan.country),
    isEarly: false,
    relation: 'new_trafficking',
    number,
    timesTrafficked: before.timesTrafficked + 1,
  };
}

function finish(
  setting: Setting,
  whole: RuleSubject,
  episode: Episode,
  sameCodeAs: string | null,
  context: ReturnType<typeof contextOf>,
): TrainingRegistration {
  const { random } = setting;
  const isDraft = random.chance(shares.draft);
  const numbered = !isDraft || !random.chance(shares.draftWithoutNumber);
  const flawed = random.chance(shares.confirmed) ? addFlaw(random, whole, context) : { subject: whole, findings: [] };
  const isClosed = !isDraft && random.chance(shares.closed);
  const finished = isClosed && flawed.findings.length === 0 ? close(random, whole, context) : flawed.subject;
  const subject = isDraft ? leaveUnfinished(random, whole, context, numbered) : finished;
  const state = isDraft
    ? 'draft'
    : random.chance(shares.returned)
      ? 'returned_for_correction'
      : random.chance(shares.verified)
        ? 'verified'
        : 'complete';
  const archived = state === 'verified' && isClosed && random.chance(shares.archived / shares.closed);
  const findings = isDraft ? [] : flawed.findings;
  const record = {
    entity: 'victim' as const,
    id: subject.id,
    content: { values: subject.values, groups: subject.groups },
    identity: subject.identity ?? null,
    state,
    archived,
    binned: random.chance(shares.binned),
    numbered,
    sameCodeAs,
    enteredOn: isoDay(Math.min(episode.timeline.today, episode.timeline.registration + random.between(0, 6))),
    findings,
    confirmed: [...new Set(findings.map(({ rule }) => rule))],
  } as const;
  return { ...record, awkward: awkwardnessOf(record, episode) };
}

function awkwardnessOf(record: Omit<TrainingRegistration, 'awkward'>, episode: Episode): readonly Awkwardness[] {
  const { content } = record;
  const signs: Record<Exclude<Awkwardness, 'prevented'>, boolean> = {
    'partial-dates': hasPartialDate(record),
    markers: Object.values(content.values).some((value) => isMissing(value) && value.missing !== 'not_applicable'),
    'several-episodes': rowsOf(content, 'exploitation').length > 1,
    'same-trafficking': episode.relation === 'same_trafficking',
    'new-trafficking': episode.relation === 'new_trafficking',
    withdrawn: episode.timeline.isWithdrawn,
    returned: record.state === 'returned_for_correction',
    archived: record.archived,
    draft: record.state === 'draft',
    binned: record.binned,
    'not-yet-exploited': episode.isEarly,
    confirmed: record.confirmed.length > 0,
  };
  return (Object.keys(signs) as (keyof typeof signs)[]).filter((sign) => signs[sign]);
}

const partialDates = victims.fields.filter(({ type }) => type === 'partial_date');

function hasPartialDate({ content }: Pick<TrainingRegistration, 'content'>): boolean {
  const isPartial = (text: string | undefined) => text !== undefined && text.length < 10;
  return partialDates.some(({ entity, id }) =>
    entity === 'victim'
      ? isPartial(textOf(content.values, id))
      : rowsOf(content, entity).some(({ values }) => isPartial(textOf(values, id))),
  );
}

export const victimsTraining: TrainingGenerator = {
  generate: generateVictims,
  standIns: (country, { INST = [] }) => ({ INST: INST.length > 0 ? [] : standInInstitutions(country) }),
};
