import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/languages.ts';
import { call } from '../../api/client.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
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
  const text = useFailureText();
  const screenLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(screenLanguage);
  const print = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const suggestedName = `${[t('print.fileName'), code].filter((part) => part !== null).join('-')}.pdf`;
      const { path } = await call('workstation.choose-save', { purpose: 'pdf', suggestedName });
      return path === null ? null : call('erasure.print', { id, language, file: path });
    },
    onSuccess: (printed) => printed !== null && onPrinted(printed.file),
  });
  return (
    <ConfirmDialog
      action={t('print.save')}
      busy={print.isPending}
      onClose={onClose}
      onConfirm={() => print.mutate()}
      opened
      title={t('print.title')}
    >
      <Select
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        data-autofocus
        label={t('print.language')}
        onChange={(value) => setLanguage((value ?? screenLanguage) as Language)}
        value={language}
      />
      <FailureNotice text={text(print.error)} />
    </ConfirmDialog>
  );
}
