import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';

type WriteInput = Input<'quality.write'>;

/** Writes the report to a file that the user names; nothing is written where no file is named. */
export function useQualityFile() {
  const { t } = useTranslation('quality');
  const [busy, setBusy] = useState<WriteInput['format'] | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const [thrown, setThrown] = useState<unknown>(null);
  const write = async (report: Omit<WriteInput, 'file'>) => {
    setThrown(null);
    setWritten(null);
    try {
      const period = report.period === null ? '' : `-${report.period.replace('..', '-')}`;
      const suggestedName = `${t('file')}${period}.${report.format}`;
      const { path } = await call('workstation.choose-save', { purpose: report.format, suggestedName });
      if (path === null) return;
      setBusy(report.format);
      const { file } = await call('quality.write', { ...report, file: path });
      setWritten(file);
    } catch (error) {
      setThrown(error);
    } finally {
      setBusy(null);
    }
  };
  return { busy, written, thrown, write: (report: Omit<WriteInput, 'file'>) => void write(report) };
}
