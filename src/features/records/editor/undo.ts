/** What was done to the open record, step by step, so that each step can be taken back and done again. */

import { insertRow, removeRow, writeField } from '#shared/records/content.ts';
import { identityKey } from '#shared/records/identity.ts';
import type { FieldRef, FieldValue, GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import { fieldKey } from './field-key.ts';

/** One change as plain data: it is taken back on whatever the record holds then, so a save in between does no harm. */
export type Change =
  | { readonly kind: 'value'; readonly ref: FieldRef; readonly before: FieldValue; readonly after: FieldValue }
  | {
      readonly kind: 'row';
      readonly entity: string;
      readonly row: GroupRow;
      readonly at: number;
      readonly isAdded: boolean;
      /** Texts of the removed row that were no value yet, by field; they come back with it. */
      readonly unread?: Readonly<Record<string, string>>;
    };

/** Changes that were made by one act, such as copying several values. */
export type Step = readonly Change[];

export interface Undo {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** Typing goes on in the field of the last step: the next letter belongs to the same step. */
  readonly isTyping: boolean;
}

export const noSteps: Undo = { done: [], undone: [], isTyping: false };

/** Steps beyond these are forgotten. */
const mostSteps = 500;

/** Adds a step; letters typed one after another into one field are one step. */
export function withStep(undo: Undo, step: Step): Undo {
  const last = undo.done.at(-1);
  const joined = undo.isTyping && last !== undefined ? joinTyping(last, step) : null;
  const done = joined === null ? [...undo.done, step].slice(-mostSteps) : [...undo.done.slice(0, -1), joined];
  return { done, undone: [], isTyping: step.length === 1 && step[0]?.kind === 'value' };
}

/** Leaving a field ends its step. */
export const withoutTyping = (undo: Undo): Undo => (undo.isTyping ? { ...undo, isTyping: false } : undo);

function joinTyping(last: Step, next: Step): Step | null {
  const [earlier, more] = [last[0], next[0]];
  if (last.length !== 1 || next.length !== 1 || earlier?.kind !== 'value' || more?.kind !== 'value') return null;
  // Choosing and taking away a code are steps of their own.
  const isText = [earlier.before, more.after].every((value) => value === null || typeof value !== 'object');
  if (!isText || fieldKey(earlier.ref) !== fieldKey(more.ref)) return null;
  return [{ ...earlier, after: more.after }];
}

export interface Undoable {
  readonly content: RecordContent;
  readonly identity: Values | null;
}

/** Applies changes forwards, or takes them back in the opposite order. */
export function applyStep(
  state: Undoable,
  step: Step,
  direction: 'forwards' | 'backwards',
  vaultEntity: string | null,
): Undoable {
  let { content, identity } = state;
  for (const change of direction === 'forwards' ? step : step.toReversed()) {
    if (change.kind === 'row') {
      const { entity, row, at } = change;
      const isThere = change.isAdded === (direction === 'forwards');
      content = isThere ? insertRow(content, entity, row, at) : removeRow(content, entity, row.id);
      continue;
    }
    const { ref } = change;
    const value = direction === 'forwards' ? change.after : change.before;
    if (ref.entity === vaultEntity) identity = { ...identity, [identityKey(ref)]: value };
    else content = writeField(content, ref, value);
  }
  return { content, identity };
}

/** Texts that are no value yet, after a step: an answered field has none, and those of a row go and come with it. */
export function unreadAfter(
  unread: Readonly<Record<string, string>>,
  step: Step,
  direction: 'forwards' | 'backwards',
): Readonly<Record<string, string>> {
  let texts = unread;
  for (const change of step) {
    if (change.kind === 'value') texts = withoutKeys(texts, (key) => key === fieldKey(change.ref));
    else if (change.isAdded !== (direction === 'forwards'))
      texts = withoutKeys(texts, (key) => isOfRow(change.entity, change.row.id)(key) || key in (change.unread ?? {}));
    else if (change.unread !== undefined) texts = { ...texts, ...change.unread };
  }
  return texts;
}

/** Tells the keys of the fields of one row. */
export const isOfRow =
  (entity: string, row: string) =>
  (key: string): boolean =>
    key.startsWith(fieldKey({ entity, row, field: '' }));

function withoutKeys(
  texts: Readonly<Record<string, string>>,
  isGone: (key: string) => boolean,
): Readonly<Record<string, string>> {
  const left = Object.entries(texts).filter(([key]) => !isGone(key));
  return left.length === Object.keys(texts).length ? texts : Object.fromEntries(left);
}

/** Where the keyboard goes after a step was taken back or done again. */
export function placeOf(step: Step): FieldRef | null {
  const [change] = step;
  if (change === undefined) return null;
  return change.kind === 'value' ? change.ref : { entity: change.entity, row: change.row.id, field: '' };
}
