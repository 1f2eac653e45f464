/** R27: without consent or another legal basis nothing stands in the vault; for a child somebody else consents. */
import { finding, ref } from '../../../../records/finding.ts';
import { markerOf, textOf } from '../../../../records/read-value.ts';
import { type Finding, isKnown, type RuleContext, type RuleSubject, type Values } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { facts } from '../facts.ts';

const otherBases = ['law', 'vital_interest'];

/** Whether identifying data may be kept: consent that stands, or another legal basis; undefined before either is answered. */
export function mayKeepIdentity(values: Values): boolean | undefined {
  if (otherBases.includes(textOf(values, 'legal_basis') ?? '')) return true;
  const consent = textOf(values, 'consent_given');
  if (consent === 'yes') return textOf(values, 'consent_withdrawn_on') === undefined;
  return consent === 'no' || markerOf(values['consent_given']) !== undefined ? false : undefined;
}

function vaultIsAllowed({ values, identity }: RuleSubject): readonly Finding[] {
  if (!identity || mayKeepIdentity(values) !== false) return [];
  const filled = Object.keys(identity).filter((field) => isKnown(identity[field]) && identity[field] !== '');
  if (filled.length === 0) return [];
  const part = textOf(values, 'consent_given') === 'yes' ? 'withdrawn' : 'no_consent';
  return [
    finding('R27', 'hard', part, [
      ref('victim', part === 'withdrawn' ? 'consent_withdrawn_on' : 'consent_given'),
      ...filled.map((field) => ref('victim_identity', field)),
    ]),
  ];
}

function otherConsentsForChild(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  if (facts.child_at_identification(subject, context) !== true) return [];
  if (textOf(subject.values, 'consent_by') !== 'person') return [];
  return [
    finding('R27', 'hard', 'child', [ref('victim', 'consent_by'), ref('victim', 'age_at_identification')], {
      consent_by: 'person',
      age_group: textOf(subject.values, 'age_group') ?? null,
    }),
  ];
}

export const consentRules: readonly RuleDeclaration[] = [
  {
    id: 'R27',
    entity: 'victim',
    level: 'hard',
    check: (subject, context) => [...vaultIsAllowed(subject), ...otherConsentsForChild(subject, context)],
  },
];
