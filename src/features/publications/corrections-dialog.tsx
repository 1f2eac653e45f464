import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { CorrectionSheet, Publication } from '#shared/contract/publication.ts';
import { call } from '../../api/client.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useSaveFile } from '../../api/use-save-file.ts';
import { LanguageSelect } from '../../i18n/language-select.tsx';
import { useFormats, useLanguage } from '../../i18n/use-formats.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { CorrectionTable } from './correction-table.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';

type CorrectionsDialogProps = { publication: Publication; onClose: () => void };
type View = CorrectionSheet['view'];

/** What would be published otherwise today: to look at, to print, to save. */
export function CorrectionsDialog({ publication, onClose }: CorrectionsDialogProps) {
  const { t } = useTranslation(['publications', 'statistics', 'common']);
  const words = usePublicationWords();
  const formats = useFormats();
  const failure = useFailureText();
  useFocusBack();
  const [view, setView] = useState<View>('internal');
  const [language, setLanguage] = useState(useLanguage());
  const { id, statistic, period } = publication;
  const asked = useProcedure('publication.corrections', { id, view }, { forget: true });
  const { busy, written, thrown, save } = useSaveFile<Output<'publication.write-corrections'>>();
  const write = (format: 'pdf' | 'csv') => {
    const suggestedName = `${statistic ?? 'kriter'}-${period.text.replace('..', '-')}-corrections-${view}.${format}`;
    void save({ purpose: format, suggestedName }, (file) =>
      call('publication.write-corrections', { id, view, language, format, file }),
    );
  };
  const sheet = asked.data;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size="xl"
      title={`${t('sheet.title')}: ${words.what(statistic)}, ${words.period(period.text)}`}
    >
      <div className={classes.stack}>
        <SegmentedControl
          aria-label={t('statistics:view.title')}
          data={(['internal', 'public'] as const).map((value) => ({ value, label: t(`sheet.${value}`) }))}
          onChange={(value) => setView(value as View)}
          value={view}
        />
        {view === 'internal' && <p className={classes.internal}>{t('statistics:view.internalNote')}</p>}
        <Group align="flex-end" gap="sm" justify="space-between">
          <LanguageSelect label={t('write.language')} onChange={setLanguage} value={language} />
          <Group gap="sm">
            <Button loading={busy === 'csv'} onClick={() => write('csv')} variant="default">
              {t('statistics:write.csv')}
            </Button>
            <Button loading={busy === 'pdf'} onClick={() => write('pdf')}>
              {t('statistics:write.pdf')}
            </Button>
          </Group>
        </Group>
        <FailureNotice text={failure(asked.error ?? thrown)} />
        {written !== null && <Notice title={t('write.done', { file: written.file })} tone="good" />}
        {asked.isPending && <p role="status">{t('statistics:counting')}</p>}
        {sheet !== undefined && (
          <>
            <p>
              {t('sheet.lead', {
                published: formats.dateTime(publication.at),
                digest: words.digest(publication.digest),
                today: formats.dateTime(sheet.extractedAt),
                change: formats.number(sheet.changeNumber),
              })}
            </p>
            <CorrectionTable sheet={sheet} />
          </>
        )}
      </div>
    </Modal>
  );
}
