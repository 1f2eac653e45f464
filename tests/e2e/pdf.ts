import { execFileSync } from 'node:child_process';

/** Text of a PDF as it stands on its pages, in the order of the eye. */
export const textOfPdf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC');

/** The same without line breaks and double spaces: sentences may break anywhere. */
export const sentencesOfPdf = (file: string): string => textOfPdf(file).replace(/\s+/g, ' ');
