/** Numbers that rules measure by and that an installation may set, within the bounds that its register declares. */
import type { RuleContext } from '../records/record.ts';
import type { LimitDeclaration, RegisterDeclaration } from './vocabulary.ts';

/** The number that counts here: what the installation set, else what was delivered. */
export function limitOf<N extends string>(
  declared: Readonly<Record<N, LimitDeclaration>>,
  name: N,
  { limits }: Pick<RuleContext, 'limits'>,
): number {
  return limits?.[name] ?? declared[name].delivered;
}

/** Whether a number may be set for a limit of a register: a whole one within its bounds. */
export function isWithinBounds({ least, most }: LimitDeclaration, value: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/**
 * What rules measure by, as far as it is not as delivered; '' where all of it is. The same text means that the same
 * content is judged alike.
 */
export function limitsMark({ limits = {} }: Pick<RegisterDeclaration, 'limits'>, set: RuleContext['limits']): string {
  return Object.entries(limits)
    .flatMap(([name, { delivered }]) => {
      const value = set?.[name] ?? delivered;
      return value === delivered ? [] : [`${name}=${value}`];
    })
    .toSorted()
    .join(',');
}
