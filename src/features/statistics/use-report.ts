import { useState } from 'react';
import type { Input } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';

type ReportInput = Input<'report.write'>;

/** Writes the table to a file that the user names; nothing is written where no file is named. */
export function useReport() {
  const [busy, setBusy] = useState<ReportInput['format'] | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const [thrown, setThrown] = useState<unknown>(null);
  const write = async (report: Omit<ReportInput, 'file'>) => {
    setThrown(null);
    setWritten(null);
    try {
      const suggestedName = `${report.id}-${report.period.replace('..', '-')}-${report.view}.${report.format}`;
      const { path } = await call('workstation.choose-save', { purpose: report.format, suggestedName });
      if (path === null) return;
      setBusy(report.format);
      const { file } = await call('report.write', { ...report, file: path });
      setWritten(file);
    } catch (error) {
      setThrown(error);
    } finally {
      setBusy(null);
    }
  };
  return { busy, written, thrown, write: (report: Omit<ReportInput, 'file'>) => void write(report) };
}
