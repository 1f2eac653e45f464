/** Standard tables as a print: table, figure, notes and signatures, one sheet a table. */
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { noteOfRounding } from '#shared/statistics/catalogue/table-text.ts';
import { figureText } from '#shared/statistics/figure-text.ts';
import { hasDesignation } from '#shared/statistics/label-text.ts';
import { columnWidths } from './column-widths.ts';
import { tableFigure } from './figure-html.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { hiddenMark, pageHead, paperWidth, printDocument, type Sheet, signatures } from './page.ts';
import type { Translate } from './texts.ts';
import {
  labelText,
  noticeOf,
  numberedTitle,
  percentHead,
  printedDigest,
  unitText,
  type Writing,
  withdrawalText,
  wordOfTable,
} from './writing.ts';

/** Wider tables stand on landscape paper. */
const mostColumnsUpright = 9;
/** Longer tables stand closer, so that table and figure share a page. */
const manyRows = 10;
/** More heads are set smaller, so that names of rows keep their room. */
const manyHeads = 12;

/** HTML of a report of all parts of one standard statistic. */
export function tablesHtml(writing: Writing, tables: readonly StatisticTable[]): string {
  const { t, language, register } = writing;
  const [first] = tables;
  return printDocument({
    t,
    language,
    title: first ? wordOfTable(first, 'title', writing) : '',
    training: register.training,
    sheets: tables.map((table, index) => tableSheet(table, index + 1, writing)),
  });
}

/** One table as a sheet of its own. */
export function tableSheet(table: StatisticTable, number: number, writing: Writing): Sheet {
  const { register, t, formats } = writing;
  const { id, view, threshold, rounded, period } = table;
  const days = t('print:period', { from: formats.date(period.from), to: formats.date(period.to) });
  const right = [t(`print:registers.${register.kind}`), t('print:summary', { period: days })] as const;
  return {
    landscape: isWide(table),
    notice: noticeOf(view, writing),
    footLeft: t('print:footTable', { version: register.programVersion, id, digest: printedDigest(table.digest) }),
    footCentre: rounded ? t('rounding:view', { base: rounded.base }) : t(`print:view.${view}`, { threshold }),
    body: html`${pageHead(register.institution, register.office, right)}
<h1>${numberedTitle(table, number, writing)}</h1>
<p class="lead">${unbroken(`${tableLead(table, writing)} ${t('tables:filter.completed')}${servedBy(table, t)}`)}</p>
${withdrawalHtml(writing)}
${tableBody(table, writing)}
${legend(table, t)}
${remarks(table, writing)}
${tableFigure(table, number, paperWidth(isWide(table)), writing)}
${notes(table, writing)}
${signatures(t)}`,
  };
}

/** Why a publication no longer holds, before anybody reads its figures. */
export function withdrawalHtml(writing: Writing): Html | null {
  const text = withdrawalText(writing);
  return text === null ? null : html`<p class="warning">${text}</p>`;
}

/** What is counted, and as what. */
export const tableLead = (table: StatisticTable, writing: Writing): string =>
  `${wordOfTable(table, 'definition', writing)} ${unitText(table, writing)}`;

/** Reports and questionnaires that ask for the table. */
export function servedBy({ serves }: StatisticTable, t: Translate): string {
  if (serves.length === 0) return '';
  return ` ${t('tables:serves.label', { list: serves.map((each) => t(`tables:serves.${each}`)).join('; ') })}`;
}

/** Whether it needs landscape paper. */
export const isWide = ({ columns }: StatisticTable): boolean => columns.length > mostColumnsUpright;

/** What stands over the columns of figures. */
export const headsOf = (table: StatisticTable, writing: Writing): string[] => [
  ...table.columns.map(({ label }) => labelText(label, writing)),
  ...(table.percent ? [percentHead(table, writing)] : []),
];

/** The figures, on so many millimetres. */
export function tableBody(table: StatisticTable, writing: Writing, paper = paperWidth(isWide(table))): Html {
  const { formats } = writing;
  const { rows, columns, cells, percent } = table;
  const shade = (kind: string): string => (kind === 'subtotal' ? ' sub' : '');
  const head = columns.map(
    ({ label, kind }) => html`<th class="n${shade(kind)}">${unbroken(labelText(label, writing))}</th>`,
  );
  const body = rows.map(({ label, kind }, r) => {
    const counts = columns.map((column, c) => {
      const cell = cells[r]?.[c];
      return html`<td class="n${shade(column.kind)}">${cell ? cellText(cell, column.figure, formats) : ''}</td>`;
    });
    const share = percent?.[r] ?? null;
    const percentCell = percent && html`<td class="n">${share === null ? '–' : formats.number(share, 1)}</td>`;
    return html`<tr class="${kind}"><td>${labelText(label, writing)}</td>${counts}${percentCell}</tr>`;
  });
  const shareHead = percent && html`<th class="n">${unbroken(percentHead(table, writing))}</th>`;
  const rowHead = wordOfTable(table, 'rows', writing);
  const heads = headsOf(table, writing);
  const names = rows.map(({ label }) => labelText(label, writing));
  const isCrowded = heads.length > manyHeads;
  const figures = columnWidths(heads, paper, { names, isSmall: isCrowded }).map(
    (width) => html`<col class="w${width}">`,
  );
  const density = `figures${rows.length > manyRows ? ' dense' : ''}${isCrowded ? ' crowded' : ''}`;
  const widths = html`<colgroup><col>${figures}</colgroup>`;
  return html`<table class="${density}">${widths}<thead><tr><th>${rowHead}</th>${head}${shareHead}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Ranges such as 12–14 stay on one line, and so do abbreviations with their ending such as BE-së. */
export const unbroken = (text: string): HtmlValue =>
  text
    .split(/(\d+–\d+|\p{Lu}{2,}-\p{Ll}+)/u)
    .map((part, at) => (at % 2 === 1 ? html`<span class="range">${part}</span>` : part));

type Cell = StatisticTable['cells'][number][number];
type Column = StatisticTable['columns'][number];

const reasonMarks = { threshold: 'a', concentration: 'b', dominance: 'd', complementary: 'c' } as const;

function cellText({ count, empty, hiddenInPublic }: Cell, figure: Column['figure'], formats: Formats): Html {
  if (empty) return html`–`;
  if (count === null) return hiddenMark;
  return html`${figureText(formats, count, figure)}${hiddenInPublic ? html`<sup>${reasonMarks[hiddenInPublic]}</sup>` : null}`;
}

/** Only the marks that stand in the table. */
export function legend(table: StatisticTable, t: Translate): Html {
  const cells = table.cells.flat();
  const lines = [
    cells.some(({ count, empty }) => count === null && !empty) ? html`${hiddenMark} ${t('tables:hidden')}` : null,
    ...(['threshold', 'concentration', 'complementary', 'dominance'] as const).map((reason) =>
      cells.some(({ hiddenInPublic }) => hiddenInPublic === reason)
        ? html`<sup>${reasonMarks[reason]}</sup> ${t(`tables:hiddenReason.${reason}`)}`
        : null,
    ),
    table.rounded ? t(`rounding:${noteOfRounding(table.rounded)}`, { base: table.rounded.base }) : null,
    noPercentText(table, t),
    table.sumsExceedTotal ? t('tables:sumsExceedTotal') : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return html``;
  return html`<p class="legend">${lines.map((line, at) => [at === 0 ? null : ' · ', line])}</p>`;
}

/** Why a percentage is not given; null where each of them is. */
export function noPercentText({ percent, cells }: StatisticTable, t: Translate): string | null {
  if (!percent?.includes(null)) return null;
  const isAnyHidden = cells.flat().some(({ count, empty }) => count === null && !empty);
  return t(isAnyHidden ? 'print:noPercent' : 'print:noShare');
}

/** What has to be known of this very table, and of the name of a place in it. */
export const remarks = (table: StatisticTable, writing: Writing): Html =>
  html`${remarkTexts(table, writing).map((each) => html`<p class="legend">${each}</p>`)}`;

/** The same as plain sentences. */
export function remarkTexts(table: StatisticTable, writing: Writing): string[] {
  const say = (label: Label): string => labelText(label, writing);
  const texts = (table.remarks ?? []).map(say);
  return hasDesignation(table, say) ? [...texts, writing.t('tables:designation')] : texts;
}

function notes(table: StatisticTable, { register, t, formats }: Writing): Html {
  const { extractedAt, changeNumber, seal } = table;
  const unknown = unknownTexts(table, { t, formats });
  const source = [
    t('print:source', { date: formats.dateTime(extractedAt), version: register.dictionaryVersion }),
    ...recordTexts(table, { t, formats }),
  ];
  const state = t('print:state', {
    change: formats.number(changeNumber),
    entry: formats.number(seal.entry),
    seal: seal.mark,
  });
  if (unknown.length > 0) source.push(t('print:unknown', { list: unknown.join('; ') }));
  return html`<div class="notes"><h2>${t('print:notes')}</h2><p>${source.join(' ')}</p><p>${state}</p></div>`;
}

/** How many records were searched and drafts left out, where the view says it. */
function recordTexts({ population }: StatisticTable, { t, formats }: Pick<Writing, 't' | 'formats'>): string[] {
  const say = (key: string, count: number | null): string[] =>
    count === null ? [] : [t(key, { count, formatted: formats.number(count) })];
  return [...say('print:records', population.records), ...say('print:drafts', population.draftsLeftOut)];
}

/** How many of those counted are unknown in a row or column, where that is shown. */
export function unknownTexts({ population }: StatisticTable, { t, formats }: Pick<Writing, 't' | 'formats'>): string[] {
  const { counted, unknown } = population;
  return unknown.flatMap(({ dimension, count }) => {
    if (!count || !counted) return [];
    return t(`tables:unknown.${dimension}`, { count, percent: formats.percent((count / counted) * 100) });
  });
}
