/** What became of invented victims, with answers and with reasons why there is none. */
import {
  detectionChannels,
  reflectionPeriods,
  residencePermits,
} from '#shared/dictionary/code-lists/identification.ts';
import { reintegrationStatuses, returnTypes } from '#shared/dictionary/code-lists/return.ts';
import type { CodeListDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue } from '#shared/records/record.ts';
import type { Row } from '../../justice/a-case.ts';
import type { Random } from '../invented-victims.ts';

const unknown: FieldValue = { missing: 'unknown' };

function one(random: Random, from: readonly string[] | CodeListDeclaration): FieldValue {
  const values = 'codes' in from ? from.codes.map(({ code }) => code) : from;
  return random() < 0.1 ? unknown : (values[Math.floor(random() ** 2 * values.length)] as string);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day, a month or a year of the exploitation. */
const stated = (random: Random, year: number): string =>
  `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`.slice(
    0,
    [4, 7, 10][Math.floor(random() * 3)],
  );

export const inventedTimes = (random: Random): Row => ({
  exploitation_start: random() < 0.2 ? unknown : stated(random, 2022 + Math.floor(random() * 2)),
  exploitation_end: random() < 0.2 ? unknown : stated(random, 2024),
});

export const inventedOutcomes = (random: Random): Row => {
  const day = () => `2025-0${1 + Math.floor(random() * 9)}-${two(1 + Math.floor(random() * 28))}`;
  return {
    first_detected_by: one(random, detectionChannels),
    first_contact_date: random() < 0.1 ? unknown : day(),
    identification_date: day(),
    identifying_institution: one(random, ['I-1', 'I-2', 'I-3']),
    guardian_appointed: one(random, ['yes', 'no']),
    guardian_date: day(),
    social_worker_present: random() < 0.3 ? { missing: 'not_applicable' } : one(random, ['yes', 'no']),
    reflection_period: one(random, reflectionPeriods),
    residence_permit: one(random, residencePermits),
    return_type: one(random, returnTypes),
    return_country: one(random, ['ALB', 'DEU', 'NPL', 'XKX']),
    return_date: day(),
    reintegration_entry: Array.from({ length: Math.floor(random() * 3) }, () => ({
      reintegration_status: one(random, reintegrationStatuses),
      reintegration_date: day(),
    })),
    compensation_information: one(random, ['yes', 'no']),
  };
};
