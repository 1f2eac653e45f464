/** R06, R07, R49: the formal identification, its institution and the decisions that lead to it. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { dayNumber } from '../../../../records/partial-date.ts';
import { isAnswered, rowsOf, textOf } from '../../../../records/read-value.ts';
import { type Finding, isKnown, type RuleContext, type RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { firstDecision, newestStatus } from '../status.ts';

function identificationIsWhole(subject: RuleSubject): readonly Finding[] {
  if (newestStatus(rowsOf(subject, 'status_decision')) !== 'formally_identified') return [];
  return (['identification_date', 'identifying_institution'] as const).flatMap((field) => {
    const value = subject.values[field];
    if (isKnown(value)) return [];
    // A marker is an answer that contradicts the decision; nothing entered only waits for completion.
    const part = isAnswered(value) ? `contradicted_${field}` : `needed_${field}`;
    return [finding('R06', 'hard', part, [ref('victim', field)])];
  });
}

function institutionWasActive({ values }: RuleSubject, context: RuleContext): readonly Finding[] {
  const id = textOf(values, 'identifying_institution');
  const day = textOf(values, 'identification_date');
  const institution = id === undefined ? undefined : context.institution(id);
  if (id === undefined || day === undefined || !institution || institution.type === 'foreign_authority') return [];
  const { activeFrom, activeTo } = institution;
  const params = { identifying_institution: id, identification_date: day };
  const fields = [ref('victim', 'identifying_institution'), ref('victim', 'identification_date')];
  if (activeFrom !== null && day < activeFrom) {
    return [finding('R07', 'soft', 'not_yet_active', fields, { ...params, active_from: activeFrom })];
  }
  if (activeTo !== null && day > activeTo) {
    return [finding('R07', 'soft', 'no_longer_active', fields, { ...params, active_to: activeTo })];
  }
  return [];
}

function decisionsAscend(subject: RuleSubject): readonly Finding[] {
  const findings: Finding[] = [];
  let before: { readonly day: number; readonly text: string } | undefined;
  for (const row of rowsOf(subject, 'status_decision')) {
    const text = textOf(row.values, 'status_date');
    const day = text === undefined ? undefined : dayNumber(text);
    if (text === undefined || day === undefined) continue;
    if (before && day < before.day) {
      const params = { status_date: text, other_status_date: before.text };
      findings.push(finding('R49', 'hard', 'descending', [rowRef('status_decision', row, 'status_date')], params));
    } else before = { day, text };
  }
  return findings;
}

function identificationIsDecided(subject: RuleSubject): readonly Finding[] {
  const decisions = rowsOf(subject, 'status_decision');
  const formal = firstDecision(decisions, 'formally_identified');
  const identified = textOf(subject.values, 'identification_date');
  const at = ref('victim', 'identification_date');
  if (!formal) {
    if (identified === undefined) return [];
    return [finding('R49', 'hard', 'without_decision', [at], { identification_date: identified })];
  }
  const decided = textOf(formal.values, 'status_date');
  const findings: Finding[] = [];
  if (decided !== undefined && identified !== undefined && decided !== identified) {
    const params = { identification_date: identified, status_date: decided };
    findings.push(finding('R49', 'hard', 'other_day', [at, rowRef('status_decision', formal, 'status_date')], params));
  }
  const presumed = firstDecision(decisions, 'presumed');
  const presumedOn = presumed && textOf(presumed.values, 'status_date');
  if (presumed && presumedOn !== undefined && decided !== undefined && presumedOn > decided) {
    const fields = [
      rowRef('status_decision', presumed, 'status_date'),
      rowRef('status_decision', formal, 'status_date'),
    ];
    findings.push(
      finding('R49', 'hard', 'presumed_later', fields, { status_date: presumedOn, other_status_date: decided }),
    );
  }
  return findings;
}

export const identificationRules: readonly RuleDeclaration[] = [
  {
    id: 'R06',
    entity: 'victim',
    level: 'hard',
    waits: ['needed_identification_date', 'needed_identifying_institution'],
    check: identificationIsWhole,
  },
  { id: 'R07', entity: 'victim', level: 'soft', check: institutionWasActive },
  {
    id: 'R49',
    entity: 'victim',
    level: 'hard',
    check: (subject) => [...decisionsAscend(subject), ...identificationIsDecided(subject)],
  },
];
