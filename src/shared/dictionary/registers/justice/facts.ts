/** Answers to the facts that conditions of this register rest on; undefined where the record does not say. */
import { outerRowIn, rowsBelow } from '../../../records/content.ts';
import { daysOf, markerOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { GroupRow, RecordContent, RuleSubject } from '../../../records/record.ts';
import type { Fact } from '../../vocabulary.ts';
import type { FactName } from './fact-names.ts';
import { defendantOf, verdictsOn } from './of-defendant.ts';
import { findsGuilty } from './verdict.ts';

/** A fact about the defendant that a row belongs to. */
const ofDefendant =
  (ask: (content: RecordContent, defendant: GroupRow) => boolean | undefined): Fact =>
  (subject, _context, row) => {
    const defendant = defendantOf(subject, row);
    return defendant && ask(subject, defendant);
  };

/** True where one answer is true, else undefined where one is open, else false. */
function oneOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

const countedAges = (subject: RuleSubject) =>
  rowsOf(subject, 'victim_group').map(({ values }) => textOf(values, 'vgroup_age'));

/** A date that is known; undefined where it is not entered yet. */
function hasDate({ values }: GroupRow, field: string): boolean | undefined {
  if (daysOf(values, field)) return true;
  return markerOf(values[field]) === undefined ? undefined : false;
}

/** A verdict with its date or its result; a row in which nothing is entered yet does not say. */
function isJudged({ values }: GroupRow): boolean | undefined {
  const stated = ['verdict', 'verdict_date', 'final_date'].some((field) => textOf(values, field) !== undefined);
  return stated ? true : undefined;
}

function saysFinal({ values }: GroupRow): boolean | undefined {
  const answer = textOf(values, 'aggregate_final');
  return answer === undefined ? undefined : answer === 'yes';
}

export const facts: Readonly<Record<FactName, Fact>> = {
  child_victims: (subject) => {
    const ages = countedAges(subject);
    return ages.length === 0 ? undefined : oneOf(ages.map((age) => (age === undefined ? age : age === 'child')));
  },

  only_child_victims: (subject) => {
    const ages = countedAges(subject);
    if (ages.length === 0 || ages.includes('adult')) return false;
    return ages.includes(undefined) ? undefined : true;
  },

  indicted: ofDefendant((content, defendant) =>
    oneOf(rowsBelow(content, 'indictment', defendant).map((row) => hasDate(row, 'indictment_date'))),
  ),

  tried: ofDefendant((content, defendant) => rowsBelow(content, 'trial', defendant).length > 0),

  judged: ofDefendant((content, defendant) => oneOf(verdictsOn(content, defendant).map(isJudged))),

  convicted: ofDefendant((content, defendant) => {
    const verdicts = verdictsOn(content, defendant);
    return verdicts.length === 0 ? undefined : oneOf(verdicts.map(({ values }) => findsGuilty(values)));
  }),

  finality_due: (subject, _context, row) => {
    const charge = row && outerRowIn(subject, row);
    const defendant = defendantOf(subject, row);
    if (!row || !charge || !defendant) return undefined;
    const others = rowsBelow(subject, 'verdict', charge).filter(({ id }) => id !== row.id);
    if (others.some(({ values }) => daysOf(values, 'final_date'))) return false;
    return oneOf(rowsBelow(subject, 'judgment_sentence', defendant).map(saysFinal));
  },
};
