/** One finding as a code of a column: rule, part and level, and whether somebody confirmed it. */
import type { RuleLevel } from '../../dictionary/vocabulary.ts';

export interface CountedFinding {
  readonly rule: string;
  readonly part: string | null;
  readonly level: RuleLevel;
  readonly confirmed: boolean;
}

const between = '|';

export const findingCode = ({ rule, part, level, confirmed }: CountedFinding): string =>
  [rule, level, confirmed ? 'confirmed' : 'open', part ?? ''].join(between);

/** Reads what `findingCode` wrote. */
export function readFindingCode(code: string): CountedFinding {
  const [rule = '', level, state, part = ''] = code.split(between);
  return {
    rule,
    level: level === 'hard' ? 'hard' : 'soft',
    confirmed: state === 'confirmed',
    part: part === '' ? null : part,
  };
}
