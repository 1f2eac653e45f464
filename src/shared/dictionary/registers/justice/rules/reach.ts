/** R45: an organised group has several members, and a cross-border case several countries that cooperate. */
import { finding, ref } from '../../../../records/finding.ts';
import { codesOf, markerOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { leastCountriesAcrossBorder, leastOfOrganisedGroup } from './limits.ts';
import { defendantsOf } from './proceedings.ts';

function groupHasMembers(subject: RuleSubject): readonly Finding[] {
  const count = defendantsOf(subject).length;
  if (textOf(subject.values, 'organised_group') !== 'yes' || count >= leastOfOrganisedGroup) return [];
  return [finding('R45', 'soft', 'few_defendants', [ref('case', 'organised_group')], { count })];
}

function bordersAreCrossed(subject: RuleSubject): readonly Finding[] {
  const { values } = subject;
  if (textOf(values, 'scope') !== 'cross_border') return [];
  const findings: Finding[] = [];
  const stated = ['origin_country', 'destination_country'].flatMap((field) => textOf(values, field) ?? []);
  const count = new Set([...codesOf(values, 'countries_involved'), ...stated]).size;
  // Countries that are not known are an answer, too.
  if (count < leastCountriesAcrossBorder && markerOf(values['countries_involved']) === undefined) {
    const fields = [ref('case', 'countries_involved'), ref('case', 'scope')];
    findings.push(finding('R45', 'soft', 'few_countries', fields, { count }));
  }
  if (rowsOf(subject, 'cooperation').length === 0) {
    findings.push(finding('R45', 'soft', 'no_cooperation', [ref('case', 'scope')]));
  }
  return findings;
}

export const reachRules: readonly RuleDeclaration[] = [
  {
    id: 'R45',
    entity: 'case',
    level: 'soft',
    waits: ['few_defendants', 'few_countries', 'no_cooperation'],
    check: (subject) => [...groupHasMembers(subject), ...bordersAreCrossed(subject)],
  },
];
