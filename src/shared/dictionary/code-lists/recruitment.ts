/** Recruitment: acts and means of the Palermo Protocol, methods, promises. Labels are texts in locales/. */
import type { CodeListDeclaration } from '../vocabulary.ts';

export const acts = {
  id: 'ACT',
  codes: [
    { code: 'recruitment' },
    { code: 'transportation' },
    { code: 'transfer' },
    { code: 'harbouring' },
    { code: 'receipt' },
  ],
} as const satisfies CodeListDeclaration;

export const means = {
  id: 'MEANS',
  codes: [
    { code: 'threat_or_use_of_force' },
    { code: 'other_coercion' },
    { code: 'abduction' },
    { code: 'fraud' },
    { code: 'deception' },
    { code: 'abuse_of_power' },
    { code: 'abuse_of_vulnerability' },
    { code: 'giving_receiving_payments' },
    { code: 'none_needed_child', exclusive: true },
  ],
} as const satisfies CodeListDeclaration;

export const recruitmentMethods = {
  id: 'RECMETH',
  codes: [
    { code: 'personal_contact' },
    { code: 'job_offer' },
    { code: 'marriage_or_love_promise' },
    { code: 'online_social_network', online: true },
    { code: 'online_advert', online: true },
    { code: 'newspaper_tv_advert' },
    { code: 'agency_employment' },
    { code: 'agency_travel_or_marriage' },
    { code: 'family_arranged' },
    { code: 'sold_by_family' },
    { code: 'abduction' },
    { code: 'self_presented_to_work' },
    { code: 'at_school_institution' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const onlinePlatforms = {
  id: 'ONLPLAT',
  codes: [
    { code: 'social_network' },
    { code: 'messaging_app' },
    { code: 'dating_site' },
    { code: 'job_portal' },
    { code: 'classified_ads' },
    { code: 'gaming_chat' },
    { code: 'live_stream' },
    { code: 'dark_web' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const relationships = {
  id: 'RECREL',
  codes: [
    { code: 'stranger' },
    { code: 'acquaintance' },
    { code: 'friend' },
    { code: 'intimate_partner_spouse' },
    { code: 'parent' },
    { code: 'other_relative' },
    { code: 'neighbour' },
    { code: 'employer' },
    { code: 'agency' },
    { code: 'official' },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const leavingReasons = {
  id: 'REASON',
  codes: [
    { code: 'find_work' },
    { code: 'join_family_partner' },
    { code: 'study' },
    { code: 'escape_violence_or_abuse' },
    { code: 'escape_conflict' },
    { code: 'marriage' },
    { code: 'travel_tourism' },
    { code: 'medical' },
    { code: 'abducted_no_choice' },
    { code: 'sold_or_handed_over' },
    { code: 'did_not_leave_home', exclusive: true },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;

export const promisedActivities = {
  id: 'WORKPROM',
  codes: [
    { code: 'domestic_care' },
    { code: 'waitress_bartender' },
    { code: 'dancer_entertainer' },
    { code: 'agriculture' },
    { code: 'construction' },
    { code: 'factory' },
    { code: 'cleaning' },
    { code: 'au_pair' },
    { code: 'sex_work' },
    { code: 'begging_street_sale' },
    { code: 'sport' },
    { code: 'marriage' },
    { code: 'study' },
    { code: 'tourism' },
    { code: 'none', exclusive: true },
    { code: 'other' },
  ],
} as const satisfies CodeListDeclaration;
