/** Counts what stands in every field over a population: by field, by section, by line, and core fields by record. */
import type { Answers, QualityTable } from '../../contract/quality.ts';
import { qualityFieldsOf } from '../../dictionary/derive-quality.ts';
import type { RegisterIndex } from '../../dictionary/register-index.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { type AnswerReader, answerReader, answersFrom, countsFor, placeOfLine, RecordsByAnswer } from './answers.ts';
import type { Population } from './population.ts';

/** Answers of a set of fields: counts line by line, and which answers each record holds, as bits. */
interface SetTally {
  readonly counts: Float64Array;
  readonly bits: Uint8Array;
}

/** Core answers of each record. */
export interface CoreOfRecords {
  readonly applies: Uint16Array;
  readonly filled: Uint16Array;
}

export interface AnswersByLine {
  readonly all: Answers;
  readonly lines: readonly Answers[];
}

export interface TalliedAnswers {
  readonly core: AnswersByLine;
  readonly whole: AnswersByLine;
  readonly coreOf: CoreOfRecords;
  /** Of the line selected. */
  readonly fields: QualityTable['fields'];
  readonly sections: QualityTable['sections'];
}

/** `selected`: index of the line that fields and sections are of, or null for all lines together. */
export function tallyAnswers(
  store: ColumnStore,
  index: RegisterIndex,
  population: Population,
  selected: number | null,
): TalliedAnswers {
  const pair = () => ({ core: setOf(population), all: setOf(population) });
  const whole = pair();
  const sections = new Map<string, typeof whole>();
  const { length } = population.rows;
  const coreOf: CoreOfRecords = { applies: new Uint16Array(length), filled: new Uint16Array(length) };
  const fields = qualityFieldsOf(index, store.entity).map(({ field: { id, entity, section }, isCore }) => {
    const ofSection = sections.get(section) ?? pair();
    sections.set(section, ofSection);
    const sets = [whole.all, ofSection.all, ...(isCore ? [whole.core, ofSection.core] : [])];
    const read = answerReader(store, entity, id);
    const answers = tallyField(read, population, selected, sets, isCore ? coreOf : null);
    return { entity, field: id, section, core: isCore, answers };
  });
  const ofSelected = (set: SetTally): Answers => {
    const { all, lines } = byLine(set, population);
    return selected === null ? all : (lines[selected] ?? noAnswers());
  };
  return {
    core: byLine(whole.core, population),
    whole: byLine(whole.all, population),
    coreOf,
    fields,
    sections: [...sections].map(([section, { core, all }]) => ({
      section,
      core: ofSelected(core),
      all: ofSelected(all),
    })),
  };
}

const linesOf = ({ keys }: Population): number => Math.max(1, keys.length);

const setOf = (population: Population): SetTally => ({
  counts: countsFor(linesOf(population)),
  bits: new Uint8Array(population.rows.length),
});

const noAnswers = (): Answers => answersFrom(countsFor(1), 0, new RecordsByAnswer());

const increase = (counts: Float64Array | Uint16Array, at: number, by: number): void => {
  counts[at] = (counts[at] as number) + by;
};

/** Counts one field over all records, and into the sets that it belongs to. */
function tallyField(
  read: AnswerReader,
  { rows, lines }: Population,
  selected: number | null,
  sets: readonly SetTally[],
  coreOf: CoreOfRecords | null,
): Answers {
  const chosen = countsFor(1);
  const one = countsFor(1);
  const records = new RecordsByAnswer();
  for (let unit = 0; unit < rows.length; unit++) {
    const bits = read(rows[unit] as number, one, 0);
    if (bits === 0) continue;
    const line = lines[unit] as number;
    const isChosen = selected === null || line === selected;
    for (let place = 0; place < one.length; place++) {
      const count = one[place] as number;
      if (count === 0) continue;
      one[place] = 0;
      if (isChosen) increase(chosen, place, count);
      for (const { counts } of sets) increase(counts, placeOfLine(line) + place, count);
      if (coreOf) increase(coreOf.applies, unit, count);
      // A value is the first of the answers told apart.
      if (coreOf && place === 0) increase(coreOf.filled, unit, count);
    }
    for (const set of sets) set.bits[unit] = (set.bits[unit] as number) | bits;
    if (isChosen) records.add(bits);
  }
  return answersFrom(chosen, 0, records);
}

/** Answers of a set over all records, and line by line. */
function byLine(set: SetTally, population: Population): AnswersByLine {
  const count = linesOf(population);
  const all = new RecordsByAnswer();
  const records = Array.from({ length: count }, () => new RecordsByAnswer());
  for (let unit = 0; unit < population.rows.length; unit++) {
    const bits = set.bits[unit] as number;
    all.add(bits);
    records[population.lines[unit] as number]?.add(bits);
  }
  const total = countsFor(1);
  for (let at = 0; at < set.counts.length; at++) increase(total, at % total.length, set.counts[at] as number);
  return {
    all: answersFrom(total, 0, all),
    lines: records.map((ofLine, line) => answersFrom(set.counts, placeOfLine(line), ofLine)),
  };
}
