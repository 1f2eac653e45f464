/** Words that several parts of a summary share. */
import type { SummaryContent } from '#shared/contract/summary.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { callTable } from '#shared/statistics/catalogue/table-called.ts';
import { labelText, unitText, type Writing } from '../writing.ts';

/** First and last day of the period. */
export const periodDays = ({ period }: SummaryContent, { t, formats }: Writing): string =>
  t('print:period', { from: formats.date(period.from), to: formats.date(period.to) });

/** What the figures are protected by, in one line. */
export function viewText(content: SummaryContent, { t }: Writing): string {
  const base = roundingBase(content);
  const { view, threshold } = content;
  return base === null ? t(`print:view.${view}`, { threshold }) : t('rounding:view', { base });
}

/** What every count is a multiple of; null where small figures are hidden instead. */
const roundingBase = ({ tables }: SummaryContent): number | null =>
  tables.find(({ rounded }) => rounded !== undefined)?.rounded?.base ?? null;

/** What the reader of the cover must know of the protection of persons. */
export function protectionText(content: SummaryContent, { t }: Writing): string {
  const base = roundingBase(content);
  const { view, threshold } = content;
  return base === null ? t(`summary:cover.${view}`, { threshold }) : t('rounding:fact', { base, threshold });
}

export interface MethodText {
  readonly title: string;
  readonly texts: readonly string[];
  /** What the last of the texts announces. */
  readonly list?: readonly string[];
}

/** Definitions and methods: a title and its sentences for each thing that the reader of every table must know. */
export function methodTexts(content: SummaryContent, writing: Writing): MethodText[] {
  const { t } = writing;
  const base = roundingBase(content);
  const { view, threshold, tables, leftOut = [] } = content;
  const withheld = withheldNames(content, writing);
  const units = [...new Set(tables.map((table) => unitText(table, writing)))];
  const demands = [...new Set(tables.flatMap(({ serves }) => serves))].map((each) => t(`tables:serves.${each}`));
  const say = (name: string) => t(`summary:methods.${name}`, { threshold });
  return [
    { title: say('population'), texts: [t('tables:filter.completed'), say('populationText')] },
    { title: say('units'), texts: [say('unitsText')], list: units },
    { title: say('period'), texts: [say('periodText')] },
    {
      title: say('protection'),
      texts:
        base === null
          ? [say(`protectionText.${view}`), say(`protectionMore.${view}`)]
          : [protectionText(content, writing)],
    },
    { title: say('unknown'), texts: [say('unknownText')] },
    { title: say('rounding'), texts: [base === null ? say('roundingText') : t('rounding:note', { base })] },
    ...(tables.some(({ sumsExceedTotal }) => sumsExceedTotal)
      ? [{ title: say('several'), texts: [say('severalText')] }]
      : []),
    ...(demands.length > 0 ? [{ title: say('demands'), texts: [say('demandsText')], list: demands }] : []),
    ...(leftOut.length > 0 ? [{ title: say('leftOut'), texts: [say('leftOutText')], list: leftOut }] : []),
    ...(withheld.length > 0 ? [{ title: say('withheld'), texts: [say('withheldText')], list: withheld }] : []),
    { title: say('digest'), texts: [say('digestText')] },
  ];
}

/** Own tables by their titles, of however many parts; standard ones by code and title. */
function withheldNames({ register, withheld = [] }: SummaryContent, writing: Writing): string[] {
  const names = withheld.map(({ id, part, title }) =>
    title === null ? callTable(register.kind, tableName(id, part), writing) : labelText(title, writing),
  );
  return [...new Set(names)];
}
