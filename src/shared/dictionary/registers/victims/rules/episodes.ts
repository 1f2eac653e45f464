/** R25, R28: registrations of one person, trafficking again, and records that look like the same person. */
import { finding, ref } from '../../../../records/finding.ts';
import { type DayInterval, isBefore } from '../../../../records/partial-date.ts';
import { daysOf, isAnswered, numberOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RecordContent, RuleContext, RuleSubject, Values } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { beginOfTrafficking } from '../age.ts';
import { isNewTrafficking } from '../derivations.ts';

const leastTimes = 2;

function firstIsFirst({ values }: RuleSubject): readonly Finding[] {
  const episode = numberOf(values, 'episode_no');
  const relation = textOf(values, 'episode_relation');
  if (episode === undefined || relation === undefined) return [];
  if ((episode === 1) === (relation === 'first_registration')) return [];
  const fields = [ref('victim', 'episode_relation'), ref('victim', 'episode_no')];
  return [finding('R25', 'hard', 'first', fields, { episode_no: episode, episode_relation: relation })];
}

function reTrafficking(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  const { values } = subject;
  const findings: Finding[] = [];
  const stated = values['re_trafficked'];
  if (isNewTrafficking(subject, context) && stated !== 'yes') {
    const part = isAnswered(stated) ? 'not_stated' : 'needed';
    findings.push(finding('R25', 'hard', part, [ref('victim', 're_trafficked'), ref('victim', 'episode_relation')]));
  }
  const times = numberOf(values, 'times_trafficked');
  if (stated === 'yes' && times !== undefined && times < leastTimes) {
    findings.push(finding('R25', 'hard', 'times', [ref('victim', 'times_trafficked')], { times_trafficked: times }));
  }
  return findings;
}

/** A partial date, as it was entered and as the days that it stands for. */
interface Dated {
  readonly text: string | undefined;
  readonly days: DayInterval;
}

function dated(values: Values, field: string): Dated | undefined {
  const days = daysOf(values, field);
  return days && { text: textOf(values, field), days };
}

function earlierEnd(context: RuleContext, episode: number): Dated | undefined {
  let newest: RecordContent | undefined;
  for (const { content } of context.otherRegistrations) {
    const number = numberOf(content.values, 'episode_no') ?? 0;
    if (number < episode && number > (newest ? (numberOf(newest.values, 'episode_no') ?? 0) : 0)) newest = content;
  }
  let end: Dated | undefined;
  for (const { values } of newest ? rowsOf(newest, 'exploitation') : []) {
    const found = dated(values, 'exploitation_end');
    if (found && (!end || found.days.latest > end.days.latest)) end = found;
  }
  return end;
}

function newBeginsAfterEarlier(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  if (textOf(subject.values, 'episode_relation') !== 'new_trafficking') return [];
  const begin = beginOfTrafficking(subject);
  const end = earlierEnd(context, numberOf(subject.values, 'episode_no') ?? Number.POSITIVE_INFINITY);
  if (!begin || !end || isBefore(begin, end.days) !== true) return [];
  const fields = [ref('victim', 'recruitment_date'), ref('victim', 'episode_relation')];
  const started = [subject.values, ...rowsOf(subject, 'exploitation').map(({ values }) => values)]
    .flatMap((values) => [dated(values, 'recruitment_date') ?? [], dated(values, 'exploitation_start') ?? []].flat())
    .find(({ days }) => days.earliest === begin.earliest && days.latest === begin.latest);
  return [finding('R25', 'soft', 'overlap', fields, { date: started?.text ?? '', exploitation_end: end.text ?? '' })];
}

function samePerson(_subject: RuleSubject, { likelyDuplicates }: RuleContext): readonly Finding[] {
  if (likelyDuplicates.length === 0) return [];
  const fields = [ref('victim', 'episode_no'), ref('victim', 'citizenship')];
  return [finding('R28', 'soft', 'likely', fields, { count: likelyDuplicates.length, records: likelyDuplicates })];
}

export const episodeRules: readonly RuleDeclaration[] = [
  {
    id: 'R25',
    entity: 'victim',
    level: 'hard',
    waits: ['needed'],
    check: (subject, context) => [
      ...firstIsFirst(subject),
      ...reTrafficking(subject, context),
      ...newBeginsAfterEarlier(subject, context),
    ],
  },
  { id: 'R28', entity: 'victim', level: 'soft', check: samePerson },
];
