import { TextInput } from '@mantine/core';
import { type ClipboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { digitsOf, isSoundLine } from '#shared/sheet-line.ts';
import styles from './sheet-lines.module.css';

const lineCount = 8;

export const emptyLines: readonly string[] = Array.from({ length: lineCount }, () => '');

/** All eight lines are whole and their check digits agree. */
export const areSound = (lines: readonly string[]): boolean =>
  lines.every((line, index) => isSoundLine(index + 1, line));

const grouped = (text: string) =>
  digitsOf(text)
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1 ');

type SheetLinesInputProps = {
  legend: string;
  lines: readonly string[];
  onChange: (lines: readonly string[]) => void;
  /** Line that the data refused, counted from 1. */
  wrongLine?: number | undefined;
};

/** Eight lines of twelve digits typed from paper; a mistyped line is named at once, and the next line waits for the next digit. */
export function SheetLinesInput({ legend, lines, onChange, wrongLine }: SheetLinesInputProps) {
  const { t } = useTranslation();
  const inputs = useRef<(HTMLInputElement | null)[]>([]);

  const set = (index: number, text: string) => {
    onChange(lines.map((line, at) => (at === index ? grouped(text) : line)));
    if (digitsOf(text).length >= 12 && isSoundLine(index + 1, text)) inputs.current[index + 1]?.focus();
  };
  const paste = (event: ClipboardEvent, index: number) => {
    const pasted = digitsOf(event.clipboardData.getData('text'));
    if (index !== 0 || !/^\d{96}$/.test(pasted)) return;
    event.preventDefault();
    onChange(lines.map((_, at) => grouped(pasted.slice(at * 12, at * 12 + 12))));
  };
  const isWrong = (line: string, index: number) =>
    wrongLine === index + 1 || (digitsOf(line).length >= 12 && !isSoundLine(index + 1, line));
  const firstWrong = lines.findIndex(isWrong);

  return (
    <div>
      <fieldset className={styles.lines} aria-label={legend}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sheet are their positions
          <div className={styles.line} key={index}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <TextInput
              ref={(input) => {
                inputs.current[index] = input;
              }}
              value={line}
              onChange={(event) => set(index, event.currentTarget.value)}
              onPaste={(event) => paste(event, index)}
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              maxLength={24}
              error={isWrong(line, index)}
              aria-label={t('common:sheet.line', { line: index + 1 })}
            />
            <span className={styles.sound} aria-hidden="true">
              {isSoundLine(index + 1, line) ? '✓' : ''}
            </span>
          </div>
        ))}
      </fieldset>
      <div className={styles.message} role="status">
        {firstWrong < 0 ? '' : t('common:sheet.wrongLine', { line: firstWrong + 1 })}
      </div>
    </div>
  );
}

/** The lines as they stand on the sheet, to be printed or written down. */
export function SheetLinesShown({ lines }: { lines: readonly string[] }) {
  return (
    <ol className={styles.shown}>
      {lines.map((line, index) => (
        <li key={line}>
          <span>{index + 1}</span>
          {line}
        </li>
      ))}
    </ol>
  );
}
