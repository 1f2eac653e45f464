import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../../api/query.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';

type AttachmentsButtonProps = { onOpen: () => void };

/** How many files belong to the record; only where its kind keeps identities, in whose vault they lie. */
export function AttachmentsButton({ onOpen }: AttachmentsButtonProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { model } = useFormTools();
  const recordId = useEditor((state) => state.meta.id);
  const hasVault = model.vaultEntity !== null;
  const counted = useProcedure('attachment.count', { recordId }, { enabled: hasVault });
  if (!hasVault) return null;
  return (
    <Button onClick={onOpen} variant="default">
      {t('attachments:button', { number: formats.number(counted.data?.count ?? 0) })}
    </Button>
  );
}
