/** Cases drawn by a seeded generator with every kind of answer, to attack the public view with. Not every rule holds. */
import { isoDay } from '#shared/records/partial-date.ts';
import type { FieldValue, RuleSubject } from '#shared/records/record.ts';
import { aCase, type Row } from '../../justice/a-case.ts';
import { filled } from '../../justice/valid-proceedings.ts';
import type { Random } from '../invented-victims.ts';

const newYear = 20_089;

export function inventedCases(random: Random, count: number): RuleSubject[] {
  const one = <T>(...from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const maybe = <T>(share: number, value: T): T[] => (random() < share ? [value] : []);
  const unknown: FieldValue = { missing: 'unknown' };
  const some = (share: number, ...from: string[]): FieldValue => {
    const found = from.filter(() => random() < share);
    return found.length === 0 ? unknown : found;
  };
  let persons = 0;

  const penalty = (): Row => {
    const days = Math.floor(200 + random() ** 2 * 5_000);
    const type = one(
      'imprisonment',
      'imprisonment',
      'imprisonment',
      'life_imprisonment',
      'fine',
      'suspended_imprisonment',
    );
    const isTerm = type.includes('imprisonment') && type !== 'life_imprisonment';
    return { aggregate_type: type, ...(isTerm ? { aggregate_days: days, aggregate_suspended_days: 0 } : {}) };
  };

  const defendant = (reported: number): Row => {
    const isCompany = random() < 0.12;
    const reach = random();
    const pace = 15 + random() * 40;
    const at = (step: number) => isoDay(reported + Math.floor(step * pace));
    const [judged, final] = [at(4), at(9)];
    const verdict = one(
      'convicted_tip',
      'convicted_tip',
      'convicted_other_offence_only',
      'acquitted',
      'proceedings_terminated',
    );
    const isConvicted = verdict.startsWith('convicted');
    const isFinal = reach > 0.75;
    const aggregate = penalty();
    // Some persons are met in several cases.
    persons += 1;
    return {
      person_code: `${isCompany ? 'C' : 'P'}-${random() < 0.1 ? Math.ceil(random() * persons) : persons}`,
      person_type: isCompany ? 'legal_person' : 'natural_person',
      ...(isCompany
        ? {}
        : {
            def_sex: one<FieldValue>('male', 'male', 'male', 'female', 'other_or_non_binary', unknown),
            def_age_at_offence: one<FieldValue>(16, 20, 30, 30, 41, 55, unknown),
            prior_convictions: one<FieldValue>('none', 'none', 'tip', 'other', unknown),
            was_victim_before: one<FieldValue>('no', 'no', 'yes', unknown),
            public_official: one<FieldValue>('no', 'no', 'no', 'police', unknown),
            def_role: some(0.15, 'recruiter', 'transporter', 'exploiter_owner', 'organiser_leader'),
            relation_to_victim: some(0.2, 'family', 'employer', 'friend_acquaintance'),
          }),
      def_citizenship: [one('XKX', 'XKX', 'XKX', 'ALB', 'SRB', 'DEU', 'ROU', 'TUR')],
      ...(reach > 0.1 ? { investigation: [{ investigation_start: at(0.3) }] } : {}),
      ...(random() < 0.5 && !isCompany ? { custody: [{ arrest_date: at(0.4), custody_measure: ['bail'] }] } : {}),
      ...(reach > 0.3 ? { indictment: [{ indictment_date: at(2), indictment_confirmed: 'yes' }] } : {}),
      ...(reach > 0.4 ? { trial: [{ trial_start: at(3), trial_instance: 'first' }] } : {}),
      charge: [
        {
          charge_offence: one('trafficking_base', 'trafficking_base', 'trafficking_of_child', 'money_laundering'),
          ...(reach > 0.5
            ? {
                verdict: [
                  {
                    verdict_date: judged,
                    verdict,
                    verdict_instance: one('first', 'first', 'first', 'second'),
                    ...(isFinal ? { final_date: final, final_verdict: verdict } : {}),
                    ...(isConvicted && random() < 0.9
                      ? {
                          sentence: [
                            {
                              sentence_type: 'imprisonment',
                              sentence_months: Math.floor(12 + random() * 100),
                              aggravating: some(0.3, 'child_victim', 'online', 'violence_cruelty'),
                            },
                          ],
                        }
                      : {}),
                  },
                ],
              }
            : {}),
        },
      ],
      ...(reach > 0.5 && isConvicted && !isCompany && random() < 0.9
        ? {
            judgment_sentence: [
              {
                judgment_date: judged,
                judgment_instance: 'first',
                ...aggregate,
                aggregate_final: isFinal ? 'yes' : 'no',
              },
            ],
          }
        : {}),
      ...(reach > 0.6
        ? {
            appeal: [
              {
                appeal_kind: 'ordinary',
                appeal_by: one('defence', 'defence', 'prosecutor'),
                appeal_date: at(6),
                appeal_outcome: one('upheld', 'upheld', 'sentence_reduced', 'sentence_increased', 'pending'),
              },
            ],
          }
        : {}),
    };
  };

  return Array.from({ length: count }, () => {
    const reported = newYear + Math.floor(random() * 420) - 100;
    return aCase(
      filled({
        report_date: isoDay(reported),
        scope: one<FieldValue>('internal', 'cross_border', unknown),
        exploitation_forms: some(0.3, 'begging', 'forced_labour_or_services', 'sexual_exploitation'),
        financial_investigation: one<FieldValue>('yes', 'no', unknown),
        defendant: Array.from({ length: Math.ceil(random() * 3) }, () => defendant(reported)),
        asset: maybe<Row>(0.4, {
          asset_type: 'cash',
          asset_decision: [
            {
              asset_stage: one('frozen', 'seized', 'confiscated_final'),
              asset_date: isoDay(reported + 5),
              asset_decision_value_eur: one<FieldValue>(Math.floor(100 + random() ** 4 * 90_000), unknown),
            },
          ],
        }),
        claim: maybe<Row>(0.3, {
          claim_decision: one('granted', 'rejected'),
          claim_amount_eur: 1 + Math.floor(random() * 5_000),
        }),
        cooperation: maybe<Row>(0.4, {
          coop_type: one('mla_request', 'europol', 'extradition'),
          coop_country: one<FieldValue>('ALB', 'SRB', 'DEU', unknown),
          coop_requested: isoDay(reported + 10),
          ...(random() < 0.7 ? { coop_answered: isoDay(reported + 20 + Math.floor(random() * 90)) } : {}),
        }),
      }),
    );
  });
}
