/** The filters that open exactly the records of a figure. */
import { createContext, useContext } from 'react';
import type { QualityTable } from '#shared/contract/quality.ts';
import type { CountedQualityFilter, QualityFilter } from '#shared/contract/quality-filter.ts';

type Counted = Extract<CountedQualityFilter, { kind: 'counted' }>;

export interface FigureLinks {
  readonly entity: string;
  /** Records counted: of the line that is shown, or of the one named. */
  readonly counted: (line?: string | null) => Counted;
  /** The role of the account may open records at all. */
  readonly mayOpen: boolean;
}

export function linksOf({ entity, period, scope, by, line: shown }: QualityTable, mayOpen: boolean): FigureLinks {
  return {
    entity,
    mayOpen,
    counted: (line = shown) => ({
      kind: 'counted',
      period: period?.text ?? null,
      own: scope === 'own',
      by: line === null ? null : by,
      line,
    }),
  };
}

export const FigureLinksContext = createContext<FigureLinks | null>(null);

export function useFigureLinks(): FigureLinks {
  const links = useContext(FigureLinksContext);
  if (links === null) throw new Error('figures stand outside their report');
  return links;
}

export type FigureFilter = Exclude<QualityFilter, Counted>;
