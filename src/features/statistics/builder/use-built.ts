import { useState } from 'react';
import type { DesignOffer, TableDesign } from '#shared/contract/table-design.ts';
import type { Language } from '#shared/languages.ts';
import { type PeriodChoice, usualPeriod } from '../../../ui/period-choice.ts';
import type { View } from '../view-choice.tsx';
import { fitting } from './draft.ts';
import type { Opened } from './saved-designs.tsx';

/** What stands on the screen of the table builder. */
export interface Built {
  readonly design: TableDesign | null;
  readonly opened: Opened | null;
  readonly period: PeriodChoice;
  readonly view: View | null;
  readonly language: Language | null;
}

/** What was last built, as long as the window stands. */
let lastBuilt: Built | null = null;

/** The table that is being built; what the register does not offer falls out of it. */
export function useBuilt(offer: DesignOffer, empty: TableDesign | null) {
  const [built, setBuilt] = useState<Built>(() => {
    if (lastBuilt === null) {
      return { design: empty, opened: null, period: usualPeriod(new Date()), view: null, language: null };
    }
    return { ...lastBuilt, design: lastBuilt.design && fitting(offer, lastBuilt.design) };
  });
  const change = (part: Partial<Built>): void => {
    lastBuilt = { ...built, ...part };
    setBuilt(lastBuilt);
  };
  return [built, change] as const;
}
