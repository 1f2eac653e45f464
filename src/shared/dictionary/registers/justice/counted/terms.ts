/** Sentences of those convicted of trafficking: the aggregate of the judgment, and the penalty for trafficking alone. */
import { rowsBelow } from '../../../../records/content.ts';
import { codesOf, numberOf, textOf } from '../../../../records/read-value.ts';
import type { GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import { sentenceKinds, termClasses, termVersions } from '../../../code-lists/counted-proceedings.ts';
import type { CountedGroup } from '../../../vocabulary.ts';
import { imprisonments, termClassesInDays } from '../imprisonment.ts';
import { courseOf, dateOf, isFirstInstance, personOf, traffickingAmong } from './course.ts';
import { convictionOn, convictsOfTrafficking, dayOf } from './trafficking.ts';

type TermVersion = (typeof termVersions)[number];

type SentenceKind = (typeof sentenceKinds)[number];

interface Penalty {
  readonly kind: SentenceKind;
  /** Length of a term that is to be served at least in part. */
  readonly days?: number;
  readonly years?: number;
}

const isTerm = (type: string | undefined) => imprisonments.some((each) => each === type);

function classOf(days: number): SentenceKind {
  const place = termClassesInDays.findLastIndex((least) => days >= least);
  return termClasses[Math.max(0, place)] ?? 'unknown';
}

/** A part that is suspended leaves the term as long as it is; one suspended in whole is no term to be served. */
function penaltyOf(type: string | undefined, days: number | undefined, suspended: number, years: number): Penalty {
  if (type === undefined) return { kind: 'unknown' };
  if (type === 'life_imprisonment') return { kind: 'life' };
  if (!isTerm(type)) return { kind: 'other' };
  if (type === 'suspended_imprisonment' || (days !== undefined && days > 0 && suspended >= days)) {
    return { kind: 'suspended' };
  }
  return days === undefined ? { kind: 'unknown' } : { kind: classOf(days), days, years };
}

function aggregateOf(row: GroupRow | undefined): Penalty {
  if (!row) return { kind: 'unknown' };
  const days = numberOf(row.values, 'aggregate_days');
  const suspended = numberOf(row.values, 'aggregate_suspended_days') ?? 0;
  return penaltyOf(textOf(row.values, 'aggregate_type'), days, suspended, (days ?? 0) / 365.25);
}

const daysPerMonth = 365.25 / 12;

function penaltyIn({ values }: GroupRow, isFinal: boolean): Penalty {
  const given = numberOf(values, 'sentence_months');
  const months = isFinal ? (numberOf(values, 'final_sentence_months') ?? given) : given;
  const suspended = (numberOf(values, 'suspended_months') ?? 0) * daysPerMonth;
  const days = months === undefined ? undefined : Math.round(months * daysPerMonth);
  return penaltyOf(textOf(values, 'sentence_type'), days, Math.round(suspended), (months ?? 0) / 12);
}

/** Of several penalties for trafficking the heaviest: life, then the longest term, then what is no term. */
function heaviest(penalties: readonly Penalty[]): Penalty {
  const weight = ({ kind, days }: Penalty) =>
    kind === 'life' ? Number.POSITIVE_INFINITY : (days ?? -1 - sentenceKinds.indexOf(kind));
  return penalties.reduce<Penalty>((most, each) => (weight(each) > weight(most) ? each : most), { kind: 'unknown' });
}

interface Convicted {
  readonly day: number;
  readonly isFinal: boolean;
  readonly aggregate: GroupRow | undefined;
  /** Verdicts that convict of trafficking. */
  readonly verdicts: readonly GroupRow[];
}

/** An appeal that changes nothing brings no penalty of its own: that of the newest conviction which has one stands. */
const penalizedOn = (content: RecordContent, charge: GroupRow, day: number): GroupRow | undefined =>
  convictionOn(content, charge, day, (verdict) => rowsBelow(content, 'sentence', verdict).length > 0);

function finalConvictions(content: RecordContent, defendant: GroupRow): readonly Convicted[] {
  return courseOf(content, defendant).finalities.flatMap(({ day, status, convictedOf }) => {
    if (day === undefined || status !== 'convicted') return [];
    const charges = traffickingAmong(content, defendant, convictedOf, day);
    if (charges.length === 0) return [];
    const final = rowsBelow(content, 'judgment_sentence', defendant).filter(
      ({ values }) => textOf(values, 'aggregate_final') === 'yes' && (dayOf(values, 'judgment_date') ?? day) <= day,
    );
    const newest = final.toSorted((a, b) => dayOrNever(a) - dayOrNever(b)).at(-1);
    const verdicts = charges.flatMap((charge) => penalizedOn(content, charge, day) ?? []);
    return [{ day, isFinal: true, aggregate: newest, verdicts }];
  });
}

const dayOrNever = ({ values }: GroupRow) => dayOf(values, 'judgment_date') ?? Number.NEGATIVE_INFINITY;

function firstConvictions(content: RecordContent, defendant: GroupRow): readonly Convicted[] {
  const convicting = rowsBelow(content, 'charge', defendant).flatMap((charge) =>
    rowsBelow(content, 'verdict', charge).flatMap((row) => {
      const day = dayOf(row.values, 'verdict_date');
      const convicts = convictsOfTrafficking(textOf(row.values, 'verdict'), row.values, charge);
      return convicts && day !== undefined && isFirstInstance('verdict_instance')(row) ? [{ day, row }] : [];
    }),
  );
  return [...Map.groupBy(convicting, ({ day }) => day)].map(([day, verdicts]) => ({
    day,
    isFinal: false,
    aggregate: rowsBelow(content, 'judgment_sentence', defendant).find(
      (row) => dayOf(row.values, 'judgment_date') === day && isFirstInstance('judgment_instance')(row),
    ),
    verdicts: verdicts.map(({ row }) => row),
  }));
}

function termsOf(content: RecordContent, defendant: GroupRow): readonly Values[] {
  if (textOf(defendant.values, 'person_type') === 'legal_person') return [];
  const convictions = [...finalConvictions(content, defendant), ...firstConvictions(content, defendant)];
  return convictions.flatMap(({ day, isFinal, aggregate, verdicts }) => {
    const sentences = verdicts.flatMap((verdict) => rowsBelow(content, 'sentence', verdict));
    const row = (term: TermVersion, { kind, years }: Penalty): Values => ({
      term,
      term_day: dateOf(day),
      term_person: personOf(defendant),
      term_kind: kind,
      term_years: years ?? null,
      term_aggravating: [...new Set(sentences.flatMap(({ values }) => codesOf(values, 'aggravating')))],
    });
    const alone = heaviest(sentences.map((sentence) => penaltyIn(sentence, isFinal)));
    return isFinal
      ? [row('final_aggregate', aggregateOf(aggregate)), row('final_tip', alone)]
      : [row('first_aggregate', aggregateOf(aggregate)), row('first_tip', alone)];
  });
}

export const term: CountedGroup = {
  id: 'term',
  parent: 'defendant',
  fields: [
    { id: 'term', type: 'code', codes: termVersions },
    { id: 'term_day', type: 'date' },
    { id: 'term_person', type: 'mark' },
    { id: 'term_kind', type: 'code', codes: sentenceKinds },
    { id: 'term_years', type: 'decimal' },
    { id: 'term_aggravating', type: 'codes', list: 'AGGR' },
  ],
  rowsOf: (content, defendant) => (defendant ? termsOf(content, defendant) : []),
};
