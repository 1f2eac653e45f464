/** What a code field offers for what was typed, and what it says of entries that are retired. */
import { type CodeOption, findOptions, findRetired, namedRetired } from './code-options.ts';

export interface Found {
  /** What fits; what took the place of a retired entry stands behind it, or before it where the entry itself was named. */
  readonly found: readonly CodeOption[];
  /** The retired entry for which an option is offered, by the code of the option. */
  readonly insteadOf: ReadonlyMap<string, CodeOption>;
  /** Retired entries that fit and have nothing in their place. */
  readonly retired: readonly CodeOption[];
}

export const nothingFound: Found = { found: [], insteadOf: new Map(), retired: [] };
/** Part of a name fits many entries; more than a few notes would hide what can be chosen. */
const mostRetired = 3;

/** Searches the offered and the retired entries; Enter on the first never chooses another number than the one typed. */
export function searchOptions(options: readonly CodeOption[], query: string, fold: (text: string) => string): Found {
  const direct = findOptions(options, query, fold);
  const matches = findRetired(options, query, fold).slice(0, mostRetired);
  const insteadOf = new Map(
    matches.flatMap(({ option, successor }) => (successor === null ? [] : [[successor.code, option] as const])),
  );
  const retired = matches.flatMap(({ option, successor }) => (successor === null ? [option] : []));
  const typed = query.trim();
  const isExact = ({ number, folded }: CodeOption) => String(number) === typed || folded === fold(typed);
  const named = direct.some(isExact) ? null : namedRetired(options, query, fold);
  // 1 is retired and 10 begins with it: whoever learnt the 1 must not get the 10.
  if (named !== null && named.successor === null) return { found: [], insteadOf, retired };
  const isSuccessor = ({ code }: CodeOption) => insteadOf.has(code);
  const first = named === null ? [] : options.filter(({ code }) => code === named.successor?.code);
  const known = new Set([...first, ...direct].map(({ code }) => code));
  const others = options.filter((option) => isSuccessor(option) && !known.has(option.code));
  const rest = direct.filter((option) => !first.includes(option));
  return { found: [...first, ...rest, ...others], insteadOf, retired };
}
