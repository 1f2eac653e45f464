import { Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKey, useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { AddAttachment } from './add-attachment.tsx';
import { type Asked, AttachmentDialogs } from './attachment-dialogs.tsx';
import { AttachmentItem } from './attachment-item.tsx';
import classes from './attachments.module.css';

type AttachmentListProps = {
  recordId: string;
  reason: string | null;
  /** True while something lies over the list. */
  onCover: (isCovered: boolean) => void;
};

/** What is there, and what may be done with it now. */
export function AttachmentList({ recordId, reason, onCover }: AttachmentListProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const text = useFailureText();
  // Names of files do not outlive the look at them.
  const listed = useProcedure('attachment.list', { recordId, reason }, { forget: true });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [copied, setCopied] = useState<string | null>(null);

  const ask = (next: Asked | null) => {
    setAsked(next);
    setCopied(null);
    onCover(next !== null);
  };
  const refresh = () => {
    void client.invalidateQueries({ queryKey: queryKey('attachment.list') });
    void client.invalidateQueries({ queryKey: queryKey('attachment.count') });
    client.removeQueries({ queryKey: queryKey('record.history') });
  };

  if (listed.isPending) return <Loader aria-label={t('attachments:loading')} size="sm" />;
  if (listed.data === undefined) return <FailureNotice text={text(listed.error)} />;
  const { attachments, allowed } = listed.data;
  return (
    <>
      {allowed.change && <AddAttachment onAdded={refresh} recordId={recordId} />}
      {copied !== null && <Notice tone="good" title={t('attachments:copy.done', { file: copied })} />}
      {attachments.length === 0 ? (
        <EmptyState title={t('attachments:empty')}>{t('attachments:emptyNote')}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {attachments.map((attachment) => (
            <AttachmentItem
              allowed={allowed}
              attachment={attachment}
              key={attachment.id}
              onAsk={(action) => ask({ action, attachment })}
            />
          ))}
        </ul>
      )}
      {asked !== null && (
        <AttachmentDialogs
          asked={asked}
          onChanged={refresh}
          onClose={() => ask(null)}
          onCopied={(file) => {
            ask(null);
            setCopied(file);
          }}
          reason={reason}
        />
      )}
    </>
  );
}
