/** R40 to R42, R51: the victims that a case counts go with what is charged, and with what was done for them. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { codesOf, numberOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import {
  answersOf,
  type Charged,
  chargesOf,
  indictmentAgainst,
  isCompleted,
  isTrafficking,
  numbersOfCharge,
  sentencedOf,
} from './proceedings.ts';

const total = ref('case', 'victims_total');

const chargedAs = (charged: Charged) => ({
  ...numbersOfCharge(charged),
  ...answersOf(charged.charge, 'charge_offence'),
});

/** Charges of a completed offence of trafficking in a case that counts no victim. */
const withoutVictim = (subject: RuleSubject): readonly Charged[] =>
  numberOf(subject.values, 'victims_total') === 0
    ? chargesOf(subject).filter((charged) => isTrafficking(charged) && isCompleted(charged))
    : [];

function victimBeforeIndictment(subject: RuleSubject): readonly Finding[] {
  return withoutVictim(subject)
    .filter(({ defendant }) => indictmentAgainst(subject, defendant))
    .map((charged) =>
      finding('R40', 'hard', 'no_victims', [total, rowRef('charge', charged.charge, 'completion')], chargedAs(charged)),
    );
}

const hasChildren = (subject: RuleSubject) =>
  rowsOf(subject, 'victim_group').some(({ values }) => textOf(values, 'vgroup_age') === 'child');

function childIsCounted(subject: RuleSubject): readonly Finding[] {
  if (hasChildren(subject)) return [];
  const isCounted = rowsOf(subject, 'victim_group').length > 0;
  const charged = chargesOf(subject)
    .filter(({ charge }) => textOf(charge.values, 'charge_offence') === 'trafficking_of_child')
    // An attempt may have no victim at all (R40).
    .filter((each) => isCounted || isCompleted(each))
    .map((each) =>
      finding('R41', 'hard', 'charge', [rowRef('charge', each.charge, 'charge_offence'), total], chargedAs(each)),
    );
  const aggravated = sentencedOf(subject)
    .filter(({ sentence }) => codesOf(sentence.values, 'aggravating').includes('child_victim'))
    .map((sentenced) =>
      finding('R41', 'hard', 'aggravating', [rowRef('sentence', sentenced.sentence, 'aggravating'), total], {
        ...numbersOfCharge(sentenced),
        aggravating: ['child_victim'],
      }),
    );
  return [...charged, ...aggravated];
}

function withinCount(subject: RuleSubject): readonly Finding[] {
  const { values } = subject;
  const victims = numberOf(values, 'victims_total');
  const findings: Finding[] = [];
  for (const [field, part] of [
    ['victims_testified', 'testified'],
    ['victims_protected', 'protected'],
  ] as const) {
    const count = numberOf(values, field);
    if (count === undefined || victims === undefined || count <= victims) continue;
    const params = { [field]: count, victims_total: victims };
    findings.push(finding('R42', 'hard', part, [ref('case', field), total], params));
  }
  const heard = numberOf(values, 'child_interviews_assisted');
  const children = rowsOf(subject, 'victim_group')
    .filter((row) => textOf(row.values, 'vgroup_age') === 'child')
    .reduce((sum, row) => sum + (numberOf(row.values, 'vgroup_count') ?? 0), 0);
  if (heard !== undefined && heard > children) {
    const at = ref('case', 'child_interviews_assisted');
    findings.push(finding('R42', 'hard', 'interviews', [at], { child_interviews_assisted: heard, children }));
  }
  return findings;
}

function formIsOfCase(subject: RuleSubject): readonly Finding[] {
  const forms = codesOf(subject.values, 'exploitation_forms');
  if (forms.length === 0) return [];
  // Attempted or prepared, the form may be intended only.
  return chargesOf(subject)
    .filter(isCompleted)
    .flatMap((charged) => {
      const form = textOf(charged.charge.values, 'charge_form');
      if (form === undefined || forms.includes(form)) return [];
      const fields = [rowRef('charge', charged.charge, 'charge_form'), ref('case', 'exploitation_forms')];
      const params = { ...numbersOfCharge(charged), charge_form: form, exploitation_forms: forms };
      return [finding('R51', 'soft', 'form', fields, params)];
    });
}

function victimIsCounted(subject: RuleSubject): readonly Finding[] {
  // Once indicted, R40 says the same and does not let it pass.
  return withoutVictim(subject)
    .filter(({ defendant }) => !indictmentAgainst(subject, defendant))
    .map((charged) =>
      finding('R51', 'soft', 'no_victim', [total, rowRef('charge', charged.charge, 'completion')], chargedAs(charged)),
    );
}

export const victimRules: readonly RuleDeclaration[] = [
  { id: 'R40', entity: 'case', level: 'hard', waits: ['no_victims'], check: victimBeforeIndictment },
  // Victims are entered after the charges.
  { id: 'R41', entity: 'case', level: 'hard', waits: ['charge', 'aggravating'], check: childIsCounted },
  { id: 'R42', entity: 'case', level: 'hard', check: withinCount },
  {
    id: 'R51',
    entity: 'case',
    level: 'soft',
    waits: ['no_victim'],
    check: (subject) => [...formIsOfCase(subject), ...victimIsCounted(subject)],
  },
];
