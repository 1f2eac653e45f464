import { atomicReplace } from '../../platform/atomic-replace.ts';
import { writeFailure } from '../backup/file-failure.ts';

/** Writes a report whole or not at all; what the system refuses is told in the words of the program. */
export function writeReportFile(file: string, content: Uint8Array | string): void {
  try {
    atomicReplace(file, content);
  } catch (cause) {
    throw writeFailure(cause);
  }
}
