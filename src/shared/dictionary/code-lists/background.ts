/** Background of the person before recruitment. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const settlementTypes = {
  id: 'SETTLE',
  codes: [
    { code: 'urban' },
    { code: 'rural' },
    { code: 'camp_or_collective_centre' },
    { code: 'homeless_no_fixed_place' },
  ],
} as const satisfies CodeListDeclaration;

export const maritalStatuses = {
  id: 'MARITAL',
  codes: [
    { code: 'single' },
    { code: 'married' },
    { code: 'cohabiting' },
    { code: 'separated' },
    { code: 'divorced' },
    { code: 'widowed' },
    { code: 'child_not_applicable' },
  ],
} as const satisfies CodeListDeclaration;

export const educationLevels = {
  id: 'EDU',
  codes: [
    { code: 'no_schooling', isced: '0' },
    { code: 'primary_incomplete', isced: '0' },
    { code: 'primary', isced: '1' },
    { code: 'lower_secondary', isced: '2' },
    { code: 'upper_secondary_vocational', isced: '3' },
    { code: 'upper_secondary_general', isced: '3' },
    { code: 'tertiary', isced: '5-8' },
    { code: 'special_education', isced: '9' },
  ],
} as const satisfies CodeListDeclaration;

export const employments = {
  id: 'EMPL',
  codes: [
    { code: 'employed_formal' },
    { code: 'employed_informal' },
    { code: 'self_employed' },
    { code: 'unemployed' },
    { code: 'student_pupil' },
    { code: 'homemaker' },
    { code: 'begging_or_street_work' },
    { code: 'unable_to_work' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const economicSituations = {
  id: 'ECON',
  codes: [{ code: 'very_poor' }, { code: 'poor' }, { code: 'average' }, { code: 'good' }, { code: 'very_good' }],
} as const satisfies CodeListDeclaration;

export const livingArrangements = {
  id: 'LIVWITH',
  codes: [
    { code: 'both_parents' },
    { code: 'one_parent' },
    { code: 'spouse_partner' },
    { code: 'own_children_only' },
    { code: 'other_relatives' },
    { code: 'foster_family' },
    { code: 'institution' },
    { code: 'friends' },
    { code: 'alone' },
    { code: 'street' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const vulnerabilityFactors = {
  id: 'VULN',
  codes: [
    { code: 'poverty' },
    { code: 'domestic_violence' },
    { code: 'previous_abuse' },
    { code: 'school_drop_out' },
    { code: 'unaccompanied_child' },
    { code: 'disability' },
    { code: 'mental_health' },
    { code: 'substance_dependency' },
    { code: 'minority_or_social_exclusion' },
    { code: 'refugee_idp' },
    { code: 'irregular_migration_status' },
    { code: 'homelessness' },
    { code: 'lgbti' },
    { code: 'family_breakdown' },
    { code: 'returnee_deportee' },
    { code: 'debt' },
    { code: 'other' },
    { code: 'none_known', exclusive: true },
  ],
} as const satisfies CodeListDeclaration;

export const migrationStatuses = {
  id: 'MIGSTAT',
  codes: [
    { code: 'national' },
    { code: 'regular_resident' },
    { code: 'asylum_seeker' },
    { code: 'refugee_or_subsidiary' },
    { code: 'temporary_visa' },
    { code: 'irregular' },
    { code: 'stateless' },
  ],
} as const satisfies CodeListDeclaration;
