/** Which figure of the recount each cell of the catalogue's tables is to be equal to. */

/** A figure of the recount by its part, row and column; what is not counted at all is an error. */
export type Read = (part: string | null, row: string, column: string) => number | null;

/** The figure that a row and a column of the catalogue stand for; undefined where the recount has none. */
type Match = (read: Read, row: string, column: string) => number | null | undefined;

type Names = Readonly<Record<string, string>>;

/** Lines of another name here and there; all others are called alike. */
const renamed =
  (part: string | null, rows: Names = {}, columns: Names = {}): Match =>
  (read, row, column) =>
    read(part, rows[row] ?? row, columns[column] ?? column);

/** Rows of the one are columns of the other. */
const turned =
  (match: Match): Match =>
  (read, row, column) =>
    match(read, column, row);

/** One column whose name does not matter. */
const onlyTotals = (part: string | null, rows: Names = {}): Match => {
  const match = renamed(part, rows);
  return (read, row) => match(read, row, 'total');
};

const difference = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null ? null : whole - part;

const sum = (figures: readonly (number | null)[]): number => figures.reduce<number>((so, each) => so + (each ?? 0), 0);

const sentences: Names = { term: 'counted', suspended: 'fully_suspended', other: 'other_sanction' };
const years: Names = { mean: 'mean_years', median: 'median_years', least: 'minimum_years', most: 'maximum_years' };
const classesOfTerms = ['under_1', 'from_1', 'from_3', 'from_5', 'from_10'];

/** The aggregate sentence, or the penalty for trafficking alone, at one stage. */
const averageSentence: Match = (read, row, column) => {
  const [stage = '', basis] = row.split('_');
  return read(basis === 'tip' ? 'offence' : 'aggregate', { ...sentences, ...years }[column] ?? column, stage);
};

/** Imprisonment of any length is the sum of its classes. */
const byTerm =
  (figure: (term: string) => number | null): ((term: string) => number | null) =>
  (term) =>
    term === 'term' ? sum(classesOfTerms.map(figure)) : figure({ ...sentences }[term] ?? term);

const bySex: Match = (read, row, column) => {
  if (row !== 'naturalPersons') return read('persons', column, row === 'legalPersons' ? 'legal_person' : row);
  return difference(read('persons', column, 'total'), read('persons', column, 'legal_person'));
};

const steps = ['reported', 'investigated', 'indicted', 'tried', 'convicted', 'final'];

const funnel: Match = (read, row, column) => {
  const reached = (step: string) => read(null, step, 'cases');
  const next = steps[steps.indexOf(row) + 1];
  if (column === 'reached') return reached(row);
  // Nothing comes after the last step.
  if (column === 'wentNoFurther') return next === undefined ? null : difference(reached(row), reached(next));
  // There is no step before the first.
  return row === 'reported' ? null : read(null, row, 'percent_of_previous');
};

const ages: Readonly<Record<string, readonly string[]>> = {
  child: ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'],
  adult: ['a18_24', 'a25_34', 'a35_49', 'a50_plus', 'adult_age_unknown'],
};

const changed = [
  'sentence_increased',
  'sentence_reduced',
  'verdict_reversed_to_acquittal',
  'verdict_reversed_to_conviction',
];

const answers: Names = {
  total: 'requests',
  lowerQuartile: 'quartile_1',
  median: 'median_days',
  upperQuartile: 'quartile_3',
};

const answerTimes =
  (part: string): Match =>
  (read, row, column) => {
    const line = { otherEu: 'other_eu', otherCountry: 'other' }[row] ?? row;
    if (column === 'unanswered') return difference(read(part, line, 'requests'), read(part, line, 'answered'));
    return read(part, line, answers[column] ?? column);
  };

/** By table and part of the catalogue. */
export const matches: Readonly<Record<string, Match>> = {
  K13: averageSentence,
  'K14 authorities': onlyTotals('handled'),
  'K14 flow': (read, row) => {
    const balance = (each: string) => read('balance', each, 'total');
    return row === 'dealtWith'
      ? sum([balance('pending_at_start'), balance('new')])
      : balance(
          {
            pendingAtStart: 'pending_at_start',
            newCases: 'new',
            closedCases: 'closed',
            pendingAtEnd: 'pending_at_end',
            closedUndated: 'over_on_unknown_day',
          }[row] ?? row,
        );
  },
  T31: renamed(
    'decision',
    {},
    { claimed: 'claimed_eur', awarded: 'awarded_eur', paid: 'received_eur', recovered: 'recovered_percent' },
  ),
  'T32 cases': (read, row) => read('offences', 'recorded', row),
  'T32 persons': bySex,
  'T32 citizenship': renamed('citizenship', { otherEu: 'other_eu', otherCountry: 'other' }),
  'T33 persons': renamed('age_and_sex', { otherSex: 'other_sex' }),
  'T33 citizenship': renamed('citizenship'),
  'T33 union': renamed('citizenship_eurostat', { otherEu: 'other_eu', nonEu: 'non_eu' }),
  'T33 form': renamed('form'),
  'T33 users': renamed('users'),
  'T33 judgments': renamed('judgments'),
  T34: funnel,
  'T35 verdicts': onlyTotals('rate', {
    convicted_tip: 'convicted',
    convicted_other: 'reclassified',
    total: 'judged',
  }),
  'T35 arrests': onlyTotals('arrests'),
  'T36 terms': (read, row, column) => byTerm((term) => read(null, term, column.replace('_aggregate', '')))(row),
  'T36 aggravating': turned((read, row, column) => byTerm((term) => read('aggravating_final', term, column))(row)),
  T37: renamed(
    null,
    {
      to_investigation: 'report_to_investigation',
      to_indictment: 'investigation_to_indictment',
      to_trial: 'indictment_to_trial',
      to_verdict: 'trial_to_verdict',
      to_finality: 'verdict_to_final',
      whole: 'report_to_final',
    },
    {
      finished: 'completed',
      leftBefore: 'ended_before',
      stillOpen: 'open',
      lowerQuartile: 'quartile_1',
      upperQuartile: 'quartile_3',
      least: 'minimum',
      most: 'maximum',
    },
  ),
  'T38 age': (read, row, column) => sum((ages[row] ?? [row]).map((age) => read('age', age, column))),
  'T38 role': renamed('role'),
  'T38 relation': renamed('relation'),
  'T38 prior': renamed('prior_convictions'),
  'T38 former': renamed('former_victim'),
  'T38 official': renamed('public_official'),
  'T39 share': (read, row) => {
    const [judged, appealed] = [read('appealed', 'judged', 'total'), read('appealed', 'appealed', 'total')];
    if (row === 'total') return judged;
    return row === 'yes' ? appealed : difference(judged, appealed);
  },
  'T39 outcome': (read, row, column) =>
    sum((row === 'changedJudgment' ? changed : [row]).map((outcome) => read('appellant', outcome, column))),
  'T40 decisions': (read, row, column) => {
    const [decisions, unvalued] = [read('decisions', row, 'decisions'), read('decisions', row, 'value_unknown')];
    if (column === 'value') return read('decisions', row, 'value_eur');
    if (column === 'total') return decisions;
    return column === 'unvalued' ? unvalued : difference(decisions, unvalued);
  },
  'T40 investigated': onlyTotals('financial_investigation'),
  K3: renamed(null),
  'T44 sections': renamed('sections'),
  'T44 fields': renamed('fields'),
  // What the rules say of a case stands in no row of it.
  'T44 offices': (read, row, column) => (column === 'openShare' ? undefined : read('offices', row, column)),
  'T44 delays': (read, row, column) =>
    ['dateUnknown', 'imputedShare'].includes(column) ? undefined : read('delays', row.split('.')[0] ?? row, column),
  'T44 rules': () => undefined,
  'T42 cases': renamed('cases'),
  'T42 suspected': renamed('suspected'),
  'T42 prosecuted': renamed('prosecuted'),
  'T42 convicted': renamed('convicted'),
  'T41 types': answerTimes('type'),
  'T41 countries': answerTimes('country_group'),
};
