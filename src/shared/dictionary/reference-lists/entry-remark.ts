import type { Language } from '../../languages.ts';
import type { InUse } from '../../records/in-use.ts';
import { entryName } from './entry-names.ts';

interface Entry extends InUse {
  readonly code: string;
  readonly number: number;
  readonly names: Readonly<Record<string, string>>;
  readonly successor: string | null;
}

interface Writing {
  readonly language: Language;
  date(iso: string): string;
}

/** A text with its parameters, for whoever writes it on a screen or a print. */
export interface EntryRemark {
  readonly key: `records:entry.${'from' | 'until' | 'replaced'}`;
  readonly params: Readonly<Record<string, string>>;
}

/** Until when an entry was in use and what took its place, or since when it is; null where it always is. */
export function entryRemark(
  { activeFrom, activeTo, successor }: Entry,
  entries: readonly Entry[],
  formats: Writing,
): EntryRemark | null {
  if (activeTo === null) {
    return activeFrom === null ? null : { key: 'records:entry.from', params: { date: formats.date(activeFrom) } };
  }
  const date = formats.date(activeTo);
  const next = entries.find(({ code }) => code === successor);
  if (next === undefined) return { key: 'records:entry.until', params: { date } };
  const named = `${next.number} ${entryName(next, formats.language)}`;
  return { key: 'records:entry.replaced', params: { date, successor: named } };
}
