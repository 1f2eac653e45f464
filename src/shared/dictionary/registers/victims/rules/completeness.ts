/** R30, and the rows without which a record says nothing. */
import { finding, ref } from '../../../../records/finding.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import { mostlyMarkers } from '../../../shared-rules/mostly-markers.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';

function rowsAreThere(subject: RuleSubject): readonly Finding[] {
  const findings: Finding[] = [];
  if (rowsOf(subject, 'status_decision').length === 0) {
    findings.push(finding('REQ', 'hard', 'decision', [ref('victim', 'trafficking_status')]));
  }
  const claimed = textOf(subject.values, 'compensation_claimed') === 'yes';
  if (claimed && rowsOf(subject, 'compensation_claim').length === 0) {
    findings.push(finding('REQ', 'hard', 'claim', [ref('victim', 'compensation_claimed')]));
  }
  return findings;
}

function somebodyWasProtected({ values }: RuleSubject): readonly Finding[] {
  if (values['prevented_adults'] !== 0 || values['prevented_children'] !== 0) return [];
  const fields = [ref('prevented_case', 'prevented_adults'), ref('prevented_case', 'prevented_children')];
  return [finding('REQ', 'hard', 'persons', fields)];
}

export const completenessRules: readonly RuleDeclaration[] = [
  { id: 'R30', entity: 'victim', level: 'soft', waits: ['mostly'], check: mostlyMarkers(fields) },
  { id: 'REQ', entity: 'victim', level: 'hard', waits: ['decision', 'claim'], check: rowsAreThere },
  { id: 'REQ', entity: 'prevented_case', level: 'hard', check: somebodyWasProtected },
];
