import { Menu, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../../api/query.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useEditor, useFormTools } from '../form/form-context.ts';

type AttachmentsProps = { onOpen: () => void };

/** How many files belong to the record; null where its kind keeps no identities, in whose vault they lie. */
function useAttachmentCount(): number | null {
  const { model } = useFormTools();
  const recordId = useEditor((state) => state.meta.id);
  const hasVault = model.vaultEntity !== null;
  const counted = useProcedure('attachment.count', { recordId }, { enabled: hasVault });
  return hasVault ? (counted.data?.count ?? 0) : null;
}

/** Among what can be done with a record. */
export function AttachmentsItem({ onOpen }: AttachmentsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const count = useAttachmentCount();
  if (count === null) return null;
  return <Menu.Item onClick={onOpen}>{t('attachments:button', { number: formats.number(count) })}</Menu.Item>;
}

/** Beside the name of a record that has any. */
export function AttachmentsBadge({ onOpen }: AttachmentsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const count = useAttachmentCount();
  if (count === null || count === 0) return null;
  return (
    <UnstyledButton onClick={onOpen}>
      <Badge>{t('attachments:button', { number: formats.number(count) })}</Badge>
    </UnstyledButton>
  );
}
