/** R18, R19: reflection period and residence permit. */
import { finding, ref } from '../../../../records/finding.ts';
import { numberOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleContext, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { facts } from '../facts.ts';

/** Council of Europe Convention art. 13. */
const leastReflectionDays = 30;

function nothingForOwnNationals(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  if (facts.own_national(subject, context) !== true) return [];
  if (facts.identified_in_own_country(subject, context) !== true) return [];
  const findings: Finding[] = [];
  const permit = textOf(subject.values, 'residence_permit');
  if (permit !== undefined) {
    findings.push(finding('R18', 'soft', 'permit', [ref('victim', 'residence_permit')], { residence_permit: permit }));
  }
  if (textOf(subject.values, 'reflection_period') === 'refused') {
    findings.push(finding('R18', 'soft', 'reflection', [ref('victim', 'reflection_period')]));
  }
  return findings;
}

function reflectionIsLongEnough({ values }: RuleSubject): readonly Finding[] {
  const days = numberOf(values, 'reflection_days');
  if (days === undefined || days >= leastReflectionDays) return [];
  return [
    finding('R19', 'soft', 'short', [ref('victim', 'reflection_days')], {
      reflection_days: days,
      least: leastReflectionDays,
    }),
  ];
}

export const stayRules: readonly RuleDeclaration[] = [
  { id: 'R18', entity: 'victim', level: 'soft', check: nothingForOwnNationals },
  { id: 'R19', entity: 'victim', level: 'soft', check: reflectionIsLongEnough },
];
