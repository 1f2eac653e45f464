import { Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';

type HandOverDialogProps = { records: readonly string[]; onClose: () => void; onDone: () => void };

/** Gives records of one account to another, with a reason that the history keeps. */
export function HandOverDialog({ records, onClose, onDone }: HandOverDialogProps) {
  const { t } = useTranslation('tasks');
  const colleagues = useProcedure('task.colleagues', {});
  const handOver = useCall('task.hand-over', ['task.list', 'task.count', 'draft.list', 'record.list']);
  const failure = useFailureText()(handOver.error ?? colleagues.error);
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      title={t('handOver.title', { count: records.length })}
    >
      <Stack gap="md">
        <p>{t('handOver.note')}</p>
        <Select
          data={(colleagues.data?.colleagues ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          data-autofocus
          label={t('handOver.to')}
          onChange={setTo}
          required
          searchable
          value={to}
        />
        <ReasonField
          hint={t('records:reason.kept')}
          label={t('records:reason.label')}
          onChange={setReason}
          value={reason}
        />
        <FailureNotice text={failure} />
        <DialogFoot
          action={t('handOver.confirm')}
          busy={handOver.isPending}
          disabled={to === null || !isReason(reason)}
          onClose={onClose}
          onConfirm={() => {
            if (to !== null)
              handOver.mutate({ records: [...records], to, reason: reason.trim() }, { onSuccess: onDone });
          }}
        />
      </Stack>
    </Modal>
  );
}
