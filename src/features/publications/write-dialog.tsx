import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { Publication } from '#shared/contract/publication.ts';
import { type SummaryFormat, summaryFormats } from '#shared/contract/summary.ts';
import { call } from '../../api/client.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useSaveFile } from '../../api/use-save-file.ts';
import { LanguageSelect } from '../../i18n/language-select.tsx';
import { useFormats, useLanguage } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';

type WriteDialogProps = { publication: Publication; onClose: () => void };

/** The same figures once more, in any language and format. */
export function WriteDialog({ publication, onClose }: WriteDialogProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const failure = useFailureText();
  const [language, setLanguage] = useState(useLanguage());
  const [format, setFormat] = useState<SummaryFormat>('pdf');
  const { busy, written, thrown, save } = useSaveFile<Output<'publication.write'>>();
  const { id, statistic, period, at } = publication;
  const write = () => {
    const suggestedName = `${statistic ?? 'kriter'}-${period.text.replace('..', '-')}-public-${language}.${format}`;
    void save({ purpose: format, suggestedName }, (file) => call('publication.write', { id, language, format, file }));
  };
  return (
    <ConfirmDialog
      action={t('write.submit')}
      busy={busy !== null}
      onClose={onClose}
      onConfirm={write}
      opened
      title={t('write.title', { what: words.what(statistic), period: words.period(period.text) })}
    >
      <div className={classes.stack}>
        <p>{t('write.note', { date: formats.dateTime(at) })}</p>
        <LanguageSelect label={t('write.language')} onChange={setLanguage} value={language} />
        <SegmentedControl
          aria-label={t('write.format')}
          data={summaryFormats.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(value) => setFormat(value as SummaryFormat)}
          value={format}
        />
        <FailureNotice text={failure(thrown)} />
        {written !== null && <Notice title={t('write.done', { file: written.file })} tone="good" />}
      </div>
    </ConfirmDialog>
  );
}
