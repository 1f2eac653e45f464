import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { useWords } from '../texts/use-words.ts';
import type { ListRow } from './use-list-window.ts';

/** Taking the chosen record of the bin out again, from the list. */
export function useBin(chosen: ListRow['meta'] | null) {
  const restore = useCall('record.restore', ['record.list', 'record.count']);
  const [asked, setAsked] = useState<ListRow['meta'] | null>(null);
  return {
    chosen,
    asked,
    isBusy: restore.isPending,
    error: restore.error,
    ask: () => {
      restore.reset();
      setAsked(chosen);
    },
    close: () => setAsked(null),
    confirm: (reason: string) =>
      asked !== null && restore.mutate({ id: asked.id, reason }, { onSuccess: () => setAsked(null) }),
  };
}

type BinProps = { bin: ReturnType<typeof useBin> };

export function RestoreButton({ bin }: BinProps) {
  const { t } = useTranslation('records');
  return (
    <Button disabled={bin.chosen === null} onClick={bin.ask} rightSection={<KeyHint of="restoreRecord" />}>
      {t('page.restore')}
    </Button>
  );
}

export function RestoreDialog({ bin }: BinProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const failure = useFailureText()(bin.error);
  if (bin.asked === null) return null;
  const name = bin.asked.code ?? t('page.withoutCode', { entity: words.entity(bin.asked.entity, 1) });
  return (
    <ReasonDialog
      action={t('page.restore')}
      busy={bin.isBusy}
      onClose={bin.close}
      onConfirm={bin.confirm}
      title={t('reason.restoreOf', { name })}
    >
      <FailureNotice text={failure} />
    </ReasonDialog>
  );
}
