/** Table T44: the quality of the data of one record type, from columns. */
import type { QualityLine, QualityTable } from '../../contract/quality.ts';
import type { Breakdown } from '../../contract/quality-filter.ts';
import type { RegisterIndex } from '../../dictionary/register-index.ts';
import type { QualityDeclaration } from '../../dictionary/vocabulary.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { DelayTally, delayReader } from './delays.ts';
import { findingReader, RuleTally } from './findings.ts';
import { lineOf, type Population, populationOf, type QualityScope, yearOf } from './population.ts';
import { inOrderOfNeed } from './share.ts';
import { type CoreOfRecords, type TalliedAnswers, tallyAnswers } from './tally-answers.ts';

export interface QualityMeasure extends QualityScope {
  readonly by: Breakdown | null;
  /** Line that fields, sections and rules are of; null: all lines together. */
  readonly line: string | null;
}

/** What the columns tell; names, stamp and digest are added by whoever asks. */
export type QualityFigures = Pick<QualityTable, 'lines' | 'years' | 'fields' | 'sections' | 'draftsLeftOut'> & {
  readonly rules: NonNullable<QualityTable['rules']>;
};

/** Counts everything that the question asks for. */
export function measureQuality(
  store: ColumnStore,
  index: RegisterIndex,
  declared: QualityDeclaration,
  question: QualityMeasure,
): QualityFigures {
  const { by, own } = question;
  const population = populationOf(store, declared, question, by === null ? null : lineOf(store, declared, by));
  const selected = question.line === null ? null : population.keys.indexOf(question.line);
  const answers = tallyAnswers(store, index, population, selected);
  const records = tallyRecords(store, declared, population, selected);
  const lines = linesOf(population, answers, records);
  const order = inOrder(lines, by);
  return {
    lines: [wholeLine(answers, records), ...order.map((at) => lines[at] as QualityLine)],
    years: by === null || by === 'year' ? null : yearsOf(store, declared, population, answers.coreOf, order),
    fields: inOrderOfNeed(answers.fields),
    sections: answers.sections,
    rules: records.rules.result(),
    draftsLeftOut: own === null ? store.draftCount : store.draftsOf(own),
  };
}

/** Records of a line: how many, how late, and what the rules say of them. */
class RecordTally {
  records = 0;
  open = 0;
  confirmed = 0;
  readonly delays: readonly DelayTally[];

  constructor({ delays }: QualityDeclaration) {
    this.delays = delays.map((each) => new DelayTally(each));
  }
}

interface TalliedRecords {
  readonly all: RecordTally;
  readonly lines: readonly RecordTally[];
  /** Of the line selected. */
  readonly rules: RuleTally;
}

function tallyRecords(
  store: ColumnStore,
  declared: QualityDeclaration,
  { rows, lines, keys }: Population,
  selected: number | null,
): TalliedRecords {
  const readDelays = declared.delays.map((each) => delayReader(store, each));
  const readFindings = findingReader(store);
  const all = new RecordTally(declared);
  const ofLine = keys.map(() => new RecordTally(declared));
  const rules = new RuleTally();
  for (let unit = 0; unit < rows.length; unit++) {
    const row = rows[unit] as number;
    const line = lines[unit] as number;
    const found = readFindings(row);
    const delays = readDelays.map((read) => read(row));
    for (const tally of [all, ofLine[line]]) {
      if (!tally) continue;
      tally.records += 1;
      if (found.some(({ confirmed }) => !confirmed)) tally.open += 1;
      if (found.some(({ confirmed }) => confirmed)) tally.confirmed += 1;
      delays.forEach((delay, at) => {
        tally.delays[at]?.add(delay);
      });
    }
    if (selected === null || line === selected) rules.add(found);
  }
  return { all, lines: ofLine, rules };
}

const lineFrom = (
  key: string | null,
  { records, open, confirmed, delays }: RecordTally,
  answers: Pick<QualityLine, 'core' | 'all'>,
): QualityLine => ({
  key,
  name: null,
  records,
  ...answers,
  delays: delays.map((tally) => tally.result()),
  open,
  confirmed,
});

const wholeLine = ({ core, whole }: TalliedAnswers, records: TalliedRecords): QualityLine =>
  lineFrom(null, records.all, { core: core.all, all: whole.all });

function linesOf({ keys }: Population, { core, whole }: TalliedAnswers, records: TalliedRecords): QualityLine[] {
  return keys.flatMap((key, at) => {
    const [tally, ofCore, ofAll] = [records.lines[at], core.lines[at], whole.lines[at]];
    return tally && ofCore && ofAll ? [lineFrom(key, tally, { core: ofCore, all: ofAll })] : [];
  });
}

/** A line to which no core field applies has no gap. */
const share = ({ core: { applies, filled } }: QualityLine): number =>
  applies.count === 0 ? 1 : filled.count / applies.count;

/** The least complete first, years in their order; equal ones by key, so that the order is always the same. */
function inOrder(lines: readonly QualityLine[], by: Breakdown | null): number[] {
  const compare = (a: QualityLine, b: QualityLine): number =>
    (by === 'year' ? 0 : share(a) - share(b)) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
  return lines.map((_, at) => at).sort((a, b) => compare(lines[a] as QualityLine, lines[b] as QualityLine));
}

function yearsOf(
  store: ColumnStore,
  declared: QualityDeclaration,
  { rows, lines, keys }: Population,
  coreOf: CoreOfRecords,
  order: readonly number[],
): NonNullable<QualityFigures['years']> {
  const none = { records: 0, applies: 0, filled: 0 };
  const year = yearOf(store, declared);
  const found = keys.map(() => new Map<string, typeof none>());
  const years = new Set<string>();
  for (let unit = 0; unit < rows.length; unit++) {
    const key = year(rows[unit] as number);
    const cells = found[lines[unit] as number];
    const cell = cells?.get(key) ?? { ...none };
    cell.records += 1;
    cell.applies += coreOf.applies[unit] as number;
    cell.filled += coreOf.filled[unit] as number;
    cells?.set(key, cell);
    years.add(key);
  }
  const sorted = [...years].sort();
  return { years: sorted, cells: order.map((line) => sorted.map((key) => found[line]?.get(key) ?? { ...none })) };
}
