/** Codes of the dictionary, written down once more: a recount that took them from the program would not be one. */

export const sexes = ['female', 'male', 'other_or_non_binary'];
export const childBands = ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'];
export const adultBands = ['a18_24', 'a25_34', 'a35_49', 'a50_plus', 'adult_age_unknown'];
export const forms = [
  'sexual_exploitation',
  'forced_labour_or_services',
  'domestic_servitude',
  'begging',
  'forced_criminal_activity',
  'slavery_or_similar_practices',
  'servitude',
  'forced_or_child_marriage',
  'illegal_adoption',
  'exploitative_surrogacy',
  'organ_removal',
  'armed_conflict_use',
  'other',
];
/** The result of a judgment with several verdicts is the first of these that occurs among them. */
export const verdicts = [
  'convicted_tip',
  'convicted_other_offence_only',
  'guilty_released_from_punishment',
  'not_criminally_liable_measure',
  'acquitted',
  'proceedings_terminated',
  'charge_rejected',
  'ne_bis_in_idem',
];
export const instances = ['first', 'second', 'third', 'final'];
export const aggravating = [
  'child_victim',
  'several_victims',
  'organised_group',
  'official_position',
  'serious_injury_or_death',
  'recidivism',
  'violence_cruelty',
  'vulnerable_victim',
  'family_relation',
  'online',
  'none',
];
export const roles = [
  'recruiter',
  'transporter',
  'harbourer',
  'exploiter_owner',
  'controller_guard',
  'pimp',
  'document_forger',
  'financier',
  'organiser_leader',
  'broker_agent',
  'corrupt_official',
  'client_user_of_services',
  'accomplice',
  'other',
];
export const relations = [
  'no_relation',
  'family',
  'intimate_partner',
  'friend_acquaintance',
  'employer',
  'agency',
  'neighbour',
  'official',
  'other',
];
export const priorConvictions = ['none', 'tip', 'other', 'both'];
export const publicServices = ['no', 'police', 'customs', 'judiciary', 'border', 'municipal', 'other'];
export const scopes = ['internal', 'cross_border'];
export const appellants = ['prosecutor', 'defence', 'injured_party', 'several'];
export const claimDecisions = ['granted', 'partly', 'referred_to_civil_court', 'rejected', 'pending'];
export const appealOutcomes = [
  'upheld',
  'sentence_increased',
  'sentence_reduced',
  'verdict_reversed_to_acquittal',
  'verdict_reversed_to_conviction',
  'sent_back_for_retrial',
  'inadmissible',
  'withdrawn',
];
export const assetStages = [
  'frozen',
  'seized',
  'confiscated_final',
  'returned_to_owner',
  'used_for_victim_compensation',
  'sold_to_budget',
];
export const damageKinds = ['material_damage', 'non_material_damage', 'unpaid_wages', 'medical_costs', 'other'];
export const payers = ['defendant', 'state_fund', 'confiscated_assets', 'several'];
export const cooperationTypes = [
  'mla_request',
  'joint_investigation_team',
  'police_cooperation',
  'extradition',
  'transfer_of_proceedings',
  'european_arrest_warrant_or_equivalent',
  'information_exchange_interpol',
  'europol',
  'selec_seci',
  'eurojust',
];
export const statuses = ['suspect', 'accused', 'convicted', 'acquitted', 'case_discontinued', 'deceased', 'fugitive'];
export const regionalCountries = 'ALB BIH BGR HRV XKX MKD MDA MNE ROU SRB'.split(' ');
export const memberStates =
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(
    ' ',
  );

/** The ten territories of the programme, other members of the Union, and all others. */
export const countryLines = [...regionalCountries, 'other_eu', 'other'];
export function countryLine(country: string | null): string | null {
  if (country === null || regionalCountries.includes(country)) return country;
  return memberStates.includes(country) ? 'other_eu' : 'other';
}
