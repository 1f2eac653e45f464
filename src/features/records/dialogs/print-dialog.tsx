import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/languages.ts';
import { call } from '../../../api/client.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { languageNames } from '../../../i18n/languages-by-name.ts';
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
  const screenLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(screenLanguage);
  const [withIdentity, setWithIdentity] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<unknown>(null);
  const failure = useFailureText()(thrown);

  const print = async () => {
    setThrown(null);
    try {
      const { path } = await call('workstation.choose-save', { purpose: 'pdf', suggestedName: `${code}.pdf` });
      if (path === null) return;
      setBusy(true);
      const { file, pages } = await call('record.print', { id, language, file: path, withIdentity });
      onPrinted(file, pages);
    } catch (error) {
      setThrown(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      action={t('print.save')}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => void print()}
      opened
      title={t('print.title')}
    >
      <Select
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        label={t('print.language')}
        onChange={(value) => setLanguage((value ?? screenLanguage) as Language)}
        value={language}
      />
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
