import { useTranslation } from 'react-i18next';
import type { Input, Output } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useSaveFile } from '../../api/use-save-file.ts';

type WriteInput = Input<'quality.write'>;

/** Writes the report to a file that the user names; nothing is written where no file is named. */
export function useQualityFile() {
  const { t } = useTranslation('quality');
  const { busy, written, thrown, save } = useSaveFile<Output<'quality.write'>>();
  const write = (report: Omit<WriteInput, 'file'>) => {
    const period = report.period === null ? '' : `-${report.period.replace('..', '-')}`;
    const suggestedName = `${t('file')}${period}.${report.format}`;
    void save({ purpose: report.format, suggestedName }, (file) => call('quality.write', { ...report, file }));
  };
  return { busy, written: written?.file ?? null, thrown, write };
}
