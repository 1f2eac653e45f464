/** R08, R09, R12, R14: acts, means and forms, and what a trafficking stopped early may say. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { codesOf, isAnswered, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import { exploitationSubtypes } from '../../../code-lists/exploitation.ts';
import type { CodeDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { statedForms } from '../forms.ts';
import { newestStatus } from '../status.ts';

const subtypes: readonly CodeDeclaration[] = exploitationSubtypes.codes;
const usualFormOf = new Map(subtypes.map(({ code, usualForm }) => [code, usualForm]));

/** "Exit only by border, police, family or self." */
const earlyExits = ['border_control', 'police_raid', 'helped_by_family_friend', 'escaped_alone'];

const childWhenTrafficked = ({ values }: RuleSubject) => textOf(values, 'child_when_trafficked');

function elementsOfAdult(subject: RuleSubject): readonly Finding[] {
  // Of a person whose age is not known at all it cannot be said that she was no child.
  if (newestStatus(rowsOf(subject, 'status_decision')) !== 'formally_identified') return [];
  if (childWhenTrafficked(subject) !== 'no') return [];
  const findings: Finding[] = [];
  const demand = (part: string, field: string, isMet: boolean) => {
    if (!isMet) findings.push(finding('R08', 'hard', part, [ref('victim', field)]));
  };
  demand('act', 'acts', codesOf(subject.values, 'acts').length > 0);
  const real = codesOf(subject.values, 'means').filter((means) => means !== 'none_needed_child');
  demand('means', 'means', real.length > 0);
  const isEarly = textOf(subject.values, 'exploitation_stage') === 'not_yet_exploited';
  demand('form', isEarly ? 'intended_forms' : 'exploitation_stage', statedForms(subject).length > 0);
  return findings;
}

function noMeansForChildOnly(subject: RuleSubject): readonly Finding[] {
  if (!codesOf(subject.values, 'means').includes('none_needed_child')) return [];
  if (childWhenTrafficked(subject) !== 'no') return [];
  return [finding('R09', 'hard', 'adult', [ref('victim', 'means')], { means: ['none_needed_child'] })];
}

function stageAgrees(subject: RuleSubject): readonly Finding[] {
  const stage = textOf(subject.values, 'exploitation_stage');
  const rows = rowsOf(subject, 'exploitation');
  const at = ref('victim', 'exploitation_stage');
  if (stage === 'exploited') return rows.length > 0 ? [] : [finding('R12', 'hard', 'row_needed', [at])];
  if (stage !== 'not_yet_exploited') return [];
  const findings: Finding[] = [];
  if (rows.length > 0) findings.push(finding('R12', 'hard', 'rows', [at], { count: rows.length }));
  if (!isAnswered(subject.values['intended_forms'])) {
    findings.push(finding('R12', 'hard', 'intended_needed', [ref('victim', 'intended_forms')]));
  }
  const exit = textOf(subject.values, 'exit_mode');
  if (exit !== undefined && !earlyExits.includes(exit)) {
    findings.push(finding('R12', 'hard', 'exit', [ref('victim', 'exit_mode'), at], { exit_mode: exit }));
  }
  return findings;
}

function subtypesFitForms(subject: RuleSubject): readonly Finding[] {
  return rowsOf(subject, 'exploitation').flatMap((row) => {
    const forms = codesOf(row.values, 'exploitation_forms');
    if (forms.length === 0) return [];
    return codesOf(row.values, 'exploitation_subtype').flatMap((subtype) => {
      const usual = usualFormOf.get(subtype);
      if (usual === undefined || forms.includes(usual)) return [];
      const fields = [
        rowRef('exploitation', row, 'exploitation_subtype'),
        rowRef('exploitation', row, 'exploitation_forms'),
      ];
      return [
        finding('R14', 'soft', 'subtype', fields, {
          exploitation_subtype: [subtype],
          other_exploitation_forms: [usual],
          exploitation_forms: forms,
        }),
      ];
    });
  });
}

function mainFormIsStated(subject: RuleSubject): readonly Finding[] {
  const main = textOf(subject.values, 'exploitation_main_form');
  const forms = statedForms(subject);
  if (main === undefined || main === 'mixed' || forms.length === 0 || forms.includes(main)) return [];
  return [
    finding('R14', 'soft', 'main', [ref('victim', 'exploitation_main_form')], {
      exploitation_main_form: main,
      exploitation_forms: forms,
    }),
  ];
}

export const elementRules: readonly RuleDeclaration[] = [
  { id: 'R08', entity: 'victim', level: 'hard', waits: ['act', 'means', 'form'], check: elementsOfAdult },
  { id: 'R09', entity: 'victim', level: 'hard', check: noMeansForChildOnly },
  { id: 'R12', entity: 'victim', level: 'hard', waits: ['row_needed', 'intended_needed'], check: stageAgrees },
  {
    id: 'R14',
    entity: 'victim',
    level: 'soft',
    check: (subject) => [...subtypesFitForms(subject), ...mainFormIsStated(subject)],
  },
];
