/** The tables of the report on data quality as a print shows them. */
import type { Answers, QualityLine, QualityTable } from '#shared/contract/quality.ts';
import { type AnswerKind, answerKinds } from '#shared/contract/quality-filter.ts';
import { answerTextKey } from '#shared/dictionary/text-keys.ts';
import { lateAfterDays } from '#shared/statistics/quality/delays.ts';
import { filledShare } from '#shared/statistics/quality/share.ts';
import { type Html, html } from './html.ts';
import type { QualityNames } from './quality-names.ts';
import { figureTable, type PrintColumn, shareCell } from './quality-print-table.ts';
import type { Writing } from './writing.ts';

export interface QualityPrint {
  readonly table: QualityTable;
  readonly names: QualityNames;
  /** Whoever asks for her own records only. */
  readonly ownName: string;
}

/** Tables are numbered through all sheets. */
export function numbering({ t }: Writing): (title: string) => Html {
  let number = 0;
  return (title) => {
    number += 1;
    return html`<h2>${t('print:tableNumber', { number })} ${title}</h2>`;
  };
}

type Numbered = ReturnType<typeof numbering>;

export function lineTables(
  { t, formats }: Writing,
  { table, names }: QualityPrint,
  by: NonNullable<QualityTable['by']>,
  numbered: Numbered,
): Html {
  const heads: PrintColumn[] = [
    { head: t('quality:head.records') },
    { head: t('quality:head.core'), isShare: true },
    { head: t('quality:head.all'), isShare: true },
    { head: t('quality:head.gaps') },
    { head: t('quality:head.median') },
    { head: t('quality:head.late', { days: lateAfterDays }) },
    { head: t('quality:head.open') },
    { head: t('quality:head.confirmed') },
  ];
  const count = (value: number | null): string => (value === null ? '–' : formats.number(value));
  const rows = table.lines.map((line) => ({
    name: names.line(by, line),
    isTotal: line.key === null,
    cells: [
      count(line.records),
      shareCell(line.core, formats),
      shareCell(line.all, formats),
      count(line.core.gap.records),
      line.delays[0]?.median == null ? '–' : formats.number(line.delays[0].median, 1),
      count(line.delays[0]?.late ?? null),
      count(line.open),
      count(line.confirmed),
    ],
  }));
  const main = figureTable({ rowHead: t(`quality:by.${by}`), columns: heads, rows });
  const years = yearTables({ t, formats }, table, names, by);
  return html`${numbered(t(`quality:titles.lines.${by}`))}${main}${years.map((part) => html`${numbered(t('quality:titles.years'))}${part}`)}`;
}

/** So many years fit on the width of a page. */
const yearsAtOnce = 14;

function yearTables(
  { t, formats }: Pick<Writing, 't' | 'formats'>,
  { years: found, lines }: QualityTable,
  names: QualityNames,
  by: NonNullable<QualityTable['by']>,
): Html[] {
  if (found === null || found.years.length < 2) return [];
  const parts: Html[] = [];
  for (let from = 0; from < found.years.length; from += yearsAtOnce) {
    const years = found.years.slice(from, from + yearsAtOnce);
    parts.push(
      figureTable({
        rowHead: t(`quality:by.${by}`),
        columns: years.map((year) => ({ head: year === '' ? t('quality:notStated.year') : year })),
        rows: lines.slice(1).map((line, at) => ({
          name: names.line(by, line),
          cells: years.map((_, column) => {
            const cell = found.cells[at]?.[from + column];
            const share = cell === undefined ? null : filledShare(cell);
            return share === null || cell === undefined
              ? '–'
              : html`${formats.number(share, 1)} <span class="definition">(${formats.number(cell.records)})</span>`;
          }),
        })),
      }),
    );
  }
  return parts;
}

const columns: readonly AnswerKind[] = answerKinds.filter((kind) => kind !== 'gap');

const answerHeads = ({ t }: Writing): PrintColumn[] => [
  { head: t('quality:head.share'), isShare: true },
  ...columns.map((kind) => ({ head: t(answerTextKey(kind)) })),
];

function answerCells({ t, formats }: Writing, answers: Answers): (string | Html)[] {
  return [
    shareCell(answers, formats),
    ...columns.map((kind) => {
      const { count, records } = answers[kind];
      const number = formats.number(count);
      if (count === records) return number;
      return html`${number}<br><span class="definition">${t('quality:in', { records: formats.number(records) })}</span>`;
    }),
  ];
}

export function fieldTable(writing: Writing, { table, names }: QualityPrint, numbered: Numbered): Html {
  const { t } = writing;
  const rows = table.fields.map(({ entity, field, core, answers }) => ({
    name: names.field(field),
    detail: [names.fieldNo(field), core ? t('quality:core') : '', entity === table.entity ? '' : t('quality:rows')]
      .filter((part) => part !== '')
      .join(' · '),
    cells: answerCells(writing, answers),
  }));
  return html`${numbered(t('quality:titles.fields'))}${figureTable({ rowHead: t('quality:head.field'), columns: answerHeads(writing), rows })}`;
}

export function sectionTable(
  writing: Writing,
  { table, names }: QualityPrint,
  whole: QualityLine,
  numbered: Numbered,
): Html {
  const { t, formats } = writing;
  const row = (name: string, { core, all }: Pick<QualityLine, 'core' | 'all'>, isTotal = false) => ({
    name,
    isTotal,
    cells: [shareCell(core, formats), formats.number(core.gap.records), ...answerCells(writing, all)],
  });
  const rows = [
    ...table.sections.map((section) => row(names.section(section.section), section)),
    row(t('quality:wholeRecord'), whole, true),
  ];
  const heads: PrintColumn[] = [
    { head: t('quality:head.core'), isShare: true },
    { head: t('quality:head.gaps') },
    ...answerHeads(writing),
  ];
  return html`${numbered(t('quality:titles.sections'))}${figureTable({ rowHead: t('quality:head.section'), columns: heads, rows })}`;
}

export function delayTables({ t, formats }: Writing, { table, names }: QualityPrint, numbered: Numbered): Html[] {
  const lines = table.by === null ? table.lines.slice(0, 1) : table.lines;
  const days = (value: number | null): string => (value === null ? '–' : formats.number(value, 1));
  return (table.lines[0]?.delays ?? []).map(({ field }, at) => {
    const title = t('quality:delay.from', { field: names.field(field) });
    const rows = lines.flatMap((line) => {
      const delay = line.delays[at];
      if (delay === undefined) return [];
      const share = (count: number): string => {
        const percent = filledShare({ applies: delay.measured, filled: count });
        return percent === null ? '–' : formats.number(percent, 1);
      };
      const { median, lowerQuartile, upperQuartile, measured, late, imputed, before, unknown } = delay;
      const middle = median === null ? '–' : `${days(lowerQuartile)} – ${days(upperQuartile)}`;
      const counts = [late, measured, imputed].map((count) => formats.number(count));
      return [
        {
          name: table.by === null ? title : names.line(table.by, line),
          isTotal: line.key === null && table.by !== null,
          cells: [
            days(median),
            middle,
            share(late),
            ...counts,
            share(imputed),
            formats.number(before),
            formats.number(unknown),
          ],
        },
      ];
    });
    const limit = { days: lateAfterDays };
    const heads = [
      t('quality:head.median'),
      t('quality:head.quartiles'),
      t('quality:head.lateShare', limit),
      t('quality:head.late', limit),
      t('quality:head.measured'),
      t('quality:head.imputed'),
      t('quality:head.imputedShare'),
      t('quality:head.before'),
      t('quality:head.dateUnknown'),
    ].map((text) => ({ head: text }));
    const rowHead = table.by === null ? t('quality:titles.delays') : t(`quality:by.${table.by}`);
    return html`${numbered(`${t('quality:titles.delays')}: ${title}`)}${figureTable({ rowHead, columns: heads, rows })}`;
  });
}

export function ruleTable({ t, formats }: Writing, { table, names }: QualityPrint, numbered: Numbered): Html {
  const title = numbered(t('quality:titles.rules'));
  if (table.rules === null) return html`${title}<p>${t('quality:judge.needed')}. ${t('quality:judge.why')}</p>`;
  if (table.rules.length === 0) return html`${title}<p>${t('quality:rules.none')}</p>`;
  const rows = table.rules.map(({ rule, parts, level, open, confirmed }) => {
    const lines = parts.map((part) => html`<br><span class="definition">${names.rule(rule, part)}</span>`);
    return html`<tr><td><b>${rule}</b>${lines}</td><td>${t(`print:dictionary.levels.${level}`)}</td><td class="n">${formats.number(open)}</td><td class="n">${formats.number(confirmed)}</td></tr>`;
  });
  const heads = html`<th>${t('quality:head.rule')}</th><th>${t('quality:head.level')}</th><th class="n">${t('quality:head.openRecords')}</th><th class="n">${t('quality:head.confirmedRecords')}</th>`;
  const judged =
    table.judgedAt === null
      ? null
      : html`<p class="legend">${t('quality:judge.last', { at: formats.dateTime(table.judgedAt) })}</p>`;
  const widths = html`<colgroup><col><col class="w30"><col class="w30"><col class="w30"></colgroup>`;
  return html`${title}<table class="figures small">${widths}<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>${judged}`;
}
