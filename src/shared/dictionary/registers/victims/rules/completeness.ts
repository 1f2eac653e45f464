/** R30, and the rows without which a record says nothing. */
import { finding, ref } from '../../../../records/finding.ts';
import { isAnswered, markerOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject, Values } from '../../../../records/record.ts';
import { isCore } from '../../../register-index.ts';
import type { FieldDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';

const core = (fields as readonly FieldDeclaration[]).filter(isCore);

function mostlyMarkers(subject: RuleSubject): readonly Finding[] {
  let answered = 0;
  let marked = 0;
  const count = (values: Values, field: string) => {
    const marker = markerOf(values[field]);
    // Set by the program, not applicable leaves the denominator.
    if (!isAnswered(values[field]) || marker === 'not_applicable') return;
    answered++;
    if (marker !== undefined) marked++;
  };
  for (const field of core) {
    if (field.entity === subject.entity) count(subject.values, field.id);
    else for (const row of subject.groups[field.entity] ?? []) count(row.values, field.id);
  }
  if (marked * 2 <= answered) return [];
  const first = core.find(
    (field) => field.entity === subject.entity && markerOf(subject.values[field.id]) !== undefined,
  );
  return [finding('R30', 'soft', 'mostly', first ? [ref(first.entity, first.id)] : [], { marked, answered })];
}

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
  { id: 'R30', entity: 'victim', level: 'soft', waits: ['mostly'], check: mostlyMarkers },
  { id: 'REQ', entity: 'victim', level: 'hard', waits: ['decision', 'claim'], check: rowsAreThere },
  { id: 'REQ', entity: 'prevented_case', level: 'hard', check: somebodyWasProtected },
];
