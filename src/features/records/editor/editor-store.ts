/** The open record outside React: one field typed redraws one field. */
import type { Output } from '#shared/contract/contract.ts';
import type { RecordMeta } from '#shared/contract/record.ts';
import type { FieldRef, FieldValue, GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import { insertRow, readField, rowsOf, withRows, writeField } from './content.ts';
import { fieldKey } from './field-key.ts';
import { rebase, rebaseValues } from './rebase.ts';

export type Opened = Output<'record.open'>;

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
}

/** What the dictionary says of the record type, as far as the store must know it. */
export interface EditorShape {
  readonly vaultEntity: string | null;
  /** Field under which the code of a person known already is typed, until the record has its number. */
  readonly codeField: string | null;
}

export interface RemovedRow {
  readonly entity: string;
  readonly row: GroupRow;
  readonly at: number;
}

export const isDirty = (state: EditorState): boolean => state.content !== state.base;
export const isIdentityDirty = (state: EditorState): boolean => state.identity !== state.identityBase;

export type EditorStore = ReturnType<typeof createEditorStore>;

/** Holds one opened record until its page is left. */
export function createEditorStore(opened: Opened, { vaultEntity, codeField }: EditorShape) {
  // The code is held by the record itself; until it has a number, saving it again keeps the link to the person.
  const contentOf = ({ meta, content }: Output<'record.save'>): RecordContent =>
    codeField === null || meta.code === null || meta.number !== null
      ? content
      : { ...content, values: { ...content.values, [codeField]: meta.code } };
  const fromOpened = (record: Opened) => {
    const content = contentOf(record);
    return { meta: record.meta, allowed: record.allowed, context: record.context, content, base: content };
  };
  let state: EditorState = {
    ...fromOpened(opened),
    identity: null,
    identityBase: null,
    unread: {},
    refused: {},
    focused: null,
  };
  const listeners = new Set<() => void>();

  const set = (next: Partial<EditorState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    read: (ref: FieldRef): FieldValue =>
      ref.entity === vaultEntity ? (state.identity?.[ref.field] ?? null) : readField(state.content, ref),
    write: (ref: FieldRef, value: FieldValue): void => {
      const answered = {
        unread: without(state.unread, fieldKey(ref)),
        refused: without(state.refused, refusalKey(ref)),
      };
      if (ref.entity === vaultEntity) set({ ...answered, identity: { ...state.identity, [ref.field]: value } });
      else set({ ...answered, content: writeField(state.content, ref, value) });
    },
    setUnread: (ref: FieldRef, text: string | null): void => {
      const others = without(state.unread, fieldKey(ref));
      set({ unread: text === null ? others : { ...others, [fieldKey(ref)]: text } });
    },
    setRefused: (refused: EditorState['refused']): void => set({ refused }),
    focus: (focused: FieldRef | null): void => set({ focused }),
    addRow: (entity: string, row: GroupRow, at = rowsOf(state.content, entity).length): void =>
      set({ content: insertRow(state.content, entity, row, at) }),
    removeRow: (entity: string, id: string): RemovedRow | null => {
      const rows = rowsOf(state.content, entity);
      const at = rows.findIndex((row) => row.id === id);
      const row = rows[at];
      if (row === undefined) return null;
      set({
        content: withRows(
          state.content,
          entity,
          rows.filter((other) => other.id !== id),
        ),
      });
      return { entity, row, at };
    },
    restoreRow: ({ entity, row, at }: RemovedRow): void => set({ content: insertRow(state.content, entity, row, at) }),
    identityOpened: (identity: Values): void => set({ identity, identityBase: identity }),
    /** The data has stored `sent`; what was typed meanwhile stays and waits for the next save. */
    adoptSaved: (answer: Output<'record.save'>, sent: RecordContent): void => {
      const base = contentOf(answer);
      set({ meta: answer.meta, base, content: rebase(state.content, sent, base), refused: {} });
    },
    adoptIdentity: (answer: Output<'identity.save'>, sent: Values, before: RecordContent): void => {
      const base = contentOf(answer);
      set({
        meta: answer.meta,
        base,
        content: rebase(state.content, before, base),
        refused: {},
        identityBase: sent,
        identity: state.identity === null ? sent : rebaseValues(state.identity, sent, sent),
      });
    },
    /** After another person's save: their version below, and above it what is kept of ours. */
    adoptTheirs: (theirs: Opened, kept: RecordContent): void => set({ ...fromOpened(theirs), content: kept }),
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
