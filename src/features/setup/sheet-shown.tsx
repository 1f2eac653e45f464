import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useSaveFile } from '../../api/use-save-file.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { SheetLinesShown } from '../../ui/sheet-lines.tsx';
import styles from './setup-wizard.module.css';
import type { Sheet } from './setup-wizard.tsx';
import { StepButtons } from './step-buttons.tsx';

type SheetShownProps = { sheet: Sheet; institution: string; onNext: () => void };

export function SheetShown({ sheet, institution, onNext }: SheetShownProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useFailureText();
  const { busy, written, thrown, save } = useSaveFile<Output<'recovery.print'>>();

  const saveAsPdf = () => {
    const suggestedName = t('setup:sheets.fileName', { sheet: sheet.sheetId });
    return save({ purpose: 'pdf', suggestedName }, (file) => call('recovery.print', { sheet, language, file }));
  };

  return (
    <>
      <Panel title={t(`setup:sheets.${sheet.purpose}Title`)} note={t(`setup:sheets.${sheet.purpose}Note`)}>
        <p className={styles.heading}>{t('setup:sheets.heading', { institution, sheet: sheet.sheetId })}</p>
        <SheetLinesShown lines={sheet.lines} />
        <Group mt="md" gap="sm">
          <Button variant="default" loading={busy !== null} onClick={() => void saveAsPdf()}>
            {t('setup:sheets.print')}
          </Button>
        </Group>
      </Panel>
      {written !== null ? (
        <Notice tone="good" title={t('setup:sheets.printed', { file: written.file })}>
          {t('setup:sheets.deletePdf')}
        </Notice>
      ) : null}
      <FailureNotice text={text(thrown)} />
      <Notice tone="info">{t('setup:sheets.shownOnce')}</Notice>
      <StepButtons onNext={onNext} next={t('setup:sheets.typeBack')} />
    </>
  );
}
