import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../../api/client.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useSaveFile } from '../../../api/use-save-file.ts';
import { LanguageSelect } from '../../../i18n/language-select.tsx';
import { useLanguage } from '../../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';

type PrintDialogProps = {
  id: string;
  code: string;
  mayShowIdentity: boolean;
  onPrinted: (file: string, pages: number) => void;
  onClose: () => void;
};

/** The record as a PDF in a language of its own; the identity only where asked for. */
export function PrintDialog({ id, code, mayShowIdentity, onPrinted, onClose }: PrintDialogProps) {
  const { t } = useTranslation('records');
  const [language, setLanguage] = useState(useLanguage());
  const [withIdentity, setWithIdentity] = useState(false);
  const { busy, thrown, save } = useSaveFile<Output<'record.print'>>();
  const failure = useFailureText()(thrown);

  const print = async () => {
    const printed = await save({ purpose: 'pdf', suggestedName: `${code}.pdf` }, (file) =>
      call('record.print', { id, language, file, withIdentity }),
    );
    if (printed !== null) onPrinted(printed.file, printed.pages);
  };
  return (
    <ConfirmDialog
      action={t('print.save')}
      busy={busy !== null}
      onClose={onClose}
      onConfirm={() => void print()}
      opened
      title={t('print.title')}
    >
      <LanguageSelect label={t('print.language')} onChange={setLanguage} value={language} />
      {mayShowIdentity && (
        <Checkbox
          checked={withIdentity}
          description={t('print.identityNote')}
          label={t('print.withIdentity')}
          mt="md"
          onChange={(event) => setWithIdentity(event.currentTarget.checked)}
        />
      )}
      <FailureNotice text={failure} />
    </ConfirmDialog>
  );
}
