import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestAttachment } from '#shared/records/attachment.ts';
import { useEditor } from '../form/form-context.ts';
import { AttachmentList } from './attachment-list.tsx';
import classes from './attachments.module.css';
import { ReasonGate } from './reason-gate.tsx';
import { useReturnFocus } from './use-return-focus.ts';

type AttachmentsDrawerProps = { recordId: string; onClose: () => void };

/** The files of a record: listed, looked at, added and taken away without leaving the record. */
export function AttachmentsDrawer({ recordId, onClose }: AttachmentsDrawerProps) {
  const { t } = useTranslation();
  const needsReason = useEditor((state) => state.allowed.identity === 'with-reason');
  const [reason, setReason] = useState<string | null>(null);
  // Escape belongs to what lies on top.
  const [isCovered, setCovered] = useState(false);
  useReturnFocus();
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': t('common:close') }}
      closeOnClickOutside={!isCovered}
      closeOnEscape={!isCovered}
      onClose={onClose}
      opened
      position="right"
      size="lg"
      title={t('attachments:title')}
      transitionProps={{ duration: 0 }}
    >
      <p className={classes.note}>{t('attachments:note', { megabytes: largestAttachment / 1024 ** 2 })}</p>
      {needsReason && reason === null ? (
        <ReasonGate onReason={setReason} />
      ) : (
        <AttachmentList onCover={setCovered} reason={reason} recordId={recordId} />
      )}
    </Drawer>
  );
}
