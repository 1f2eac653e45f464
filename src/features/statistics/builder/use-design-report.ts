import type { Input, Output } from '#shared/contract/contract.ts';
import { call } from '../../../api/client.ts';
import { useSaveFile } from '../../../api/use-save-file.ts';

type DesignReport = Omit<Input<'design.write'>, 'file'>;

/** Writes the tables of a design to a file that the user names; nothing is written where no file is named. A failure is told while it is still `about` it. */
export function useDesignReport(about: string) {
  const { busy, written, thrown, save } = useSaveFile<Output<'design.write'>>(about);
  const write = (report: DesignReport, id: string) => {
    const suggestedName = `${id}-${report.period.replace('..', '-')}-${report.view}.${report.format}`;
    void save({ purpose: report.format, suggestedName }, (file) => call('design.write', { ...report, file }));
  };
  return { busy, written: written?.file ?? null, thrown, write };
}
