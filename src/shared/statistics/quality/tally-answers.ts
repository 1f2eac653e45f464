/** Counts what stands in every field over a population: by field, by section, by line, and core fields by record. */
import type { Answers, QualityTable } from '../../contract/quality.ts';
import { qualityFieldsOf } from '../../dictionary/derive-quality.ts';
import type { RegisterIndex } from '../../dictionary/register-index.ts';
import type { ColumnStore } from '../store/column-store.ts';
import type { GrowingArray } from '../store/growing-array.ts';
import { answersFrom, countsFor, filledPlace, placeOfLine, placesIn, RecordsByAnswer } from './answers.ts';
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
  const sections = new Map<string, ReturnType<typeof pair>>();
  const { length } = population.rows;
  const coreOf: CoreOfRecords = { applies: new Uint16Array(length), filled: new Uint16Array(length) };
  const fields = qualityFieldsOf(index, store.entity).map(({ field: { id, entity, section }, isCore }) => {
    const ofSection = sections.get(section) ?? pair();
    sections.set(section, ofSection);
    const places = placesIn(store.column(entity, id));
    const span = entity === store.entity ? null : store.groupRows(entity);
    const tallied = tallyField(places, span, population, isCore ? coreOf : null);
    addTo(ofSection.all, tallied);
    if (isCore) addTo(ofSection.core, tallied);
    return { entity, field: id, section, core: isCore, answers: answersOfField(tallied, population, selected) };
  });
  const whole = pair();
  for (const { core, all } of sections.values()) {
    addTo(whole.core, core);
    addTo(whole.all, all);
  }
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

function addTo(set: SetTally, { counts, bits }: SetTally): void {
  for (let at = 0; at < counts.length; at++) increase(set.counts, at, counts[at] as number);
  for (let unit = 0; unit < bits.length; unit++) set.bits[unit] = (set.bits[unit] as number) | (bits[unit] as number);
}

/** One field over all records: a row each, or the rows of its group. */
function tallyField(
  places: Int8Array,
  span: { readonly start: GrowingArray; readonly count: GrowingArray } | null,
  population: Population,
  coreOf: CoreOfRecords | null,
): SetTally {
  const { rows, lines } = population;
  const { counts, bits } = setOf(population);
  const take = (unit: number, line: number, place: number): void => {
    if (place < 0) return;
    increase(counts, line + place, 1);
    bits[unit] = (bits[unit] as number) | (1 << place);
    if (coreOf === null) return;
    increase(coreOf.applies, unit, 1);
    if (place === filledPlace) increase(coreOf.filled, unit, 1);
  };
  for (let unit = 0; unit < rows.length; unit++) {
    const row = rows[unit] as number;
    const line = placeOfLine(lines[unit] as number);
    if (span === null) take(unit, line, places[row] as number);
    else {
      const first = span.start.at(row);
      const end = first + span.count.at(row);
      for (let each = first; each < end; each++) take(unit, line, places[each] as number);
    }
  }
  return { counts, bits };
}

function answersOfField({ counts, bits }: SetTally, { lines }: Population, selected: number | null): Answers {
  const chosen = countsFor(1);
  const records = new RecordsByAnswer();
  for (let at = 0; at < counts.length; at++) {
    const isChosen = selected === null || Math.floor(at / chosen.length) === selected;
    if (isChosen) increase(chosen, at % chosen.length, counts[at] as number);
  }
  for (let unit = 0; unit < bits.length; unit++) {
    if (selected === null || lines[unit] === selected) records.add(bits[unit] as number);
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
