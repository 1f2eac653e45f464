/** Tables of several answers whose shares are those of the persons of whom any answer is known. */

import type { ColumnStore } from '../store/column-store.ts';
import { type AnswerSource, categories, indexByKey, outside, rowsIn } from './classify.ts';
import { totalOf, unknownLine } from './lines.ts';
import { type Axis, type Line, text, type Units } from './standard-statistic.ts';

/** Everybody of whom an answer is known: counted itself, since the answers do not add up to it. */
const knownLine: Line = { key: 'known', label: text('lines.known'), kind: 'subtotal' };

/** Persons to whom the question does not apply, each told from those of whom the answer is not known. */
interface Apart {
  readonly line: Line;
  readonly isApart: (store: ColumnStore, units: Units) => (unit: number) => boolean;
}

/** Every answer of the source once, then `known`, who stands apart, `unknown`, and everybody. */
export function knownAnswers(dimension: string, source: AnswerSource, values: readonly Line[], apart?: Apart): Axis {
  const whole = [knownLine, ...(apart ? [apart.line] : []), unknownLine];
  const lines = [...values, ...whole, totalOf(whole)];
  const index = indexByKey(lines);
  const at = (key: string): number => index.get(key) as number;
  return {
    dimension,
    lines,
    several: true,
    classify: (store, units) => {
      const { entity = store.entity, codebook, each } = source(store);
      const rows = rowsIn(store, units, entity);
      const table = categories(codebook, (code) => index.get(code), outside);
      const isApart = apart?.isApart(store, units);
      const [none, elsewhere] = [[at('unknown')], apart ? [at(apart.line.key)] : []];
      const found = new Set<number>();
      return {
        several: true,
        size: index.size,
        categoriesOf: (unit) => {
          if (isApart?.(unit)) return elsewhere;
          found.clear();
          each(rows[unit] as number, (stored) => {
            const category = table[stored] as number;
            if (category !== outside) found.add(category);
          });
          return found.size === 0 ? none : [...found, at('known')];
        },
      };
    },
  };
}
