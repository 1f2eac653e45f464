import type { TFunction } from 'i18next';
import type { Words } from '../texts/use-words.ts';
import type { SideRecord } from './merge-choice.ts';

/** Code of a record, or that it has none yet. */
export const nameOfSide = ({ meta }: Pick<SideRecord, 'meta'>, words: Words, t: TFunction<'merge'>): string =>
  meta.code ?? t('withoutCode', { entity: words.entity(meta.entity, 1) });
