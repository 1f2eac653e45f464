import { useTranslation } from 'react-i18next';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { precisionOf } from '#shared/records/partial-date.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { type CodeOption, namedRetired, numbered } from '../fields/code-options.ts';
import { readTyped } from '../fields/typed-text.ts';
import { datesOf } from '../texts/date-examples.ts';
import { retiredRemarks } from '../texts/reference-lists.ts';
import { useWords } from '../texts/use-words.ts';

export interface Remarks {
  /** At the right end of the field: how precisely a date is known. */
  readonly precision: string | null;
  /** Below the field: the days a partial date stands for, or what to type. */
  readonly interval: string | null;
  /** Why what was typed is no value, or was not taken. */
  readonly problem: string | null;
  /** Until when the chosen entries were in use, and what took their place. */
  readonly retired: readonly string[];
}

interface Remarked {
  readonly field: FieldDeclaration;
  readonly value: FieldValue;
  readonly unread: string | null;
  readonly refused: string | null;
  readonly ageDay: string | undefined;
  readonly options: readonly CodeOption[];
}

/** Precision of a partial date in a word, the interval it stands for, or why a text is no value. */
export function useRemarks({ field, value, unread, refused, ageDay, options }: Remarked): Remarks {
  const { t } = useTranslation('records');
  const { formats } = useWords();
  const precision = field.type === 'partial_date' && typeof value === 'string' ? precisionOf(value) : undefined;
  const isPartial = precision !== undefined && precision !== 'day' && unread === null;
  const reading = unread === null ? null : readTyped(field, unread, formats, ageDay);
  const noOption = (text: string): string => {
    const named = namedRetired(options, text, formats.fold);
    if (named === null) return t('field.problem.code', { text });
    const { option, successor } = named;
    const entry = { entry: numbered(option), remark: option.entry?.remark ?? '' };
    return successor === null
      ? t('entry.retired', entry)
      : t('entry.chooseSuccessor', { ...entry, successor: numbered(successor) });
  };
  return {
    precision: isPartial ? t(`field.${precision}Known`) : null,
    interval: isPartial ? formats.interval(String(value)) : field.meta === 'code' ? t('field.codeHint') : null,
    problem:
      reading === null || unread === null
        ? refused && t([`field.refused.${refused}`, 'field.refused.other'])
        : 'problem' in reading
          ? t(`field.problem.${reading.problem}`, { ...datesOf(formats), ...reading })
          : noOption(unread),
    retired: unread === null ? retiredRemarks(field, value, () => options) : none,
  };
}

const none: readonly string[] = [];
