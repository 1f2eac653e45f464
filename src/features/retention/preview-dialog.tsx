import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErasureScope } from '#shared/contract/retention.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { ErasedContent } from './erased-content.tsx';

type PreviewDialogProps = { recordId: string; scope: ErasureScope; name: string; onClose: () => void };

/** What confirming would erase: numbers of rows, never what stands in them. */
export function PreviewDialog({ recordId, scope, name, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('retention');
  const text = useFailureText();
  const preview = useProcedure('erasure.preview', { recordId, scope }, { forget: true });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size="lg"
      title={t('preview.title', { name })}
    >
      <FailureNotice text={text(preview.error)} />
      {preview.data === undefined ? null : <ErasedContent preview={preview.data} />}
    </Modal>
  );
}
