import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../../api/client.ts';
import { useCall } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useSaveFile } from '../../../api/use-save-file.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import type { Attachment } from './attachment-item.tsx';
import classes from './attachments.module.css';
import { copyName } from './file-names.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { AttachmentViewer } from './viewer/attachment-viewer.tsx';

export type Action = 'view' | 'copy' | 'remove' | 'restore';
export type Asked = { readonly action: Action; readonly attachment: Attachment };

type AttachmentDialogsProps = {
  asked: Asked;
  /** Why somebody looks into the record of somebody else. */
  reason: string | null;
  onClose: () => void;
  onChanged: () => void;
  onCopied: (file: string) => void;
};

/** What lies over the list: the file itself, or the question before something is done with it. */
export function AttachmentDialogs({ asked, reason, onClose, onChanged, onCopied }: AttachmentDialogsProps) {
  const { action, attachment } = asked;
  useReturnFocus();
  switch (action) {
    case 'view':
      return (
        <AttachmentViewer id={attachment.id} name={attachment.facts?.name ?? ''} onClose={onClose} reason={reason} />
      );
    case 'copy':
      return <CopyDialog attachment={attachment} onClose={onClose} onCopied={onCopied} />;
    case 'remove':
    case 'restore':
      return <ChangeDialog action={action} attachment={attachment} onChanged={onChanged} onClose={onClose} />;
  }
}

type ChangeDialogProps = {
  action: 'remove' | 'restore';
  attachment: Attachment;
  onClose: () => void;
  onChanged: () => void;
};

function ChangeDialog({ action, attachment, onClose, onChanged }: ChangeDialogProps) {
  const { t } = useTranslation();
  const change = useCall(action === 'remove' ? 'attachment.remove' : 'attachment.restore');
  const failure = useFailureText()(change.error);
  const done = () => {
    onChanged();
    onClose();
  };
  return (
    <ReasonDialog
      action={t(action === 'remove' ? 'attachments:remove.button' : 'attachments:restore.button')}
      busy={change.isPending}
      dangerous={action === 'remove'}
      onClose={onClose}
      onConfirm={(reason) => change.mutate({ id: attachment.id, reason }, { onSuccess: done })}
      title={t(action === 'remove' ? 'attachments:remove.title' : 'attachments:restore.title')}
    >
      <p className={classes.name}>{attachment.facts?.name}</p>
      {action === 'remove' && <p>{t('attachments:remove.note')}</p>}
      <FailureNotice text={failure} />
    </ReasonDialog>
  );
}

type CopyDialogProps = { attachment: Attachment; onClose: () => void; onCopied: (file: string) => void };

function CopyDialog({ attachment: { id, facts }, onClose, onCopied }: CopyDialogProps) {
  const { t } = useTranslation();
  const { busy, thrown, save } = useSaveFile<Output<'attachment.save-copy'>>();
  const failure = useFailureText()(thrown);
  if (facts === null) return null;

  const saveCopy = async () => {
    const asked = { purpose: facts.kind, suggestedName: copyName(facts.name, facts.kind) };
    const copied = await save(asked, (file) => call('attachment.save-copy', { id, file }));
    if (copied !== null) onCopied(copied.file);
  };
  return (
    <ConfirmDialog
      action={t('attachments:copy.submit')}
      busy={busy !== null}
      onClose={onClose}
      onConfirm={() => void saveCopy()}
      opened
      title={t('attachments:copy.title')}
    >
      <p className={classes.name}>{facts.name}</p>
      <p className={classes.warning}>{t('attachments:copy.warning')}</p>
      <p>{t('attachments:copy.audited')}</p>
      <FailureNotice text={failure} />
    </ConfirmDialog>
  );
}
