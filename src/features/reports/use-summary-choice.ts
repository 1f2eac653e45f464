import { useState } from 'react';
import type { SummaryFormat } from '#shared/contract/summary.ts';
import type { Language } from '#shared/languages.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import { type PeriodChoice, usualPeriod } from '../../ui/period-choice.ts';

interface SummaryChoice {
  readonly period: PeriodChoice;
  readonly view: 'public' | 'internal';
  readonly languages: Language[];
  readonly formats: SummaryFormat[];
  readonly folder: string;
}

/** What was last chosen, as long as the window stands. */
let lastChosen: SummaryChoice | null = null;

/** Begins with the year that is over, in the language of the screen, as a public PDF. */
export function useSummaryChoice() {
  const language = useLanguage();
  const [choice, setChoice] = useState<SummaryChoice>(
    () =>
      lastChosen ?? {
        period: usualPeriod(new Date()),
        view: 'public',
        languages: [language],
        formats: ['pdf'],
        folder: '',
      },
  );
  const choose = (part: Partial<SummaryChoice>) => {
    lastChosen = { ...choice, ...part };
    setChoice(lastChosen);
  };
  return [choice, choose] as const;
}
