import type { Input, Output } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useSaveFile } from '../../api/use-save-file.ts';

type ReportInput = Input<'report.write'>;

/** Writes the table to a file that the user names; nothing is written where no file is named. A failure is told while it is still `about` it. */
export function useReport(about: string) {
  const { busy, written, thrown, save } = useSaveFile<Output<'report.write'>>(about);
  const write = (report: Omit<ReportInput, 'file'>) => {
    const suggestedName = `${report.id}-${report.period.replace('..', '-')}-${report.view}.${report.format}`;
    void save({ purpose: report.format, suggestedName }, (file) => call('report.write', { ...report, file }));
  };
  return { busy, written: written?.file ?? null, thrown, write };
}
