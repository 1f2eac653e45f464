/** Answers questions about data quality from the columns that tables are counted from. */
import { AppError } from '#shared/contract/errors.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { QualityDeclaration, RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { measureQuality, type QualityFigures, type QualityMeasure } from '#shared/statistics/quality/measure.ts';
import type { LiveStores } from '../statistics/counted-records.ts';

export interface QualityQuestion extends QualityMeasure {
  readonly entity: string;
}

interface Answered<T> {
  readonly value: T;
  /** Newest change the answer reflects. */
  readonly changeNumber: number;
}

export interface QualitySource {
  figures(question: QualityQuestion): Answered<QualityFigures>;
}

/** How quality is counted for a record type; INVALID_INPUT for anything else. */
export function qualityOf(kind: RegisterKind, entity: string): QualityDeclaration {
  const { quality } = indexOfKind(kind).register;
  const declared = Object.hasOwn(quality, entity) ? quality[entity] : undefined;
  if (!declared) throw new AppError('INVALID_INPUT', { fields: ['entity'] });
  return declared;
}

/** Quality over the columns of a register; nothing is read before the first question. */
export function createQualitySource(stores: LiveStores, kind: RegisterKind): QualitySource {
  const index = indexOfKind(kind);
  return {
    figures({ entity, ...question }) {
      const declared = qualityOf(kind, entity);
      const live = stores(entity);
      const changeNumber = live.catchUp();
      return { value: measureQuality(live.store, index, declared, question), changeNumber };
    },
  };
}
