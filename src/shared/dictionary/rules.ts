/** Everything that may be said about a record at a stage: answers that are still due, and rules that are broken. */
import { finding } from '../records/finding.ts';
import { isAnswered } from '../records/read-value.ts';
import type { FieldRef, Finding, GroupRow, RuleContext, RuleSubject, Values } from '../records/record.ts';
import { isDemanded } from './conditions.ts';
import { indexOf } from './register-index.ts';
import type { RegisterDeclaration, RuleDeclaration } from './vocabulary.ts';

export type Stage = 'draft' | 'number' | 'complete';

/**
 * draft: rules broken by what is entered; nothing is asked for. number: answers due before a record gets its number.
 * complete: all of it. Hard findings keep the record from that stage, soft ones may be confirmed with a reason.
 */
export function evaluateRecord(
  register: RegisterDeclaration,
  subject: RuleSubject,
  context: RuleContext,
  stage: Stage,
): Finding[] {
  const due = stage === 'draft' ? [] : answersDue(register, subject, context, stage);
  if (stage === 'number') return due;
  const broken: Finding[] = [];
  for (const rule of register.rules) {
    if (rule.entity !== subject.entity) continue;
    for (const found of rule.check(subject, context)) if (speaks(rule, found, stage)) broken.push(found);
  }
  const told = new Set(broken.filter(({ level }) => level === 'hard').map(({ fields }) => keyOf(fields[0])));
  // A rule that asks for an answer says why; asking a second time would only be noise.
  return [...due.filter(({ fields }) => !told.has(keyOf(fields[0]))), ...broken];
}

const keyOf = (at: FieldRef | undefined) => (at ? `${at.entity} ${at.row ?? ''} ${at.field}` : '');

const speaks = (rule: RuleDeclaration, found: Finding, stage: Stage) =>
  stage === 'complete' || found.part === undefined || !rule.waits?.includes(found.part);

function answersDue(
  register: RegisterDeclaration,
  subject: RuleSubject,
  context: RuleContext,
  stage: 'number' | 'complete',
): Finding[] {
  const index = indexOf(register);
  const findings: Finding[] = [];
  const ask = (entity: string, values: Values, row?: GroupRow) => {
    for (const field of index.fieldsOf(entity)) {
      if (field.derived || field.meta || field.required === 'N' || isAnswered(values[field.id])) continue;
      if (!isDemanded(field, stage, { register, subject, context, row })) continue;
      const at = row ? { entity, row: row.id, field: field.id } : { entity, field: field.id };
      findings.push(finding('REQ', 'hard', stage === 'number' ? 'number' : 'complete', [at]));
    }
  };
  ask(subject.entity, subject.values);
  const vault = index.vaultOf(subject.entity);
  if (vault && subject.identity) ask(vault.id, subject.identity);
  for (const group of index.groupsOf(subject.entity)) {
    const identities = vault?.parent === group.id ? subject.rowIdentities : undefined;
    for (const row of subject.groups[group.id] ?? []) {
      ask(group.id, row.values, row);
      if (vault && identities) ask(vault.id, identities[row.id] ?? {}, row);
    }
  }
  return findings;
}
