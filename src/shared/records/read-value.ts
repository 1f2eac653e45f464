/** Reading one value of a record without confusing "nothing", "a marker" and "an answer". */
import type { MissingMarker } from '../dictionary/vocabulary.ts';
import { type DayInterval, dayInterval } from './partial-date.ts';
import { type FieldValue, type GroupRow, isKnown, isMissing, type RecordContent, type Values } from './record.ts';

const none: readonly never[] = [];

/** Text, code or date; undefined where nothing is entered or a marker stands. */
export function textOf(values: Values, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Number; undefined where nothing is entered or a marker stands. */
export function numberOf(values: Values, field: string): number | undefined {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
}

/** Codes chosen in a multiple-choice field; empty where nothing is entered or a marker stands. */
export function codesOf(values: Values, field: string): readonly string[] {
  const value = values[field];
  return Array.isArray(value) ? (value as readonly string[]) : none;
}

/** The days that a date or partial date may mean; undefined where there is none. */
export function daysOf(values: Values, field: string): DayInterval | undefined {
  const text = textOf(values, field);
  return text === undefined ? undefined : dayInterval(text);
}

/** The reason why there is no value; undefined where there is one or nothing was entered. */
export function markerOf(value: FieldValue | undefined): MissingMarker | undefined {
  return isMissing(value) ? value.missing : undefined;
}

/** True where something was typed, chosen or answered by a marker. */
export function isAnswered(value: FieldValue | undefined): boolean {
  return isKnown(value) ? value !== '' : isMissing(value);
}

/** Rows of a repeating group in order. */
export function rowsOf(content: RecordContent, entity: string): readonly GroupRow[] {
  return content.groups[entity] ?? none;
}
