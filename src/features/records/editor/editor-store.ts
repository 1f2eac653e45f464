/** The open record outside React: one field typed redraws one field. */
import type { Output } from '#shared/contract/contract.ts';
import type { RecordMeta } from '#shared/contract/record.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { differences, readField, rowsOf, sameValue, sameValues } from '#shared/records/content.ts';
import { identityKey } from '#shared/records/identity.ts';
import { rebase, rebaseValues } from '#shared/records/rebase.ts';
import type { FieldRef, FieldValue, GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import { fieldKey } from './field-key.ts';
import { type KeptOffer, takeKept } from './kept.ts';
import { removalOf } from './removal.ts';
import {
  applyStep,
  type Change,
  noSteps,
  placeOf,
  type Step,
  type Undo,
  unreadAfter,
  withoutTyping,
  withStep,
} from './undo.ts';

export type Opened = Output<'record.open'>;
/** Identifiers after two people changed them: what is stored, and what stays in the form. */
export interface Resolved {
  readonly stored: Values;
  readonly kept: Values;
}
type OpenedIdentity = Output<'identity.open'>;

export interface EditorState {
  readonly meta: RecordMeta;
  readonly allowed: Opened['allowed'];
  readonly context: Opened['context'];
  /** What the form shows. */
  readonly content: RecordContent;
  /** What the data holds at meta.revision. */
  readonly base: RecordContent;
  /** null until the vault was opened. */
  readonly identity: Values | null;
  readonly identityBase: Values | null;
  /** Texts typed into fields that are no value yet (half a date), kept so that nothing typed is lost. */
  readonly unread: Readonly<Record<string, string>>;
  /** Fields whose value the data did not take at the last save, by entity and field, with the reason. */
  readonly refused: Readonly<Record<string, string>>;
  readonly focused: FieldRef | null;
  /** Why the identity of somebody else's record was opened; reading its notes rests on the same reason. */
  readonly identityReason: string | null;
  /** How many notes a field carries, by field. */
  readonly noteCounts: Readonly<Record<string, number>>;
  /** Code under the cursor of an open list of codes. */
  readonly shownOption: string | null;
  /** What was typed before and not saved, until it has been saved or given up. */
  readonly offer: KeptOffer | null;
  /** Direct identifiers typed before wait in the draft and have not been opened yet. */
  readonly isVaultWaiting: boolean;
  readonly undo: Undo;
}

/** What the dictionary says of the record type, as far as the store must know it. */
export interface EditorShape {
  readonly index: RegisterIndex;
  readonly entity: string;
  readonly vaultEntity: string | null;
  /** Field under which the code of a person known already is typed, until the record has its number. */
  readonly codeField: string | null;
}

export const isDirty = (state: EditorState): boolean => state.content !== state.base;
export const isIdentityDirty = (state: EditorState): boolean => state.identity !== state.identityBase;
/** Something was typed that no save has taken. */
export const hasUnsaved = (state: EditorState): boolean =>
  state.allowed.edit &&
  (isDirty(state) || isIdentityDirty(state) || state.isVaultWaiting || Object.keys(state.unread).length > 0);

export type EditorStore = ReturnType<typeof createEditorStore>;

/** Holds one opened record until its page is left. */
export function createEditorStore(opened: Opened, shape: EditorShape) {
  const { index, entity, vaultEntity, codeField } = shape;
  // The code is held by the record itself; until it has a number, saving it again keeps the link to the person.
  const contentOf = ({ meta, content }: Output<'record.save'>): RecordContent =>
    codeField === null || meta.code === null || meta.number !== null
      ? content
      : { ...content, values: { ...content.values, [codeField]: meta.code } };
  const fromOpened = (record: Opened) => {
    const content = contentOf(record);
    return { meta: record.meta, allowed: record.allowed, context: record.context, content, base: content };
  };
  const begin = (): EditorState => {
    const stored = fromOpened(opened);
    const { content, unread, offer } = takeKept(index, entity, stored.base, opened.kept, opened.allowed.edit);
    return {
      ...stored,
      content,
      identity: null,
      identityBase: null,
      unread,
      refused: {},
      focused: null,
      identityReason: null,
      noteCounts: Object.fromEntries(opened.notes.map(({ at, count }) => [fieldKey(at), count])),
      shownOption: null,
      offer,
      isVaultWaiting: offer?.hasIdentity === true && !offer.isOutside,
      undo: noSteps,
    };
  };
  let state = begin();
  const listeners = new Set<() => void>();

  const set = (next: Partial<EditorState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  /** What is still to be told once the content has been saved. */
  const rest = (): KeptOffer | null =>
    state.offer !== null && state.isVaultWaiting ? { ...state.offer, changes: [], unread: {}, conflict: null } : null;

  const read = (ref: FieldRef): FieldValue =>
    ref.entity === vaultEntity ? (state.identity?.[identityKey(ref)] ?? null) : readField(state.content, ref);

  /** The form after a step; typing back what was there before leaves nothing to save. */
  const after = (step: Step, direction: 'forwards' | 'backwards'): Pick<EditorState, 'content' | 'identity'> => {
    const { content, identity } = applyStep(state, step, direction, vaultEntity);
    const isBack = step.every((change) => isAsIn(change, content, identity));
    if (!isBack) return { content, identity };
    return {
      content: differences(entity, state.base, content).length === 0 ? state.base : content,
      identity: sameValues(identity ?? {}, state.identityBase ?? {}) ? state.identityBase : identity,
    };
  };
  const isAsIn = (change: Change, content: RecordContent, identity: Values | null): boolean => {
    if (change.kind === 'row')
      return rowsOf(content, change.entity).length === rowsOf(state.base, change.entity).length;
    const { ref } = change;
    return ref.entity === vaultEntity
      ? sameValue(identity?.[identityKey(ref)], state.identityBase?.[identityKey(ref)])
      : sameValue(readField(content, ref), readField(state.base, ref));
  };

  /** Does one act and remembers how to take it back. */
  const act = (step: Step, more: Partial<EditorState> = {}): void => {
    if (step.length > 0) set({ ...more, ...after(step, 'forwards'), undo: withStep(state.undo, step) });
  };

  const travel = (direction: 'forwards' | 'backwards'): FieldRef | null => {
    const { done, undone } = state.undo;
    const [from, to] = direction === 'backwards' ? [done, undone] : [undone, done];
    const step = from.at(-1);
    if (step === undefined) return null;
    const [left, grown] = [from.slice(0, -1), [...to, step]];
    const undo = direction === 'backwards' ? { done: left, undone: grown } : { done: grown, undone: left };
    const unread = unreadAfter(state.unread, step, direction);
    set({ ...after(step, direction), unread, undo: { ...undo, isTyping: false } });
    return placeOf(step);
  };

  return {
    shape,
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    read,
    write: (ref: FieldRef, value: FieldValue): void => {
      const answered = {
        unread: without(state.unread, fieldKey(ref)),
        refused: without(state.refused, refusalKey(ref)),
      };
      const before = read(ref);
      if (sameValue(before, value)) set(answered);
      else act([{ kind: 'value', ref, before, after: value }], answered);
    },
    /** Several changes as one act: one step takes them all back. */
    change: (changes: readonly Change[]): void => act(changes),
    setUnread: (ref: FieldRef, text: string | null): void => {
      const others = without(state.unread, fieldKey(ref));
      if (text === null ? others !== state.unread : state.unread[fieldKey(ref)] !== text)
        set({ unread: text === null ? others : { ...others, [fieldKey(ref)]: text } });
    },
    setRefused: (refused: EditorState['refused']): void => set({ refused }),
    focus: (focused: FieldRef | null): void => set({ focused, undo: withoutTyping(state.undo) }),
    showOption: (shownOption: string | null): void => {
      if (shownOption !== state.shownOption) set({ shownOption });
    },
    addRow: (group: string, row: GroupRow, at = rowsOf(state.content, group).length): void =>
      act([{ kind: 'row', entity: group, row, at, isAdded: true }]),
    removeRow: (group: string, id: string): void => {
      const step = removalOf(state, vaultEntity, group, id);
      act(step, { unread: unreadAfter(state.unread, step, 'forwards') });
    },
    countNote: (at: FieldRef, more: 1 | -1): void => {
      const count = (state.noteCounts[fieldKey(at)] ?? 0) + more;
      set({ noteCounts: { ...state.noteCounts, [fieldKey(at)]: count } });
    },
    /** Take back the last step, or do it again; where the keyboard should go, null where there was nothing to do. */
    undo: () => travel('backwards'),
    redo: () => travel('forwards'),
    identityOpened: ({ values, kept }: OpenedIdentity, reason: string | null): void => {
      const isTaken = kept !== null && state.allowed.editIdentity;
      set({
        // What somebody else saved meanwhile stays where the draft did not touch it.
        identity: isTaken ? rebaseValues(kept.values, kept.base ?? values, values) : values,
        identityBase: values,
        identityReason: reason,
        isVaultWaiting: false,
        ...(isTaken ? { unread: { ...state.unread, ...kept.unread } } : {}),
      });
    },
    /** The data has stored `sent`; what was typed meanwhile stays and waits for the next save. */
    adoptSaved: (answer: Output<'record.save'>, sent: RecordContent): void => {
      const base = contentOf(answer);
      set({ meta: answer.meta, base, content: rebase(state.content, sent, base), refused: {}, offer: rest() });
    },
    adoptIdentity: (answer: Output<'identity.save'>, sent: Values, before: RecordContent): void => {
      const base = contentOf(answer);
      set({
        meta: answer.meta,
        base,
        content: rebase(state.content, before, base),
        refused: {},
        offer: rest(),
        identityBase: sent,
        identity: state.identity === null ? sent : rebaseValues(state.identity, sent, sent),
      });
    },
    /** After another person's save: their version below, and above it what is kept of ours. */
    adoptTheirs: (theirs: Opened, kept: RecordContent, identity: Resolved | null): void =>
      set({
        ...fromOpened(theirs),
        content: kept,
        offer: rest(),
        ...(identity !== null && { identityBase: identity.stored, identity: identity.kept }),
      }),
    /** What was typed and not saved is given up: the form shows what is stored. */
    giveUpKept: (): void =>
      set({
        content: state.base,
        identity: state.identityBase,
        isVaultWaiting: false,
        unread: {},
        refused: {},
        offer: null,
        undo: noSteps,
      }),
    /** What was opened of the identity is no longer what is stored; what is typed there waits all the same. */
    closeIdentity: (): void => {
      if (!isIdentityDirty(state)) set({ identity: null, identityBase: null });
    },
    /** State, rights and context anew (after completing, returning, archiving); the content only if nothing waits. */
    refresh: (fresh: Opened): void => {
      const next = fromOpened(fresh);
      set({ ...next, content: isDirty(state) ? rebase(state.content, state.base, next.content) : next.content });
    },
  };
}

/** The data names refused fields by entity and field, not by row. */
export const refusalKey = (ref: FieldRef): string => `${ref.entity}.${ref.field}`;

function without(texts: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> {
  if (!(key in texts)) return texts;
  const { [key]: _, ...others } = texts;
  return others;
}
