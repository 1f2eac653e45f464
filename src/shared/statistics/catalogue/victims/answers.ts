/** What all rows of a group of a registration answer together. */
import type { ColumnStore } from '../../store/column-store.ts';
import type { AnswerSource } from '../classify.ts';
import type { Units } from '../standard-statistic.ts';

/** Answers of a code field in every row of a group of the record. */
export const codesInGroup =
  (entity: string, field: string): AnswerSource =>
  (store) => {
    const { codebook, values } = store.code(entity, field);
    const { start, count } = store.groupRows(entity);
    return {
      codebook,
      each: (row, emit) => {
        for (let at = start.at(row); at < start.at(row) + count.at(row); at++) emit(values.at(at));
      },
    };
  };

/** Answers of a field of several answers in every row of a group of the record. */
export const answersInGroup =
  (entity: string, field: string): AnswerSource =>
  (store) => {
    const { start, count } = store.groupRows(entity);
    const { codebook, offsets, values } = store.codes(entity, field);
    return {
      codebook,
      each: (row, emit) => {
        const [from, to] = [start.at(row), start.at(row) + count.at(row)];
        for (let at = offsets.at(from); at < offsets.at(to); at++) emit(values.at(at));
      },
    };
  };

/** Units whose record says that nobody has exploited the person yet. */
export function isNotYetExploited(store: ColumnStore, { rows }: Units): (unit: number) => boolean {
  const { codebook, values } = store.code('victim', 'exploitation_stage');
  const notYet = codebook.numberOf('not_yet_exploited');
  return (unit) => values.at(rows[unit] as number) === notYet;
}
