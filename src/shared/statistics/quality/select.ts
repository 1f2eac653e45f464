/** The records behind a figure of the data-quality page: the same readers, asked row by row. */
import { AppError } from '../../contract/errors.ts';
import type { CountedQualityFilter } from '../../contract/quality-filter.ts';
import { qualityFieldsOf } from '../../dictionary/derive-quality.ts';
import type { RegisterIndex } from '../../dictionary/register-index.ts';
import type { QualityDeclaration } from '../../dictionary/vocabulary.ts';
import { parsePeriod } from '../period.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { bitsOf, bitsReader } from './answers.ts';
import { delayReader, fitsMeasure } from './delays.ts';
import { isCounted, lineOf } from './population.ts';

type Fits = (row: number) => boolean;
type Filter<K extends CountedQualityFilter['kind']> = Extract<CountedQualityFilter, { kind: K }>;

/** Ids of the records that fit every filter, as they count; `account`: whoever asks for her own. */
export function selectRecords(
  store: ColumnStore,
  index: RegisterIndex,
  declared: QualityDeclaration,
  filters: readonly CountedQualityFilter[],
  account: string,
): string[] {
  const conditions = filters.map((filter) => conditionOf(store, index, declared, filter, account));
  const ids: string[] = [];
  for (let row = 0; row < store.rowCount; row++) {
    if (store.isAlive(row) && conditions.every((fits) => fits(row))) ids.push(store.idOf(row));
  }
  return ids;
}

function conditionOf(
  store: ColumnStore,
  index: RegisterIndex,
  declared: QualityDeclaration,
  filter: CountedQualityFilter,
  account: string,
): Fits {
  switch (filter.kind) {
    case 'counted':
      return inLine(store, declared, filter, account);
    case 'counted-answer':
      return soAnswered(store, index, filter);
    case 'delay':
      return soLate(store, declared, filter);
  }
}

function inLine(
  store: ColumnStore,
  declared: QualityDeclaration,
  { period, own, by, line }: Filter<'counted'>,
  account: string,
): Fits {
  const scope = { period: period === null ? null : parsePeriod(period), own: own ? account : null };
  const counts = isCounted(store, declared, scope);
  if (by === null || line === null) return counts;
  const key = lineOf(store, declared, by);
  return (row) => counts(row) && key(row) === line;
}

function soAnswered(
  store: ColumnStore,
  index: RegisterIndex,
  { field: wanted, section, core, answer }: Filter<'counted-answer'>,
): Fits {
  const fields = qualityFieldsOf(index, store.entity).filter(
    ({ field, isCore }) =>
      (wanted === null || field.id === wanted) && (section === null || field.section === section) && (isCore || !core),
  );
  if (fields.length === 0) throw new AppError('INVALID_INPUT', { fields: ['filters'] });
  const readers = fields.map(({ field }) => bitsReader(store, field.entity, field.id));
  const bits = bitsOf(answer);
  return (row) => readers.some((read) => (read(row) & bits) !== 0);
}

function soLate(store: ColumnStore, { delays }: QualityDeclaration, { field, measure }: Filter<'delay'>): Fits {
  const declared = delays.find(({ from }) => from === field);
  if (!declared) throw new AppError('INVALID_INPUT', { fields: ['filters'] });
  const read = delayReader(store, declared);
  return (row) => fitsMeasure(read(row), measure);
}
