import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract/contract.ts';
import { KeyHint } from '../../ui/key-hint.tsx';

export type ReportFormat = Input<'report.write'>['format'];

type WriteButtonsProps = {
  /** There is nothing to write yet. */
  disabled: boolean;
  /** What is being written. */
  busy: string | null;
  onWrite: (format: ReportFormat) => void;
};

const files = ['xlsx', 'csv', 'json'] as const;

/** The table as a file for other programs, and as a print. */
export function WriteButtons({ disabled, busy, onWrite }: WriteButtonsProps) {
  const { t } = useTranslation('statistics');
  return (
    <>
      {files.map((format) => (
        <Button
          disabled={disabled}
          key={format}
          loading={busy === format}
          onClick={() => onWrite(format)}
          title={format === 'csv' ? t('write.csvFor') : undefined}
          variant="default"
        >
          {t(`write.${format}`)}
        </Button>
      ))}
      <Button
        disabled={disabled}
        loading={busy === 'pdf'}
        onClick={() => onWrite('pdf')}
        rightSection={<KeyHint of="print" />}
      >
        {t('write.pdf')}
      </Button>
    </>
  );
}
