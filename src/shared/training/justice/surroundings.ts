/** The case itself, its counted victims, and what was asked of other countries. */
import { dayNumber, isoDay } from '../../records/partial-date.ts';
import type { FieldValue, Values } from '../../records/record.ts';
import { formProfiles, ordinary } from '../profile.ts';
import { choice, due, marker, optional } from '../stated.ts';
import type { Scene } from './scene.ts';
import { bodyNear, placeNear } from './seats.ts';
import type { Report } from './set-scene.ts';
import * as weights from './weights.ts';

interface Begun {
  readonly isInquired: boolean;
  readonly isInvestigated: boolean;
}

/** What of the case stands outside its rows. */
export function caseValues(
  scene: Scene,
  { office, registryNo }: Report,
  { isInquired, isInvestigated }: Begun,
): Values {
  const { random, joint, reference, isOrganised } = scene;
  const source = random.weighted(weights.sources);
  const reported = joint.reported;
  return {
    registry_no: registryNo,
    prosecutor_office: office,
    report_date: isoDay(reported),
    case_source: source,
    reporting_body: reportedBy(scene, source, office),
    ...reach(scene),
    place_of_offence: due(random, ['unknown'], () => placeNear(random, reference.MUNI, office) ?? marker('unknown')),
    offence_start: scene.offence.statedStart,
    offence_end: offenceEnd(scene),
    exploitation_forms: scene.forms,
    acts: due(random, ['unknown'], () => choice(random, acts, 3)),
    means: due(random, ['unknown'], () => choice(random, means, 3)),
    organised_group: isOrganised ? 'yes' : due(random, ['unknown'], () => 'no'),
    ...(isInquired
      ? {
          investigation_type: due(random, ['unknown'], () => choice(random, weights.investigationTypes, 2)),
          lead_authority: bodyNear(scene, office, reported, ['police', 'border_police']),
          special_measures: optional(random, ['unknown'], () => choice(random, weights.evidence, 5)),
          financial_investigation: due(random, ['unknown'], () => (random.chance(0.36) ? 'yes' : 'no')),
        }
      : {
          investigation_type: marker('unknown'),
          lead_authority: marker('unknown'),
          financial_investigation: marker('unknown'),
        }),
    ...witnesses(scene, isInvestigated),
  };
}

const acts = { recruitment: 80, transportation: 45, transfer: 20, harbouring: 44, receipt: 18 } as const;
const means = {
  threat_or_use_of_force: 32,
  other_coercion: 18,
  abduction: 2,
  fraud: 20,
  deception: 46,
  abuse_of_power: 12,
  abuse_of_vulnerability: 52,
  giving_receiving_payments: 10,
} as const;

const reporters: Readonly<Record<string, readonly string[]>> = {
  police_report: ['police', 'border_police'],
  labour_inspection: ['labour_inspectorate'],
  ngo_report: ['ngo'],
};

function reportedBy(scene: Scene, source: string, office: string): FieldValue {
  const types = reporters[source];
  return types ? bodyNear(scene, office, scene.joint.reported, types) : marker('not_applicable');
}

function reach({ random, country, isCrossBorder, isInwards, abroad }: Scene): Values {
  if (!isCrossBorder) {
    return {
      scope: due(random, ['unknown'], () => 'internal'),
      countries_involved: optional(random, ['unknown'], () => [country]),
      origin_country: optional(random, ['unknown'], () => country),
      destination_country: due(random, ['unknown'], () => country),
    };
  }
  const other = abroad[0] ?? country;
  return {
    scope: 'cross_border',
    countries_involved: [country, ...abroad],
    origin_country: optional(random, ['unknown'], () => (isInwards ? other : country)),
    destination_country: due(random, ['unknown'], () => (isInwards ? country : other)),
  };
}

// An end known by its month lies after every possible first day; without a first day it says nothing.
function offenceEnd({ random, offence }: Scene): FieldValue {
  if (typeof offence.statedStart !== 'string') return null;
  return optional(random, ['unknown'], () => {
    const iso = isoDay(offence.end);
    const isLater = (dayNumber(`${iso.slice(0, 7)}-01`) ?? 0) > offence.start + 366;
    return isLater && random.chance(0.5) ? iso.slice(0, 7) : iso;
  });
}

/** Before an investigation nobody has been heard. */
function witnesses({ random, adults, children }: Scene, isInvestigated: boolean): Values {
  const victims = isInvestigated ? adults + children : 0;
  const few = () => Math.min(victims, Math.floor(random.next() * (victims + 1)));
  return {
    victims_testified: due(random, ['unknown'], few),
    victims_protected: due(random, ['unknown'], () => Math.floor(few() * random.next())),
    protection_used: optional(random, ['unknown'], () => choice(random, weights.protections, 3, ['none'])),
    child_interviews_assisted:
      children > 0
        ? due(random, ['unknown'], () => (isInvestigated ? random.between(Math.ceil(children / 2), children) : 0))
        : null,
  };
}

/** Victims by sex, age, citizenship and form: equal ones are counted together. */
export function addVictims(scene: Scene): void {
  const { random, rows, adults, children, forms, country, isInwards, abroad } = scene;
  const counted = new Map<string, { readonly values: Values; count: number }>();
  for (let victim = 0; victim < adults + children; victim++) {
    const form = random.pick(forms);
    const isFemale = random.chance((formProfiles[form] ?? ordinary).female);
    const isStranger = isInwards && random.chance(0.75);
    const values: Values = {
      vgroup_sex: isFemale ? 'female' : 'male',
      vgroup_age: victim < children ? 'child' : 'adult',
      vgroup_citizenship: random.chance(0.03) ? marker('unknown') : isStranger ? (abroad[0] ?? country) : country,
      vgroup_form: random.chance(0.02) ? marker('unknown') : form,
    };
    const key = JSON.stringify(values);
    const group = counted.get(key);
    if (group) group.count += 1;
    else counted.set(key, { values, count: 1 });
  }
  for (const { values, count } of counted.values()) rows.add('victim_group', { ...values, vgroup_count: count });
}

/** Requests to other countries; a case across a border has at least one. */
export function addCooperation(scene: Scene): void {
  const { random, rows, joint, today, isCrossBorder, abroad } = scene;
  if (!isCrossBorder) return;
  for (const type of random.several(weights.cooperations, random.pick([1, 1, 2, 3]))) {
    const requested = random.between(joint.reported, Math.min(today, joint.reported + 260));
    const answered = requested + random.between(6, random.chance(0.2) ? 500 : 150);
    const isAnswered = answered <= today && random.chance(0.82);
    const result = isAnswered ? random.weighted({ granted: 40, surrendered: 30, refused: 30 }) : 'pending';
    rows.add('cooperation', {
      coop_type: type,
      coop_country: random.pick(abroad),
      coop_requested: isoDay(requested),
      coop_answered: isAnswered ? isoDay(answered) : null,
      extradition_result: type === 'extradition' ? result : null,
    });
  }
}
