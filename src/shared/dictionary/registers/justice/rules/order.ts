/** R31: report, investigation, indictment, trial, verdict and finality stand in their order, after the offence. */
import { outerRowIn, rowsBelow } from '../../../../records/content.ts';
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { daysOf, markerOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleSubject } from '../../../../records/record.ts';
import { type Station, station, wrongPairs } from '../../../shared-rules/order-of-dates.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { defendantOf } from '../of-defendant.ts';
import { statedDates } from './dates.ts';
import {
  answersOf,
  type Charged,
  chargesAgainst,
  defendantsOf,
  indictmentAgainst,
  numberOfDefendant,
  numbersOfCharge,
} from './proceedings.ts';

/** The earliest date of a stage that a defendant may go through more than once: reopened, amended, tried again. */
function firstStation(name: string, entity: string, field: string, rows: readonly GroupRow[]): readonly Station[] {
  const dated = rows.filter(({ values }) => daysOf(values, field) !== undefined);
  const first = dated.toSorted(
    (a, b) => (daysOf(a.values, field)?.earliest ?? 0) - (daysOf(b.values, field)?.earliest ?? 0),
  )[0];
  return first ? [station(name, first.values, rowRef(entity, first, field))] : [];
}

function stationsBeforeVerdict(subject: RuleSubject, defendant: GroupRow): readonly Station[] {
  const first = (name: string, entity: string, field: string) =>
    firstStation(name, entity, field, rowsBelow(subject, entity, defendant));
  return [
    station('report', subject.values, ref('case', 'report_date')),
    ...first('investigation', 'investigation', 'investigation_start'),
    ...first('indictment', 'indictment', 'indictment_date'),
    ...first('trial', 'trial', 'trial_start'),
  ];
}

const verdictStations = (verdict: GroupRow): readonly Station[] => [
  station('verdict', verdict.values, rowRef('verdict', verdict, 'verdict_date')),
  station('final', verdict.values, rowRef('verdict', verdict, 'final_date')),
];

function stagesInOrder(subject: RuleSubject): readonly Finding[] {
  return defendantsOf(subject).flatMap((defendant) => {
    const head = stationsBeforeVerdict(subject, defendant);
    const findings = new Map<string, Finding>();
    const look = (chain: readonly Station[], numbers: Finding['params']) => {
      for (const [earlier, later] of wrongPairs(chain)) {
        const isOfCharge = [earlier, later].some(({ ref: at }) => at.entity === 'verdict');
        // What stands before the verdict is part of every chain, and told once.
        const key = `${earlier.name} ${earlier.ref.row} ${later.name} ${later.ref.row}`;
        const params = {
          ...(isOfCharge ? numbers : numberOfDefendant(defendant)),
          ...earlier.params,
          ...later.params,
        };
        const part = `${earlier.name}_after_${later.name}`;
        findings.set(key, finding('R31', 'soft', part, [later.ref, earlier.ref], params));
      }
    };
    look(head, {});
    for (const charged of chargesAgainst(subject, defendant)) {
      for (const verdict of charged.verdicts) look([...head, ...verdictStations(verdict)], numbersOfCharge(charged));
    }
    return [...findings.values()];
  });
}

function stagesAreThere(subject: RuleSubject): readonly Finding[] {
  return defendantsOf(subject).flatMap((defendant) => {
    const findings: Finding[] = [];
    const indictment = indictmentAgainst(subject, defendant);
    if (indictment && !wasInvestigated(subject, defendant)) {
      const at = rowRef('indictment', indictment, 'indictment_date');
      const params = { ...numberOfDefendant(defendant), ...answersOf(indictment, 'indictment_date') };
      findings.push(finding('R31', 'soft', 'no_investigation', [at], params));
    }
    if (rowsBelow(subject, 'trial', defendant).length > 0) return findings;
    return [...findings, ...chargesAgainst(subject, defendant).flatMap(judgedWithoutTrial)];
  });
}

// "Not applicable" is the answer that there was none.
const wasInvestigated = (subject: RuleSubject, defendant: GroupRow) =>
  rowsBelow(subject, 'investigation', defendant).some(
    ({ values }) =>
      textOf(values, 'investigation_start') !== undefined || markerOf(values['investigation_start']) !== undefined,
  );

function judgedWithoutTrial(charged: Charged): readonly Finding[] {
  const verdict = charged.verdicts.find(({ values }) => textOf(values, 'verdict_date') !== undefined);
  if (!verdict) return [];
  const params = { ...numbersOfCharge(charged), ...answersOf(verdict, 'verdict_date') };
  return [finding('R31', 'soft', 'no_trial', [rowRef('verdict', verdict, 'verdict_date')], params)];
}

/** Dates that do not speak of the proceedings. */
const apart = ['offence_start'];

function nothingBeforeOffence(subject: RuleSubject): readonly Finding[] {
  const began = daysOf(subject.values, 'offence_start');
  if (!began) return [];
  const offence = answersOf(subject, 'offence_start');
  return statedDates(subject).flatMap((date) => {
    if (date.isOfVault || apart.includes(date.field) || date.latest >= began.earliest) return [];
    const fields = [date.ref, ref('case', 'offence_start')];
    const row = subject.groups[date.ref.entity]?.find(({ id }) => id === date.ref.row);
    const defendant = row && defendantOf(subject, outerRowIn(subject, row));
    const params = { date: date.text, ...offence };
    return defendant
      ? [finding('R31', 'hard', 'before_offence', fields, { ...numberOfDefendant(defendant), ...params })]
      : [finding('R31', 'hard', 'case_before_offence', fields, params)];
  });
}

export const orderRules: readonly RuleDeclaration[] = [
  {
    id: 'R31',
    entity: 'case',
    level: 'hard',
    waits: ['no_investigation', 'no_trial'],
    check: (subject) => [...stagesInOrder(subject), ...stagesAreThere(subject), ...nothingBeforeOffence(subject)],
  },
];
