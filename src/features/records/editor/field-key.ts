import type { FieldRef } from '#shared/records/record.ts';

/** One text per field of one row, for maps and for the ids of inputs. */
export const fieldKey = (ref: FieldRef): string => `${ref.entity}.${ref.row ?? ''}.${ref.field}`;

/** Id of the input of a field, to which labels, messages and jumps point. */
export const inputId = (ref: FieldRef): string => `field-${fieldKey(ref)}`;

/** The field that a key names. */
export function fieldOfKey(key: string): FieldRef {
  const [entity = '', row = '', field = ''] = key.split('.');
  return { entity, field, ...(row !== '' && { row }) };
}

/** A group as it stands in the record itself, or within one row of another group. */
export const groupKey = (entity: string, outer?: string): string =>
  outer === undefined ? entity : `${entity} ${outer}`;
