import { useTranslation } from 'react-i18next';
import type { FieldRef } from '#shared/records/record.ts';
import { AttachmentsDrawer } from '../attachments/attachments-drawer.tsx';
import { CompletionDialog } from '../dialogs/completion-dialog.tsx';
import { ConflictDialog } from '../dialogs/conflict-dialog.tsx';
import { CopyDialog } from '../dialogs/copy-dialog.tsx';
import { HistoryDrawer } from '../dialogs/history-drawer.tsx';
import { PaperDialog } from '../dialogs/paper-dialog.tsx';
import { PrintDialog } from '../dialogs/print-dialog.tsx';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { useEditor } from '../form/form-context.ts';
import { CompareDialog } from '../merge/compare-dialog.tsx';
import { MergesDialog } from '../merge/merges-dialog.tsx';
import { SecondPassDialog } from '../second-pass/second-pass-dialog.tsx';
import type { RecordActions } from './use-record-actions.ts';

type RecordDialogsProps = {
  /** Records that look like the same person. */
  likelyDuplicates: readonly string[];
  actions: RecordActions;
  onJump: (field: FieldRef) => void;
  /** A sentence that says what was saved where. */
  onPrinted: (sentence: string) => void;
};

/** The dialog that is open now, if any. */
export function RecordDialogs({ actions, likelyDuplicates, onJump, onPrinted }: RecordDialogsProps) {
  const { t } = useTranslation('records');
  const meta = useEditor((state) => state.meta);
  const identityAccess = useEditor((state) => state.allowed.identity);
  const canShowIdentity = identityAccess === 'open';
  const { dialog, close, isBusy } = actions;
  if (dialog === null) return null;
  const reasonDialog = { busy: isBusy, onClose: close };
  switch (dialog.kind) {
    case 'findings':
      return (
        <CompletionDialog
          action={t(
            dialog.step === 'verify' ? 'page.verify' : dialog.step === 'number' ? 'page.giveNumber' : 'page.complete',
          )}
          busy={isBusy}
          findings={dialog.findings}
          onClose={close}
          onConfirm={(confirmations) => void actions.confirmFindings(dialog.step, confirmations)}
          onJump={(field) => {
            close();
            onJump(field);
          }}
          title={t(`complete.title.${dialog.step}`)}
        />
      );
    case 'conflict':
      return (
        <ConflictDialog
          conflict={dialog.conflict}
          identity={dialog.identity}
          onClose={close}
          onResolve={(content, identity) => void actions.resolve(dialog.theirs, content, identity)}
          theirs={dialog.theirs}
        />
      );
    case 'reason':
      return (
        <ReasonDialog
          {...reasonDialog}
          action={t('page.save')}
          onConfirm={actions.saveWithReason}
          title={t('reason.change')}
        />
      );
    case 'return':
      return (
        <ReasonDialog
          {...reasonDialog}
          action={t('page.return')}
          onConfirm={actions.returnForCorrection}
          title={t('reason.return')}
        >
          <p>{t('reason.returnNote')}</p>
        </ReasonDialog>
      );
    case 'bin':
      return (
        <ReasonDialog
          {...reasonDialog}
          action={t('page.bin')}
          dangerous
          onConfirm={actions.bin}
          title={t('reason.bin')}
        >
          <p>{t('reason.binNote')}</p>
        </ReasonDialog>
      );
    case 'restore':
      return (
        <ReasonDialog
          {...reasonDialog}
          action={t('page.restore')}
          onConfirm={actions.restore}
          title={t('reason.restore')}
        />
      );
    case 'second-pass':
      return <SecondPassDialog onClose={close} />;
    case 'copy':
      return <CopyDialog onClose={close} />;
    case 'compare':
      return <CompareDialog likely={likelyDuplicates} onClose={close} />;
    case 'merges':
      return <MergesDialog onClose={close} onUndone={() => void actions.changed()} />;
    case 'history':
      return <HistoryDrawer id={meta.id} onClose={close} />;
    case 'attachments':
      return <AttachmentsDrawer onClose={close} recordId={meta.id} />;
    case 'print':
      return (
        <PrintDialog
          code={meta.code ?? t('print.draftName')}
          id={meta.id}
          mayShowIdentity={canShowIdentity && meta.hasIdentity}
          onClose={close}
          onPrinted={(file, pages) => {
            close();
            onPrinted(t('print.done', { file, count: pages }));
          }}
        />
      );
    case 'paper':
      return (
        <PaperDialog
          entity={meta.entity}
          onClose={close}
          onPrinted={(sentence) => {
            close();
            onPrinted(sentence);
          }}
          stored={{ id: meta.id, code: meta.code, identity: meta.hasIdentity ? identityAccess : 'no' }}
        />
      );
  }
}
