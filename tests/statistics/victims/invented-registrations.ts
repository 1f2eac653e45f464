/** Registrations drawn by a seeded generator, with answers and with reasons why there is none. */

import { services } from '#shared/dictionary/code-lists/assistance.ts';
import { controlMethods, exploitationSubtypes, venues } from '#shared/dictionary/code-lists/exploitation.ts';
import { means, recruitmentMethods, relationships } from '#shared/dictionary/code-lists/recruitment.ts';
import type { CodeListDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue } from '#shared/records/record.ts';
import type { Row } from '../../justice/a-case.ts';
import type { Random } from '../invented-victims.ts';
import { inventedOutcomes, inventedTimes } from './invented-outcomes.ts';

const unknown: FieldValue = { missing: 'unknown' };

/** Few codes often and the others seldom, as in a real register. */
const draw = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() ** 3 * from.length)] as T;

const codes = ({ codes: list }: CodeListDeclaration): readonly string[] => list.map(({ code }) => code);

/** Up to three codes, or one time in six nothing that is known. */
function several(random: Random, list: CodeListDeclaration): FieldValue {
  if (random() < 0.16) return unknown;
  const count = 1 + Math.floor(random() * 3);
  return [...new Set(Array.from({ length: count }, () => draw(random, codes(list))))];
}

const one = (random: Random, values: readonly string[]): FieldValue =>
  random() < 0.1 ? unknown : draw(random, values);

const countries = ['XKX', 'ALB', 'SRB', 'DEU', 'MDA', 'ITA', 'SYR', 'BGR'];
const forms = ['sexual_exploitation', 'forced_labour_or_services', 'begging', 'domestic_servitude'];

const day = (random: Random, year: number): string =>
  `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;

const times = (count: number, row: () => Row): readonly Row[] => Array.from({ length: count }, row);

function registration(random: Random, number: number): Row {
  const year = random() < 0.8 ? 2025 : 2021 + Math.floor(random() * 4);
  const isExploited = random() < 0.9;
  const identified = { status: random() < 0.9 ? 'formally_identified' : 'presumed', status_date: day(random, year) };
  const before = random() < 0.4 ? [{ status: 'presumed', status_date: day(random, year) }] : [];
  const leg = () => ({ leg_from_country: one(random, countries), leg_to_country: one(random, countries) });
  return {
    victim_code: `V-${number}`,
    reporting_institution: draw(random, ['I-1', 'I-2', 'I-3', 'I-9']),
    status_decision: [...before, identified],
    sex: one(random, ['female', 'male', 'other_or_non_binary']),
    age_at_identification: random() < 0.06 ? unknown : 10 + Math.floor(random() * 40),
    citizenship: random() < 0.05 ? unknown : [draw(random, countries)],
    recruitment_country: one(random, countries),
    recruitment_method: several(random, recruitmentMethods),
    recruiter: times(Math.floor(random() * 3), () => ({ recruiter_relationship: one(random, codes(relationships)) })),
    means: several(random, means),
    journey_leg: times(Math.floor(random() * 3), leg),
    exploitation_stage: isExploited ? 'exploited' : 'not_yet_exploited',
    intended_forms: isExploited ? null : [draw(random, forms)],
    exploitation: times(isExploited ? 1 + Math.floor(random() * 2) : 0, () => ({
      ...inventedTimes(random),
      exploitation_country: one(random, countries),
      exploitation_forms: [draw(random, forms)],
      exploitation_subtype: several(random, exploitationSubtypes),
      venue: several(random, venues),
      control_methods: several(random, controlMethods),
    })),
    ...inventedOutcomes(random),
    re_trafficked: one(random, ['no', 'yes']),
    assistance_offered: one(random, ['yes', 'no']),
    assistance_accepted: one(random, ['yes', 'partly', 'no']),
    service: times(Math.floor(random() * 4), () => ({
      service_type: draw(random, codes(services)),
      service_start: day(random, year),
      service_outcome: one(random, ['completed', 'ongoing', 'dropped_out']),
    })),
    compensation_claimed: one(random, ['no', 'yes']),
    compensation_claim: times(Math.floor(random() * 2), () => ({
      compensation_awarded: Math.floor(random() * 2) * 1000,
      compensation_received: Math.floor(random() * 2) * 500,
    })),
  };
}

export const inventedRegistrations = (random: Random, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, number) => registration(random, number));
