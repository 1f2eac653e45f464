import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Action } from './attachment-dialogs.tsx';
import classes from './attachments.module.css';
import { useAttachmentSize } from './use-attachment-size.ts';

type Listed = Output<'attachment.list'>;
export type Attachment = Listed['attachments'][number];

type AttachmentItemProps = {
  attachment: Attachment;
  allowed: Listed['allowed'];
  onAsk: (action: Action) => void;
};

/** One file: what it is called and says it is, who added it and when, and what may be done with it. */
export function AttachmentItem({ attachment, allowed, onAsk }: AttachmentItemProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const size = useAttachmentSize();
  const { facts, removed } = attachment;
  const name = facts?.name ?? '';
  const actions: readonly (readonly [Action, string, string])[] = [
    ['view', t('attachments:view'), t('attachments:viewNamed', { name })],
    ...(allowed.saveCopy && removed === null
      ? ([['copy', t('attachments:copy.button'), t('attachments:copy.buttonNamed', { name })]] as const)
      : []),
    ...(allowed.change && removed === null
      ? ([['remove', t('attachments:remove.button'), t('attachments:remove.buttonNamed', { name })]] as const)
      : []),
    ...(allowed.restore && removed !== null
      ? ([['restore', t('attachments:restore.button'), t('attachments:restore.buttonNamed', { name })]] as const)
      : []),
  ];
  return (
    <li className={classes.item} data-removed={removed !== null || undefined}>
      {facts === null ? (
        <p className={classes.unreadable}>{t('attachments:unreadable')}</p>
      ) : (
        <>
          <div className={classes.head}>
            <span className={classes.name}>{facts.name}</span>
            {removed !== null && <Badge tone="warn">{t('attachments:removed')}</Badge>}
          </div>
          {facts.description !== '' && <p className={classes.description}>{facts.description}</p>}
        </>
      )}
      <p className={classes.facts}>
        {[
          ...(facts === null ? [] : [facts.kind.toUpperCase()]),
          size(attachment.bytes),
          t('attachments:by', { by: attachment.by, at: formats.dateTime(attachment.at) }),
          ...(removed === null
            ? []
            : [t('attachments:removedBy', { by: removed.by, at: formats.dateTime(removed.at) })]),
        ].join(' · ')}
      </p>
      {facts !== null && (
        <div className={classes.actions}>
          {actions.map(([action, shown, named]) => (
            <Button aria-label={named} key={action} onClick={() => onAsk(action)} size="compact-sm" variant="default">
              {shown}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
