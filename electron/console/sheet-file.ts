/** A recovery sheet as a text file: comment lines with the digits, then the key as the standard age tool reads it. */
import type { Output } from '#shared/contract/contract.ts';
import { UsageError } from './arguments.ts';

type Sheet = Output<'register.create'>['sheets'][number];

/** The text of one sheet; `age --decrypt --identity FILE` accepts it as it is. */
export function sheetFileText({ purpose, sheetId, lines, identity }: Sheet): string {
  const numbered = lines.map((line, index) => `# ${index + 1}: ${line}`);
  return [`# Kriter recovery sheet (${purpose}) ${sheetId}`, ...numbered, identity, ''].join('\n');
}

/** The eight lines of digits of a sheet's file. */
export function readSheetFile(text: string): string[] {
  const lines = [...text.matchAll(/^#\s*\d:\s*([\d -]+)$/gm)].map((match) => (match[1] ?? '').trim());
  if (lines.length !== 8) throw new UsageError('the recovery file does not hold the eight lines of a sheet');
  return lines;
}
