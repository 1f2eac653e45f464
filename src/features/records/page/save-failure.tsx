import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../api/failure.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import type { Saver } from '../editor/saver.ts';

type SaveFailureProps = { saver: Saver; onSave: () => void };

/** Why the last save was refused; what was typed stays in the form. */
export function SaveFailure({ saver, onSave }: SaveFailureProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const state = useSyncExternalStore(saver.subscribe, saver.get);
  if (state.phase !== 'failed') return null;
  return (
    <FailureNotice
      actions={
        <Button onClick={onSave} size="compact-sm" variant="default">
          {t(state.failure.code === 'STALE_REVISION' ? 'records:save.compare' : 'records:save.again')}
        </Button>
      }
      text={failureText(state.failure, t, formats)}
    />
  );
}
