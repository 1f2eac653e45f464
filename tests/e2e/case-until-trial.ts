/** An invented case from the report to the trial. */
import type { Row } from '../justice/a-case.ts';

/** What the program says of the case after a step; statuses of the defendants in their order. */
interface Told {
  readonly case_status: string;
  readonly def_status: readonly string[];
  readonly case_closed_on?: string;
}

export interface CaseStep {
  readonly name: string;
  /** A row stands at the place of the row that it adds to; an empty one changes nothing. */
  readonly adds: Row;
  readonly told: Told;
}

const ofPerson = { def_citizenship: ['XKX'], public_official: 'no' } as const;
export const trial = { court: 'court_prizren', court_level: 'basic', trial_instance: 'first' } as const;
const investigated = { investigation_end: '2024-07-10', investigation_outcome: 'indictment' } as const;
const indictment = { indictment_date: '2024-07-22' } as const;
const charge = { completion: 'completed', participation: 'perpetrator' } as const;

/** Two persons and the company that one of them runs; the charges are two against the first, one against each other. */
export const untilTrial: readonly CaseStep[] = [
  {
    name: 'the report',
    adds: {
      registry_no: 'PP.I. 31/2024',
      prosecutor_office: 'prosecution_prizren',
      report_date: '2024-02-05',
      case_source: 'police_report',
      reporting_body: 'kp_thb',
      scope: 'internal',
      countries_involved: ['XKX'],
      destination_country: 'XKX',
      place_of_offence: 'prizren',
      offence_start: '2023-09',
      exploitation_forms: ['sexual_exploitation', 'begging'],
      acts: ['recruitment', 'harbouring'],
      means: ['deception'],
      organised_group: 'no',
      victim_group: [
        { vgroup_sex: 'female', vgroup_age: 'adult', vgroup_form: 'sexual_exploitation', vgroup_count: 2 },
        { vgroup_sex: 'female', vgroup_age: 'child', vgroup_form: 'begging', vgroup_count: 1 },
      ].map((group) => ({ ...group, vgroup_citizenship: 'XKX' })),
      victims_testified: 2,
      victims_protected: 1,
      child_interviews_assisted: 1,
    },
    told: { case_status: 'report_received', def_status: [] },
  },
  {
    name: 'the investigation',
    adds: {
      investigation_type: ['reactive'],
      lead_authority: 'kp_thb',
      financial_investigation: 'yes',
      defendant: [
        {
          ...ofPerson,
          person_type: 'natural_person',
          def_sex: 'male',
          prior_convictions: 'other',
          def_role: ['recruiter', 'exploiter_owner'],
          custody: [{ arrest_date: '2024-02-14', custody_measure: ['pre_trial_detention'] }],
        },
        {
          ...ofPerson,
          person_type: 'natural_person',
          def_sex: 'female',
          prior_convictions: 'none',
          def_role: ['harbourer'],
          custody: [{ arrest_date: '2024-02-14', custody_measure: ['reporting_duty'] }],
        },
        { person_type: 'legal_person', def_citizenship: ['XKX'], prior_convictions: 'none', def_role: ['accomplice'] },
      ].map((defendant): Row => ({ ...defendant, investigation: [{ investigation_start: '2024-02-12' }] })),
      asset: [
        {
          asset_type: 'bank_account',
          asset_value_eur: 9000,
          asset_decision: [{ asset_stage: 'frozen', asset_date: '2024-03-01', asset_decision_value_eur: 9000 }],
        },
      ],
    },
    told: { case_status: 'investigation', def_status: ['suspect', 'suspect', 'suspect'] },
  },
  {
    name: 'the indictment',
    adds: {
      defendant: [
        {
          investigation: [investigated],
          indictment: [indictment],
          charge: [
            {
              ...charge,
              charge_offence: 'trafficking_base',
              legal_article: 'cc2019_165',
              charge_form: 'sexual_exploitation',
            },
            {
              ...charge,
              charge_offence: 'trafficking_of_child',
              legal_article: 'cc2019_165_child',
              charge_form: 'begging',
            },
          ],
        },
        {
          investigation: [investigated],
          indictment: [indictment],
          charge: [
            {
              ...charge,
              charge_offence: 'trafficking_base',
              participation: 'aider',
              legal_article: 'cc2019_165',
              charge_form: 'sexual_exploitation',
            },
          ],
        },
        {
          investigation: [investigated],
          indictment: [indictment],
          charge: [
            {
              ...charge,
              charge_offence: 'slavery_servitude_forced_labour',
              legal_article: 'cc2019_163',
            },
          ],
        },
      ],
      claim: [{ claim_kind: ['material_damage', 'unpaid_wages'], claim_amount_eur: 8000, claim_decision: 'pending' }],
    },
    told: { case_status: 'indictment_filed', def_status: ['accused', 'accused', 'accused'] },
  },
  {
    name: 'the trial',
    adds: {
      defendant: Array.from({ length: 3 }, () => ({
        indictment: [{ indictment_confirmed: 'yes' }],
        trial: [{ ...trial, trial_start: '2024-10-07' }],
      })),
    },
    told: { case_status: 'trial', def_status: ['accused', 'accused', 'accused'] },
  },
];
