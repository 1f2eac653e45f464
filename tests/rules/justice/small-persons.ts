/** R38 to R42, R51: defendants and victims. */
import type { Row } from '../../justice/a-case.ts';
import { against, aggregate, type Broken, notApplicable, sentenced } from './small-case.ts';

const company = { person_type: 'legal_person' };
const born = (day: string) => ({ rowIdentities: { 'defendant 0': { def_birth_date: day } } });
const juvenile = { def_age_at_offence: 17 };
const indicted = { indictment: [{ indictment_date: '2025-03-04' }] };
const counted = (age: string, count = 1) => ({ victim_group: [{ vgroup_age: age, vgroup_count: count }] });
const charged = (charge: Row, defendant: Row = {}, more: Row = {}): Row =>
  against({ ...defendant, charge: [{ completion: 'completed', ...charge }] }, more);

const defendants: readonly Broken[] = [
  ...['def_sex', 'def_birth_year', 'def_age_at_offence', 'def_education', 'def_occupation', 'def_marital'].map(
    (field): Broken => ({
      rule: 'R38',
      part: 'field',
      broken: against({ ...company, [field]: field === 'def_sex' ? 'male' : 40 }),
      mended: against({ ...company, [field]: notApplicable }),
    }),
  ),
  {
    rule: 'R38',
    part: 'field',
    broken: against(company),
    beside: born('1980'),
    mended: against({}),
    mendedBeside: born('1980'),
  },
  {
    rule: 'R38',
    part: 'custody',
    broken: against({ ...company, custody: [{ arrest_date: '2025-03-04' }] }),
    mended: against({ custody: [{ arrest_date: '2025-03-04' }] }),
  },
  {
    rule: 'R38',
    part: 'imprisonment',
    broken: sentenced({ sentence_type: 'life_imprisonment' }, {}, company),
    mended: sentenced({ sentence_type: 'dissolution_of_legal_person' }, {}, company),
  },
  {
    rule: 'R38',
    part: 'aggregate_imprisonment',
    broken: aggregate({ aggregate_type: 'suspended_imprisonment' }, {}, company),
    mended: aggregate({ aggregate_type: 'fine' }, {}, company),
  },
  {
    rule: 'R39',
    part: 'too_young',
    broken: against({ def_age_at_offence: 13 }),
    mended: against({ def_age_at_offence: 14 }),
  },
  {
    rule: 'R39',
    part: 'too_young_birth',
    broken: against({ def_birth_year: 2012 }, { offence_start: '2025-06' }),
    mended: against({ def_birth_year: 2011 }, { offence_start: '2025-06' }),
  },
  {
    rule: 'R39',
    part: 'too_young_birth',
    broken: against({}, { offence_start: '2025-06' }),
    // Several ages are possible, so that the program sets none.
    beside: born('2012/2016'),
    mended: against({}, { offence_start: '2025-06' }),
    mendedBeside: born('1980/1984'),
    asStated: true,
  },
  {
    rule: 'R39',
    part: 'juvenile',
    level: 'soft',
    broken: sentenced({ sentence_type: 'imprisonment', sentence_months: 6 }, {}, juvenile),
    mended: sentenced({ sentence_type: 'juvenile_measure' }, {}, juvenile),
  },
  {
    rule: 'R39',
    part: 'juvenile_aggregate',
    level: 'soft',
    broken: aggregate({ aggregate_type: 'fine' }, {}, juvenile),
    mended: aggregate({ aggregate_type: 'fine' }, {}, { def_age_at_offence: 18 }),
  },
];

const victims: readonly Broken[] = [
  {
    rule: 'R40',
    part: 'no_victims',
    broken: charged({ charge_offence: 'trafficking_base' }, indicted),
    mended: charged({ charge_offence: 'trafficking_base', completion: 'attempted' }, indicted),
  },
  {
    rule: 'R40',
    part: 'no_victims',
    broken: charged({ charge_offence: 'trafficking_by_official' }, indicted),
    mended: charged({ charge_offence: 'trafficking_by_official' }, indicted, counted('adult')),
  },
  {
    rule: 'R41',
    part: 'charge',
    broken: charged({ charge_offence: 'trafficking_of_child' }, {}, counted('adult')),
    mended: charged({ charge_offence: 'trafficking_of_child' }, {}, counted('child')),
  },
  {
    rule: 'R41',
    part: 'charge',
    broken: charged({ charge_offence: 'trafficking_of_child' }),
    mended: charged({ charge_offence: 'trafficking_of_child', completion: 'attempted' }),
  },
  {
    rule: 'R41',
    part: 'aggravating',
    broken: sentenced({ sentence_type: 'fine', aggravating: ['online', 'child_victim'] }, {}, {}, counted('adult')),
    mended: sentenced({ sentence_type: 'fine', aggravating: ['online', 'child_victim'] }, {}, {}, counted('child')),
  },
  {
    rule: 'R42',
    part: 'testified',
    broken: { victims_testified: 3, ...counted('adult', 2) },
    mended: { victims_testified: 2, ...counted('adult', 2) },
  },
  {
    rule: 'R42',
    part: 'protected',
    broken: { victims_protected: 1 },
    mended: { victims_protected: 0 },
  },
  {
    rule: 'R42',
    part: 'interviews',
    broken: {
      child_interviews_assisted: 2,
      victim_group: [
        { vgroup_age: 'child', vgroup_count: 1 },
        { vgroup_age: 'adult', vgroup_count: 5 },
      ],
    },
    mended: {
      child_interviews_assisted: 2,
      victim_group: [
        { vgroup_age: 'child', vgroup_count: 1 },
        { vgroup_age: 'child', vgroup_count: 1 },
      ],
    },
  },
  {
    rule: 'R51',
    part: 'form',
    level: 'soft',
    broken: charged({ charge_form: 'begging' }, {}, { exploitation_forms: ['forced_labour'] }),
    mended: charged({ charge_form: 'begging', completion: 'prepared' }, {}, { exploitation_forms: ['forced_labour'] }),
  },
  {
    rule: 'R51',
    part: 'no_victim',
    level: 'soft',
    broken: charged({ charge_offence: 'trafficking_base' }),
    mended: charged({ charge_offence: 'trafficking_base' }, {}, counted('adult')),
  },
];

export const personCases: readonly Broken[] = [...defendants, ...victims];
