/** The printed summary: cover, contents, methods, one table after the other, data quality, signatures. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import { textWidth } from '#shared/statistics/charts/text-width.ts';
import { tableFigure } from '../figure-html.ts';
import { type Html, html } from '../html.ts';
import { paperWidth, printDocument, type Sheet } from '../page.ts';
import { isWide, legend, remarks, servedBy, tableBody, tableLead, unbroken, unknownTexts } from '../table-html.ts';
import { noticeOf, numberedTitle, printedDigest, type Writing } from '../writing.ts';
import { besideGap, besideWidth, standsBeside } from './side-by-side.ts';
import { approvalHtml, contentsHtml, coverHtml, type Entry, methodsHtml, qualityHtml } from './summary-front.ts';
import { summaryStyles } from './summary-styles.ts';
import { periodDays, viewText } from './summary-text.ts';

/** HTML of the whole summary; the contents show the pages that an earlier printing found. */
export function summaryHtml(writing: Writing, content: SummaryContent, pages: ReadonlyMap<string, number>): string {
  const { t, language } = writing;
  const { register, tables } = content;
  const sheet = sheetsOf(writing, content);
  const numbered = tables.map((table, at) => ({ table, number: at + 1 }));
  const entries: Entry[] = [
    { to: 'methods', text: t('summary:chapters.methods'), isTop: true },
    ...numbered.map(({ table, number }) => ({
      to: placeOf(number),
      text: numberedTitle(table, number, writing),
      isTop: false,
    })),
    { to: 'quality', text: t('summary:chapters.quality'), isTop: true },
    { to: 'approval', text: t('summary:chapters.approval'), isTop: true },
  ];
  return printDocument({
    t,
    language,
    title: `${t('summary:title')} · ${periodDays(content, writing)}`,
    training: register.training,
    styles: summaryStyles,
    sheets: [
      { ...sheet('cover', coverHtml(content, writing)), head: undefined },
      sheet('flow', contentsHtml(entries, pages, writing)),
      sheet('flow', methodsHtml(content, writing)),
      ...groupsOf(numbered, writing).map(({ isLandscape, tables: group }) =>
        sheet('flow', html`${group.map((each) => unitHtml(each, isLandscape, writing))}`, isLandscape),
      ),
      sheet('flow', qualityHtml(content, writing)),
      sheet('approval', approvalHtml(content, writing)),
    ],
  });
}

interface Numbered {
  readonly table: StatisticTable;
  readonly number: number;
}

const placeOf = (number: number): string => `table-${number}`;

interface Group {
  readonly isLandscape: boolean;
  readonly tables: readonly Numbered[];
}

/** A table of so few rows finds room on landscape paper beside a wide one, instead of a page for itself. */
const fewRows = 5;

/** Tables that follow each other on paper of the same direction. */
function groupsOf(tables: readonly Numbered[], writing: Writing): Group[] {
  const groups: { isLandscape: boolean; tables: Numbered[] }[] = [];
  for (const each of tables) {
    const isLandscape = isWide(each.table);
    const last = groups.at(-1);
    if (last?.isLandscape === isLandscape) last.tables.push(each);
    else groups.push({ isLandscape, tables: [each] });
  }
  return groups.flatMap((group, at): Group[] => {
    if (movedOn(group, groups[at + 1], writing).length > 0) return [];
    return [{ ...group, tables: [...movedOn(groups[at - 1], group, writing), ...group.tables] }];
  });
}

/** The only table of a group, where it is short enough to share the landscape paper of the next. */
function movedOn(group: Group | undefined, next: Group | undefined, writing: Writing): readonly Numbered[] {
  const [only, ...others] = group?.tables ?? [];
  if (!next?.isLandscape || only === undefined || others.length > 0) return [];
  return only.table.rows.length <= fewRows && standsBeside(only.table, writing) ? [only] : [];
}

/** Every page says whose summary it is, of which period and view, and by which digest it is known. */
function sheetsOf(writing: Writing, content: SummaryContent) {
  const { t } = writing;
  const { register, view, programVersion, digest } = content;
  const head = [shortened(register.institution), t('print:summary', { period: periodDays(content, writing) })] as const;
  return (name: 'cover' | 'flow' | 'approval', body: Html, landscape = false): Sheet => ({
    body,
    kind: name,
    flows: name === 'flow',
    landscape,
    head,
    notice: noticeOf(view, writing),
    footLeft: t('summary:foot', { version: programVersion, digest: printedDigest(digest) }),
    footCentre: viewText(content, writing),
  });
}

/** Millimetres for the name of the institution in the head of a page; the cover has it whole. */
const headRoom = 85;
const millimetreOfPoint = 25.4 / 72;
const headSize = 7.5 * millimetreOfPoint * 1.08;

function shortened(name: string): string {
  if (textWidth(name, headSize) <= headRoom) return name;
  const words = name.split(' ');
  while (words.length > 1 && textWidth(`${words.join(' ')} …`, headSize) > headRoom) words.pop();
  return `${words.join(' ')} …`;
}

/** A table up to this length is never divided, and its figure stands under it. */
const shortTable = 24;
/** A longer one begins on a page on which its first rows have room. */
const undividedTable = 30;

function unitHtml({ table, number }: Numbered, isLandscape: boolean, writing: Writing): Html {
  const { t } = writing;
  const unknown = unknownTexts(table, writing);
  const remark =
    unknown.length === 0 ? null : html`<p class="remark">${t('print:unknown', { list: unknown.join('; ') })}</p>`;
  const title = html`<h2 id="${placeOf(number)}">${numberedTitle(table, number, writing)}</h2>`;
  const lead = html`<p class="lead">${unbroken(`${tableLead(table, writing)}${servedBy(table, t)}`)}</p>`;
  const isBeside = standsBeside(table, writing);
  const paper = paperWidth(isLandscape);
  const [room, figureRoom] = isBeside ? [besideWidth, paper - besideWidth - besideGap] : [paper, paper];
  const body = tableBody(table, writing, room);
  const marks = html`${legend(table, t)}${remarks(table, writing)}${remark}`;
  const figure = tableFigure(table, number, figureRoom, writing, 'h3');
  const { length } = table.rows;
  const whole = `unit${length <= shortTable || isBeside ? ' whole' : ''}${isWide(table) ? ' wide' : ''}`;
  if (isBeside)
    return html`<article class="${whole}">${title}${lead}<div class="beside"><div class="narrow">${body}</div>${figure}</div>${marks}</article>`;
  return html`<article class="${whole}"><div class="${length <= undividedTable ? 'kept' : 'long'}">${title}${lead}${body}${marks}</div>${figure}</article>`;
}
