import { useState } from 'react';
import { type PeriodChoice, usualPeriod } from '../../ui/period-choice.ts';

/** Stands for all tables in the list of choices. */
export const everything = '*';

interface PublishChoice {
  /** Id of a statistic, or everything. */
  readonly id: string;
  readonly period: PeriodChoice;
}

/** What was last chosen, as long as the window stands: the comparison goes on while the user walks about. */
let lastChosen: PublishChoice | null = null;

/** Begins with all tables of the year that is over. */
export function usePublishChoice() {
  const [choice, setChoice] = useState<PublishChoice>(
    () => lastChosen ?? { id: everything, period: usualPeriod(new Date()) },
  );
  const choose = (part: Partial<PublishChoice>) => {
    lastChosen = { ...choice, ...part };
    setChoice(lastChosen);
  };
  return [choice, choose] as const;
}
