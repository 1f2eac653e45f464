import { useDebouncedValue } from '@mantine/hooks';
import { useProcedure } from '../../api/query.ts';
import { useUntilReady } from '../../api/use-until-ready.ts';
import type { Found } from './hits.ts';

/** Long enough not to ask for every letter, short enough not to be waited for. */
const settleMs = 150;
const shortestText = 2;
const limit = 6;

interface Finding {
  readonly found: Found | null;
  /** The answer is not about what stands in the box now. */
  readonly isWaiting: boolean;
  readonly error: Error | null;
}

/** What is found for a text while it is being typed; an older answer never replaces a newer one. */
export function useFound(typed: string, isWanted: boolean): Finding {
  const text = typed.trim();
  const [settled] = useDebouncedValue(text, settleMs);
  const enabled = isWanted && settled.length >= shortestText && text.length >= shortestText;
  const asked = useProcedure('search.find', { text: settled, limit }, { enabled, keepPrevious: true, forget: true });
  const found = enabled ? (asked.data ?? null) : null;
  useUntilReady(found?.names.index, asked.refetch);
  return { found, isWaiting: enabled && (asked.isFetching || settled !== text), error: enabled ? asked.error : null };
}
