import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useFormTools } from '../form/form-context.ts';
import { ChooseItems } from './choose-items.tsx';
import { type SecondPassItem, secondPassItems } from './second-pass-items.ts';
import { type SecondPassResult, TypeAgain } from './type-again.tsx';

type SecondPassDialogProps = { onClose: () => void };

/** Chosen answers are typed again from the paper and compared with what was typed first. */
export function SecondPassDialog({ onClose }: SecondPassDialogProps) {
  const { t } = useTranslation('records');
  const { store, model } = useFormTools();
  const [items] = useState(() => secondPassItems(model, store.get().content, store.get().identity));
  const [chosen, setChosen] = useState<readonly SecondPassItem[] | null>(null);
  const [result, setResult] = useState<SecondPassResult | null>(null);
  const keep = useCall('record.second-pass', ['record.history']);
  const failure = useFailureText()(keep.error);
  const { meta, allowed, context } = store.get();
  const done = (counted: SecondPassResult) => {
    setResult(counted);
    keep.mutate({ id: meta.id, ...counted });
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      closeOnClickOutside={false}
      onClose={onClose}
      opened
      size="lg"
      title={t(result === null ? 'second.title' : 'second.done')}
    >
      <FailureNotice text={failure} />
      {chosen === null && <ChooseItems items={items} onBegin={setChosen} />}
      {chosen !== null && result === null && (
        <TypeAgain items={chosen} onDone={done} opened={{ meta, allowed, context }} />
      )}
      {result !== null && (
        <>
          <p>{t('second.result', { ...result })}</p>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('common:close')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
