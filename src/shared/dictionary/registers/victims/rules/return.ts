/** R23, R24: a return with travel has a country, a date and an assessed risk. */
import { finding, ref } from '../../../../records/finding.ts';
import { isAtOrBefore } from '../../../../records/partial-date.ts';
import { daysOf, isAnswered, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleContext, RuleSubject } from '../../../../records/record.ts';
import { returnTypesWithTravel } from '../../../code-lists/return.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';

const travels: readonly string[] = returnTypesWithTravel;
const isTravel = ({ values }: RuleSubject) => travels.includes(textOf(values, 'return_type') ?? '');

function returnIsWhole(subject: RuleSubject): readonly Finding[] {
  if (!isTravel(subject)) return [];
  const { values } = subject;
  const findings: Finding[] = [];
  const country = textOf(values, 'return_country');
  const at = ref('victim', 'return_country');
  if (country === undefined) {
    const part = isAnswered(values['return_country']) ? 'country_contradicted' : 'country_needed';
    findings.push(
      finding('R23', 'hard', part, [at, ref('victim', 'return_type')], { return_type: values['return_type'] ?? null }),
    );
  } else if (country === textOf(values, 'identification_country')) {
    const fields = [at, ref('victim', 'identification_country')];
    findings.push(finding('R23', 'hard', 'same_country', fields, { return_country: country }));
  }
  const [back, identified] = [daysOf(values, 'return_date'), daysOf(values, 'identification_date')];
  if (back && identified && isAtOrBefore(identified, back) === false) {
    findings.push(
      finding('R23', 'hard', 'early', [ref('victim', 'return_date'), ref('victim', 'identification_date')], {
        return_date: values['return_date'] ?? null,
        identification_date: values['identification_date'] ?? null,
      }),
    );
  }
  return findings;
}

function riskIsAssessed(subject: RuleSubject, { ownCountry }: RuleContext): readonly Finding[] {
  const country = textOf(subject.values, 'return_country');
  const assessed = subject.values['return_risk_assessed'];
  if (!isTravel(subject) || country === undefined || country === ownCountry || assessed === 'yes') return [];
  const part = isAnswered(assessed) ? 'no_assessment' : 'assessment_needed';
  return [finding('R24', 'soft', part, [ref('victim', 'return_risk_assessed')], { return_country: country })];
}

export const returnRules: readonly RuleDeclaration[] = [
  { id: 'R23', entity: 'victim', level: 'hard', waits: ['country_needed'], check: returnIsWhole },
  { id: 'R24', entity: 'victim', level: 'soft', waits: ['assessment_needed'], check: riskIsAssessed },
];
