import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useSaveFile } from '../../api/use-save-file.ts';
import { LanguageSelect } from '../../i18n/language-select.tsx';
import { useLanguage } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';

type PrintCertificateDialogProps = {
  id: string;
  code: string | null;
  onPrinted: (file: string) => void;
  onClose: () => void;
};

/** The certificate as a PDF in a language of its own, as often as it is needed. */
export function PrintCertificateDialog({ id, code, onPrinted, onClose }: PrintCertificateDialogProps) {
  const { t } = useTranslation('retention');
  const [language, setLanguage] = useState(useLanguage());
  const { busy, thrown, save } = useSaveFile<Output<'erasure.print'>>();
  const failure = useFailureText()(thrown);

  const print = async () => {
    const suggestedName = `${[t('print.fileName'), code].filter((part) => part !== null).join('-')}.pdf`;
    const printed = await save({ purpose: 'pdf', suggestedName }, (file) =>
      call('erasure.print', { id, language, file }),
    );
    if (printed !== null) onPrinted(printed.file);
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
      <FailureNotice text={failure} />
    </ConfirmDialog>
  );
}
