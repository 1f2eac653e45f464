import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useEditor } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import type { RecordActions } from './use-record-actions.ts';

/** A record in the bin says since when, by whom and why, and how it is taken out. */
export function BinNotice({ actions }: { actions: RecordActions }) {
  const { t } = useTranslation('records');
  const { formats } = useWords();
  const bin = useEditor((state) => state.meta.bin);
  const mayRestore = useEditor((state) => state.allowed.restore);
  useShortcut('restoreRecord', () => mayRestore && actions.show('restore'));
  if (bin === null) return null;
  return (
    <Notice
      actions={
        mayRestore ? (
          <Button
            onClick={() => actions.show('restore')}
            rightSection={<KeyHint of="restoreRecord" />}
            variant="default"
          >
            {t('page.restore')}
          </Button>
        ) : undefined
      }
      title={t('page.inBin', { at: formats.dateTime(bin.at) })}
      tone="warn"
    >
      {bin.by === null ? null : <p>{t('page.inBinBy', { name: bin.by })}</p>}
      {bin.reason === null ? null : <p>{t('page.inBinReason', { reason: bin.reason })}</p>}
    </Notice>
  );
}
