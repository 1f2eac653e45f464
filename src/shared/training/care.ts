/** Identification, assistance and return in one invented registration. */
import { isoDay } from '../records/partial-date.ts';
import type { GroupRow, Values } from '../records/record.ts';
import { identifyingBodies } from './background.ts';
import type { Institutions } from './institutions.ts';
import { due, marker, optional } from './stated.ts';
import type { Scene } from './trafficking.ts';
import * as weights from './weights.ts';

/** Identification, guardian and stay. */
export function identification(scene: Scene, institutions: Institutions, identified: string): Values {
  const { random, person, country, timeline } = scene;
  const isOwnAtHome = person.citizenship === country && identified === country;
  const reflection = isOwnAtHome
    ? 'not_applicable_national'
    : random.weighted({ granted: 48, not_requested: 48, refused: 4 });
  return {
    first_detected_by: due(random, ['unknown'], () => random.weighted(weights.detections)),
    first_contact_date: isoDay(timeline.contact),
    identification_date: timeline.formal === undefined ? null : isoDay(timeline.formal),
    identifying_institution:
      timeline.formal === undefined ? null : institutions.active(random, timeline.formal, identifyingBodies),
    identification_country: identified,
    ...guardian(scene),
    risk_assessment_done: due(random, ['unknown'], () => random.weighted({ yes: 86, no: 14 })),
    reflection_period: reflection,
    reflection_days: random.pick([30, 30, 45, 60, 90]),
    residence_permit: random.weighted(weights.permits),
  };
}

function guardian({ random, timeline }: Scene): Values {
  const appointed = Math.min(timeline.today, timeline.contact + random.between(0, 9));
  // In the first days the answer may still be no; later a child without a guardian would break R10.
  if (timeline.today - timeline.contact < 7 && random.chance(0.5)) return { guardian_appointed: 'no' };
  return { guardian_appointed: 'yes', guardian_date: isoDay(appointed) };
}

/** Where the person was sent on. */
export function referrals({ random, timeline, row }: Scene, institutions: Institutions): readonly GroupRow[] {
  if (!random.chance(0.6)) return [];
  const day = Math.min(timeline.today, timeline.contact + random.between(0, 30));
  const from = institutions.active(random, day, ['police', 'border_police', 'ngo', 'helpline']);
  const to = institutions.active(random, day, ['social_work_centre', 'ngo', 'victim_protection_office', 'health']);
  return from === to ? [] : [row({ referral_from: from, referral_to: to, referral_date: isoDay(day) })];
}

export interface Assistance {
  readonly values: Values;
  readonly services: readonly GroupRow[];
}

/** What was offered, what was accepted and what was given. */
export function assistance(scene: Scene, institutions: Institutions): Assistance {
  const { random } = scene;
  const offered = random.chance(0.04) ? marker('unknown') : random.weighted({ yes: 93, no: 7 });
  if (offered !== 'yes') return { values: { assistance_offered: offered }, services: [] };
  const accepted = random.weighted({ yes: 66, partly: 14, no: 20 });
  const values: Values = {
    assistance_offered: offered,
    assistance_accepted: accepted,
    decline_reason: random.several(weights.declines, 2),
  };
  if (accepted === 'no') return { values, services: [] };
  const types = random.several(weights.services, accepted === 'yes' ? 4 : 2);
  return { values, services: types.map((type) => service(scene, institutions, type)) };
}

function service(scene: Scene, institutions: Institutions, type: string): GroupRow {
  const { random, timeline, isChild } = scene;
  const start = Math.min(timeline.today, timeline.contact + random.between(0, 40));
  const end = start + random.between(1, type === 'shelter' ? 400 : 240);
  const isOver = end <= timeline.today;
  const outcome = random.weighted(weights.serviceOutcomes);
  return scene.row({
    service_type: type,
    service_provider: random.chance(0.03)
      ? marker('unknown')
      : institutions.active(random, start, ['ngo', 'social_work_centre', 'victim_protection_office', 'health']),
    service_start: isoDay(start),
    service_end: isOver ? isoDay(end) : null,
    service_outcome: isOver ? (outcome === 'unknown' ? marker('unknown') : outcome) : 'ongoing',
    shelter_type: isChild ? random.weighted(weights.sheltersOfChild) : random.weighted(weights.shelters),
  });
}

/** Return or stay, and what came after. */
export function homecoming(scene: Scene, identified: string): Values {
  const { random, person, country, timeline } = scene;
  const home = person.citizenship === 'STATELESS' ? country : person.citizenship;
  const settled = (timeline.formal ?? timeline.contact) + random.between(5, 160);
  const isBack = home !== identified && settled <= timeline.today && random.chance(0.7);
  const stays =
    home === country && identified === country
      ? random.weighted({ stays_in_country: 50, family_reunification_internal: 26, not_applicable_domestic: 24 })
      : 'stays_in_country';
  return {
    return_type: isBack
      ? random.weighted({ voluntary_assisted: 62, voluntary_unassisted: 14, readmission: 18, deported_expelled: 6 })
      : due(random, ['unknown'], () => stays),
    ...(isBack ? { return_date: isoDay(settled), return_country: home, return_risk_assessed: 'yes' } : {}),
    reintegration_plan: due(random, ['unknown'], () => random.weighted({ yes: 64, no: 36 })),
  };
}

/** How reintegration went, entry after entry. */
export function reintegration({ random, timeline, row }: Scene): readonly GroupRow[] {
  const entries: GroupRow[] = [];
  let day = timeline.contact + random.between(30, 200);
  for (let turn = random.between(0, 3); turn > 0 && day <= timeline.today; turn--) {
    entries.push(
      row({
        reintegration_status: optional(random, ['unknown'], () => random.weighted(weights.reintegrations)),
        reintegration_date: isoDay(day),
      }),
    );
    day += random.between(60, 300);
  }
  return entries;
}
