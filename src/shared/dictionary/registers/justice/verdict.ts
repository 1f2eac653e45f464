/** G Verdict, per charge and instance. */
import { isKnown, isMissing, type Values } from '../../../records/record.ts';
import type { Condition, FieldDeclaration } from '../../vocabulary.ts';

/** Verdicts that find the person guilty, with or without a penalty (R32). */
export const guiltyVerdicts = [
  'convicted_tip',
  'convicted_other_offence_only',
  'guilty_released_from_punishment',
] as const;

/** Guilty in this instance, or in the end. An empty final verdict says nothing as long as nothing is final. */
export const foundGuilty: Condition = {
  any: [
    { field: 'verdict', is: guiltyVerdicts },
    {
      all: [
        { field: 'final_date', known: true },
        { field: 'final_verdict', is: guiltyVerdicts },
      ],
    },
  ],
};

/** What `foundGuilty` says of a row of verdict, for facts and derivations, which see rows and no register. */
export function findsGuilty(values: Values): boolean | undefined {
  const inThis = isGuilty(values, 'verdict');
  const inTheEnd = isKnown(values['final_date']) ? isGuilty(values, 'final_verdict') : false;
  if (inThis === true || inTheEnd === true) return true;
  return inThis === undefined || inTheEnd === undefined ? undefined : false;
}

function isGuilty(values: Values, field: 'verdict' | 'final_verdict'): boolean | undefined {
  const value = values[field];
  if (!isKnown(value)) return isMissing(value) && value.missing === 'not_applicable' ? false : undefined;
  return guiltyVerdicts.some((code) => code === value);
}

export const verdictFields = [
  {
    no: 'J67',
    id: 'verdict_date',
    entity: 'verdict',
    section: 'verdict',
    type: 'date',
    required: 'C',
    sensitivity: 'none',
    missing: ['not_applicable'],
    min: '1900-01-01',
    source: 'E U G K14',
  },
  {
    no: 'J68',
    id: 'verdict',
    entity: 'verdict',
    section: 'verdict',
    type: 'code',
    list: 'VERDICT',
    required: 'C',
    sensitivity: 'none',
    missing: ['not_applicable'],
    requiredWhen: { field: 'verdict_date', known: true },
    source: 'E U G K13',
  },
  {
    no: 'J68a',
    id: 'verdict_instance',
    entity: 'verdict',
    section: 'verdict',
    type: 'code',
    list: 'INSTANCE',
    required: 'C',
    sensitivity: 'none',
    missing: [],
    source: 'design',
  },
  {
    no: 'J69',
    id: 'convicted_offence',
    entity: 'verdict',
    section: 'verdict',
    type: 'code',
    list: 'OFFTYPE',
    required: 'C',
    sensitivity: 'none',
    missing: ['not_applicable'],
    applies: foundGuilty,
    source: 'E U',
  },
  {
    no: 'J70',
    id: 'final_date',
    entity: 'verdict',
    section: 'verdict',
    type: 'date',
    required: 'C',
    sensitivity: 'none',
    missing: ['not_applicable'],
    requiredWhen: { fact: 'finality_due' },
    min: '1900-01-01',
    source: 'E K13',
  },
  {
    no: 'J71',
    id: 'final_verdict',
    entity: 'verdict',
    section: 'verdict',
    type: 'code',
    list: 'VERDICT',
    required: 'C',
    sensitivity: 'none',
    missing: ['not_applicable'],
    applies: { field: 'final_date', known: true },
    source: 'E K13',
  },
] as const satisfies readonly FieldDeclaration[];
