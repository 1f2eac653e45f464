import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import type { FieldRef, Finding, RecordContent, RuleContext } from '#shared/records/record.ts';
import { call } from '../../../api/client.ts';
import { failureOf } from '../../../api/failure.ts';
import { queryKey } from '../../../api/query.ts';
import type { Confirmation } from '../dialogs/completion-dialog.tsx';
import { type Conflict, conflictOf, type IdentityConflict, identityConflictOf } from '../editor/conflict.ts';
import type { EditorStore, Opened, Resolved } from '../editor/editor-store.ts';
import { fieldOfKey } from '../editor/field-key.ts';
import { type KeptOffer, typedConflict } from '../editor/kept.ts';
import type { Saver } from '../editor/saver.ts';
import { evaluate } from '../form/evaluation.ts';
import type { FormModel } from '../form/form-model.ts';

export type Step = 'number' | 'complete' | 'verify';
export type RecordDialog =
  | { readonly kind: 'findings'; readonly step: Step; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'conflict';
      readonly conflict: Conflict;
      readonly theirs: Opened;
      /** null while the vault has not been opened here. */
      readonly identity: IdentityConflict | null;
    }
  | {
      readonly kind:
        | 'reason'
        | 'return'
        | 'bin'
        | 'restore'
        | 'history'
        | 'attachments'
        | 'print'
        | 'paper'
        | 'copy'
        | 'compare'
        | 'merges'
        | 'second-pass';
    };

/** Dialogs that somebody opens; the others come when a save or a step asks. */
type Shown = Exclude<RecordDialog['kind'], 'findings' | 'conflict' | 'reason'>;

type Tools = {
  store: EditorStore;
  saver: Saver;
  model: FormModel;
  context: RuleContext;
  onJump: (field: FieldRef) => void;
  onGone: () => void;
  /** Another record takes the place of this one. */
  onNext: (id: string) => void;
};

/** What can be done with the open record beside typing; each step saves first and asks for its rights again after. */
export function useRecordActions({ store, saver, model, context, onJump, onGone, onNext }: Tools) {
  const client = useQueryClient();
  const [dialog, setDialog] = useState<RecordDialog | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<unknown>(null);
  const { id } = store.get().meta;

  const reopen = () => call('record.open', { id });
  const refresh = async () => store.refresh(await reopen());
  const at = () => ({ id, revision: store.get().meta.revision });

  /** Findings over what the form shows, with the derived values in it. */
  const findingsAt = (stage: 'number' | 'complete') => {
    const { content, identity } = store.get();
    const subject = { entity: model.entity, id, ...content, ...(identity === null ? {} : { identity }) };
    return evaluateRecord(model.register, model.register.derive(subject, context), context, stage);
  };

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setThrown(null);
    try {
      await work();
    } catch (error) {
      setThrown(error);
    } finally {
      setBusy(false);
      // The rail and the list count states; the history has a new entry.
      void client.invalidateQueries({ queryKey: queryKey('record.count') });
      client.removeQueries({ queryKey: queryKey('record.history') });
    }
  };

  const openConflict = async () => {
    const theirs = await reopen();
    const { base, content } = store.get();
    const conflict = typedConflict(model.index, conflictOf(model.entity, base, content, theirs.content));
    setDialog({ kind: 'conflict', theirs, conflict, identity: await identityConflict() });
  };

  /** Identifiers are saved all at once: those that somebody else changed must not go back to what stands here. */
  const identityConflict = async (): Promise<IdentityConflict | null> => {
    const { identity, identityReason } = store.get();
    if (identity === null || model.vaultEntity === null) return null;
    const stored = await call('identity.open', { recordId: id, reason: identityReason });
    const latest = store.get();
    return identityConflictOf(model.vaultEntity, latest.identityBase ?? {}, latest.identity ?? {}, stored.values);
  };

  const save = async (reason?: string): Promise<boolean> => {
    const isSaved = await saver.save(reason);
    if (isSaved) {
      client.removeQueries({ queryKey: queryKey('record.history') });
      setDialog((open) => (open?.kind === 'reason' ? null : open));
      return true;
    }
    const state = saver.get();
    if (state.phase !== 'failed') return false;
    if (state.failure.code === 'STALE_REVISION') await openConflict();
    else if (state.failure.code === 'REASON_NEEDED') setDialog({ kind: 'reason' });
    else if (state.failure.code === 'RULES_VIOLATED')
      setDialog({ kind: 'findings', step: 'complete', findings: findingsAt('complete') });
    return false;
  };

  /** Leads to a text that is no value. That of a field nobody is asked any more is given up: no input could mend it. */
  const hasUnread = (): boolean => {
    const { meta, content, identity, unread } = store.get();
    const texts = Object.keys(unread);
    if (texts.length === 0) return false;
    const { hasIdentity } = meta;
    const { inapplicable, setByProgram } = evaluate(model, { id, content, identity, hasIdentity }, context);
    const isAsked = (text: string) => !inapplicable.has(text) && !setByProgram.has(text);
    for (const text of texts) if (!isAsked(text)) store.setUnread(fieldOfKey(text), null);
    const key = texts.find(isAsked);
    if (key === undefined) return false;
    onJump(fieldOfKey(key));
    return true;
  };

  const giveNumber = async (): Promise<boolean> => {
    if (store.get().meta.number !== null) return true;
    const due = findingsAt('number').filter((finding) => finding.level === 'hard');
    if (due.length > 0) {
      setDialog({ kind: 'findings', step: 'number', findings: due });
      return false;
    }
    await call('record.number', at());
    await refresh();
    return true;
  };

  const finish = async (step: 'complete' | 'verify', confirmations: Confirmation[]) => {
    await call(step === 'complete' ? 'record.complete' : 'record.verify', { ...at(), confirmations });
    setDialog(null);
    await refresh();
  };

  /** A refusal by the rules shows what the data found, which may know more than the window. */
  const tryFinish = async (step: 'complete' | 'verify', confirmations: Confirmation[]) => {
    try {
      await finish(step, confirmations);
    } catch (error) {
      const { code } = failureOf(error);
      if (code !== 'RULES_VIOLATED' && code !== 'REASON_NEEDED') throw error;
      const { findings } = await call('record.check', { id });
      setDialog({ kind: 'findings', step, findings });
    }
  };

  const complete = () =>
    attempt(async () => {
      if (hasUnread() || !(await save())) return;
      const findings = findingsAt('complete');
      if (findings.length > 0) setDialog({ kind: 'findings', step: 'complete', findings });
      else if (await giveNumber()) await tryFinish('complete', []);
    });

  const confirmFindings = (step: Step, confirmations: Confirmation[]) =>
    attempt(async () => {
      if (step === 'number' || (step === 'complete' && !(await giveNumber()))) return;
      await tryFinish(step === 'complete' ? 'complete' : 'verify', confirmations);
    });

  return {
    dialog,
    isBusy,
    thrown,
    show: (kind: Shown) => setDialog({ kind }),
    close: () => {
      setDialog(null);
      saver.forgetFailure();
    },
    forget: () => setThrown(null),
    save: () => attempt(async () => void (hasUnread() || (await save()))),
    /** Stores this record and begins the next one of its type. */
    saveAndNew: () =>
      attempt(async () => {
        if (hasUnread() || !(await save())) return;
        const { meta } = await call('record.create', { entity: model.entity });
        onNext(meta.id);
      }),
    saveWithReason: (reason: string) => attempt(async () => void (await save(reason))),
    number: () => attempt(async () => void (!hasUnread() && (await save()) && (await giveNumber()))),
    complete,
    confirmFindings,
    verify: () => attempt(async () => void (!hasUnread() && (await save()) && (await tryFinish('verify', [])))),
    returnForCorrection: (reason: string) =>
      attempt(async () => {
        await call('record.return', { ...at(), reason });
        setDialog(null);
        await refresh();
      }),
    archive: (archived: boolean) =>
      attempt(async () => {
        if (hasUnread() || !(await save())) return;
        await call('record.archive', { ...at(), archived });
        await refresh();
      }),
    bin: (reason: string) =>
      attempt(async () => {
        await call('record.bin', { ...at(), reason });
        setDialog(null);
        onGone();
      }),
    restore: (reason: string) =>
      attempt(async () => {
        await call('record.restore', { id, reason });
        setDialog(null);
        await refresh();
      }),
    /** The record was changed by what a dialog did. */
    changed: () =>
      attempt(async () => {
        setDialog(null);
        store.closeIdentity();
        await refresh();
      }),
    /** Both versions of a record that somebody saved while a draft of it waited. */
    compareKept: ({ conflict }: KeptOffer) =>
      attempt(async () => {
        if (conflict !== null)
          setDialog({ kind: 'conflict', theirs: await reopen(), conflict, identity: await identityConflict() });
      }),
    resolve: (theirs: Opened, content: RecordContent, identity: Resolved | null) =>
      attempt(async () => {
        store.adoptTheirs(theirs, content, identity);
        saver.forgetFailure();
        setDialog(null);
        if (content !== theirs.content || (identity !== null && identity.kept !== identity.stored)) await save();
      }),
  };
}

export type RecordActions = ReturnType<typeof useRecordActions>;
