import { Button, Menu, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useCall, useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import dialogs from '../dialogs/dialogs.module.css';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { useEditor } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';

type Merge = Output<'merge.list'>['merges'][number];

/** Among what can be done with a record that was joined with another one. */
export function MergesItem({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('merge');
  const recordId = useEditor((state) => state.meta.id);
  const merges = useProcedure('merge.list', { recordId }, { forget: true });
  if ((merges.data?.merges.length ?? 0) === 0) return null;
  return <Menu.Item onClick={onOpen}>{t('undo.menu')}</Menu.Item>;
}

type MergesDialogProps = { onClose: () => void; onUndone: () => void };

/** What was joined with this record, each with the way back. */
export function MergesDialog({ onClose, onUndone }: MergesDialogProps) {
  const { t } = useTranslation('merge');
  const recordId = useEditor((state) => state.meta.id);
  const listed = useProcedure('merge.list', { recordId }, { forget: true });
  const undo = useCall('merge.undo', ['record.list', 'record.count', 'merge.list']);
  const failure = useFailureText();
  const [undoing, setUndoing] = useState<Merge | null>(null);
  if (undoing !== null) {
    return (
      <ReasonDialog
        action={t('notice.undo')}
        busy={undo.isPending}
        onClose={onClose}
        onConfirm={(reason) => undo.mutate({ id: undoing.id, reason }, { onSuccess: onUndone })}
        title={t('undo.title')}
      >
        <p>{t('undo.note')}</p>
        <FailureNotice text={failure(undo.error)} />
      </ReasonDialog>
    );
  }
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size="lg"
      title={t('undo.list')}
    >
      <FailureNotice text={failure(listed.error)} />
      {listed.data?.merges.map((merge) => (
        <div className={dialogs.entry} key={merge.id}>
          <MergeText merge={merge} />
          <Button mt="xs" onClick={() => setUndoing(merge)} size="compact-sm" variant="default">
            {t('notice.undo')}
          </Button>
        </div>
      ))}
    </Modal>
  );
}

function MergeText({ merge: { at, by, role, others } }: { merge: Merge }) {
  const { t } = useTranslation('merge');
  const words = useWords();
  const other = others
    .map(({ code, entity }) => code ?? t('withoutCode', { entity: words.entity(entity, 1) }))
    .join(', ');
  return <p>{t(`notice.${role}`, { at: words.formats.dateTime(at), name: by, other })}</p>;
}
