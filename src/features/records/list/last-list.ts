/** The list that was shown last, by record type: whoever opened a record from it goes on to the next one there. */
import type { ListQuery } from '#shared/contract/list-query.ts';

const shown = new Map<string, ListQuery>();

export const rememberList = (query: ListQuery): void => void shown.set(query.entity, query);

/** For `record.neighbours`; null where no list of this record type has been shown since the window was opened. */
export const lastList = (entity: string): ListQuery | null => shown.get(entity) ?? null;

const viewed = new Map<string, string>();

/** The record that somebody went on to without going through the list. */
export const rememberViewed = (entity: string, id: string): void => void viewed.set(entity, id);

/** That record, once; null where the one opened from the list was the only one. */
export function takeViewed(entity: string): string | null {
  const id = viewed.get(entity) ?? null;
  viewed.delete(entity);
  return id;
}
