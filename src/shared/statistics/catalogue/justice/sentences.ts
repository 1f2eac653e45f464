/** Tables of sentences: K13 and T36. */
import { sentenceKinds, termClasses, termVersions } from '../../../dictionary/code-lists/counted-proceedings.ts';
import { aggravatingCircumstances } from '../../../dictionary/code-lists/sanctions.ts';
import { type Counting, oncePerYear, onDay } from '../../counting.ts';
import type { Measure, Summary } from '../../measures.ts';
import { byAnswers, byAnswersOf, byField } from '../classify.ts';
import { allOf, codeLines, totalOf, unknownLine } from '../lines.ts';
import { numberIn } from '../quantities.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { line, stageAxis, sumOf, word } from './words.ts';

const inTerm = (field: string) => ({ entity: 'term', field });

const sentenced = (version: string): Counting => ({
  key: version,
  decisions: onDay('term', 'term_day', [{ ...inTerm('term'), is: [version] }]),
});

/** The same, of persons once per calendar year. */
const sentencedPersons = (version: string): Counting => ({
  key: version,
  decisions: oncePerYear(onDay('term', 'term_day', [{ ...inTerm('term'), is: [version] }]), inTerm('term_person')),
});

const withoutTerm = sentenceKinds.filter((kind) => kind !== 'unknown' && !termClasses.some((each) => each === kind));

/** Terms as one, then life, suspended in whole and other sanctions apart. */
function kindAxis(): Axis {
  const leaves: readonly Line[] = [line('term'), ...withoutTerm.map((kind) => line(kind)), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  const lineOf = (kind: string) => (termClasses.some((each) => each === kind) ? 'term' : kind);
  return { dimension: 'sentence', lines, classify: byField(inTerm('term_kind'), lines, lineOf) };
}

/** Classes of terms and their sum, then what has no term. */
function classAxis(): Axis {
  const classes = termClasses.map((key) => line(key));
  const term = sumOf('term', classes);
  const others = [...withoutTerm.map((kind) => line(kind)), unknownLine];
  const lines = [...classes, term, ...others, totalOf([term, ...others])];
  return { dimension: 'sentence', lines, classify: byField(inTerm('term_kind'), lines) };
}

const years = (of: Summary): Measure => ({
  key: of,
  label: word(`${of}Years`),
  figure: 'years',
  of,
  basis: 'term',
  quantity: numberIn('term', 'term_years'),
});

export const averageSentence: StatisticPart = {
  part: null,
  units: 'term',
  stages: termVersions.map(sentencedPersons),
  rows: stageAxis('version', termVersions),
  columns: kindAxis(),
  drawn: 'mean',
  measures: [years('mean'), years('median'), years('least'), years('most')],
  counted: null,
  percentOf: null,
  unknown: [],
};

function aggravatingAxis(): Axis {
  const lines = [...codeLines(aggravatingCircumstances), unknownLine, allOf('tables-justice:lines.sentences')];
  return {
    dimension: 'aggravating',
    lines,
    classify: byAnswers(byAnswersOf(inTerm('term_aggravating')), lines),
    several: true,
  };
}

const aggregates = ['first_aggregate', 'final_aggregate'] as const;

export const sentences: readonly StatisticPart[] = [
  {
    part: 'terms',
    units: 'term',
    stages: aggregates.map(sentenced),
    rows: classAxis(),
    columns: stageAxis('version', aggregates),
    counted: null,
    percentOf: 'final_aggregate',
    unknown: [],
  },
  {
    part: 'aggravating',
    units: 'term',
    stages: [sentenced('final_aggregate')],
    rows: aggravatingAxis(),
    columns: classAxis(),
    counted: ['total', 'total'],
    percentOf: 'total',
    unknown: [],
  },
];
