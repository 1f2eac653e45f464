/** R38, R39: what a company cannot be asked or sentenced to, and who is too young to be accused. */
import { adultAge, daysOfYear, possibleAges } from '../../../../records/age.ts';
import { rowsBelow } from '../../../../records/content.ts';
import { finding, rowRef } from '../../../../records/finding.ts';
import type { DayInterval } from '../../../../records/partial-date.ts';
import { daysOf, numberOf, textOf } from '../../../../records/read-value.ts';
import {
  type FieldRef,
  type Finding,
  type GroupRow,
  isKnown,
  type RuleContext,
  type RuleSubject,
} from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { imprisonments } from '../imprisonment.ts';
import { ageOfResponsibility } from './limits.ts';
import {
  aggregatesOf,
  answersOf,
  defendantsOf,
  isLegalPerson,
  numberOfDefendant,
  numbersOfCharge,
  sentencedOf,
} from './proceedings.ts';

/** Answers that only a natural person has. */
const ofPersons = [
  'def_sex',
  'def_birth_year',
  'def_age_at_offence',
  'def_education',
  'def_occupation',
  'def_marital',
] as const;
const prisons: readonly string[] = [...imprisonments, 'life_imprisonment'];

const identityOf = (subject: RuleSubject, { id }: GroupRow) => subject.rowIdentities?.[id] ?? {};

function companyIsNoPerson(subject: RuleSubject): readonly Finding[] {
  return defendantsOf(subject)
    .filter(isLegalPerson)
    .flatMap((defendant) => {
      const number = numberOfDefendant(defendant);
      const kind = rowRef('defendant', defendant, 'person_type');
      const tell = (at: FieldRef) => finding('R38', 'hard', 'field', [at, kind], number);
      const stated = ofPersons.filter((field) => isKnown(defendant.values[field]));
      const birth = isKnown(identityOf(subject, defendant)['def_birth_date']);
      const custodies = rowsBelow(subject, 'custody', defendant);
      return [
        ...stated.map((field) => tell(rowRef('defendant', defendant, field))),
        ...(birth ? [tell(rowRef('defendant_identity', defendant, 'def_birth_date'))] : []),
        ...custodies.map((row) =>
          finding('R38', 'hard', 'custody', [rowRef('custody', row, 'custody_measure'), kind], number),
        ),
      ];
    });
}

function companyIsNotImprisoned(subject: RuleSubject): readonly Finding[] {
  const single = sentencedOf(subject).flatMap((sentenced) => {
    const { defendant, sentence } = sentenced;
    if (!isLegalPerson(defendant) || !prisons.includes(textOf(sentence.values, 'sentence_type') ?? '')) return [];
    const fields = [rowRef('sentence', sentence, 'sentence_type'), rowRef('defendant', defendant, 'person_type')];
    const params = { ...numbersOfCharge(sentenced), ...answersOf(sentence, 'sentence_type') };
    return [finding('R38', 'hard', 'imprisonment', fields, params)];
  });
  const aggregate = aggregatesOf(subject).flatMap(({ defendant, judgment }) => {
    if (!isLegalPerson(defendant) || !prisons.includes(textOf(judgment.values, 'aggregate_type') ?? '')) return [];
    const fields = [
      rowRef('judgment_sentence', judgment, 'aggregate_type'),
      rowRef('defendant', defendant, 'person_type'),
    ];
    const params = { ...numberOfDefendant(defendant), ...answersOf(judgment, 'aggregate_type', 'judgment_date') };
    return [finding('R38', 'hard', 'aggregate_imprisonment', fields, params)];
  });
  return [...single, ...aggregate];
}

/** The days on which a defendant may be born: by the vault where it is to be seen, else by the year. */
function bornOn(subject: RuleSubject, defendant: GroupRow): { days: DayInterval; at: FieldRef } | undefined {
  const exact = daysOf(identityOf(subject, defendant), 'def_birth_date');
  if (exact) return { days: exact, at: rowRef('defendant_identity', defendant, 'def_birth_date') };
  const year = numberOf(defendant.values, 'def_birth_year');
  const days = year === undefined ? undefined : daysOfYear(year);
  return days && { days, at: rowRef('defendant', defendant, 'def_birth_year') };
}

/** The days on which the offence may have been committed. */
function offenceDays({ values }: RuleSubject): DayInterval | undefined {
  const [start, end] = [daysOf(values, 'offence_start'), daysOf(values, 'offence_end')];
  return start && { earliest: start.earliest, latest: Math.max(start.latest, end?.latest ?? start.latest) };
}

function oldEnough(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  const least = ageOfResponsibility(context);
  const offence = offenceDays(subject);
  return defendantsOf(subject)
    .filter((defendant) => !isLegalPerson(defendant))
    .flatMap((defendant) => {
      const number = numberOfDefendant(defendant);
      const age = numberOf(defendant.values, 'def_age_at_offence');
      if (age !== undefined) {
        if (age >= least) return [];
        const at = rowRef('defendant', defendant, 'def_age_at_offence');
        return [finding('R39', 'hard', 'too_young', [at], { ...number, def_age_at_offence: age, least })];
      }
      const born = bornOn(subject, defendant);
      if (!born || !offence || offence.latest < born.days.earliest) return [];
      const { most } = possibleAges(born.days, offence);
      if (most >= least) return [];
      return [finding('R39', 'hard', 'too_young_birth', [born.at], { ...number, most, least })];
    });
}

const isBelowAdultAge =
  (least: number) =>
  ({ values }: GroupRow) => {
    const age = numberOf(values, 'def_age_at_offence');
    return age !== undefined && age >= least && age < adultAge;
  };

function juvenileMeasures(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  const isJuvenile = isBelowAdultAge(ageOfResponsibility(context));
  const single = sentencedOf(subject)
    .filter(
      ({ defendant, sentence }) => isJuvenile(defendant) && sentence.values['sentence_type'] !== 'juvenile_measure',
    )
    .map((sentenced) =>
      finding('R39', 'soft', 'juvenile', [rowRef('sentence', sentenced.sentence, 'sentence_type')], {
        ...numbersOfCharge(sentenced),
        ...answersOf(sentenced.defendant, 'def_age_at_offence'),
        ...answersOf(sentenced.sentence, 'sentence_type'),
      }),
    );
  const aggregate = aggregatesOf(subject)
    .filter(
      ({ defendant, judgment }) => isJuvenile(defendant) && judgment.values['aggregate_type'] !== 'juvenile_measure',
    )
    .map(({ defendant, judgment }) =>
      finding('R39', 'soft', 'juvenile_aggregate', [rowRef('judgment_sentence', judgment, 'aggregate_type')], {
        ...answersOf(defendant, 'defendant_id', 'def_age_at_offence'),
        ...answersOf(judgment, 'aggregate_type', 'judgment_date'),
      }),
    );
  return [...single, ...aggregate];
}

export const personRules: readonly RuleDeclaration[] = [
  {
    id: 'R38',
    entity: 'case',
    level: 'hard',
    check: (subject) => [...companyIsNoPerson(subject), ...companyIsNotImprisoned(subject)],
  },
  {
    id: 'R39',
    entity: 'case',
    level: 'hard',
    check: (subject, context) => [...oldEnough(subject, context), ...juvenileMeasures(subject, context)],
  },
];
