/** A repeating group: its answers by number, then a table with rows to fill in. */
import type { FormField, FormGroup } from '#shared/dictionary/derive-form.ts';
import { entityTextKey, fieldTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isMissing, type Values } from '#shared/records/record.ts';
import { type Html, html } from '../html.ts';
import { knownOf } from './answer-html.ts';
import { conditionText } from './condition-text.ts';
import { datePattern } from './dates.ts';
import { explanationHtml, labelHtml, numberTag } from './field-html.ts';
import { keyed, signsOf, signText } from './marks.ts';
import type { Paper } from './paper.ts';
import { widthOf } from './text-width.ts';

/** Which rows a table has: those that are stored, then empty ones, numbered on. */
interface Rows {
  readonly stored: readonly Values[];
  readonly blank: number;
  readonly first: number;
}

/** The group within the form. */
export function groupHtml(paper: Paper, group: FormGroup): Html {
  const stored = (paper.stored?.content.groups[group.entity.id] ?? []).map(({ values }) => values);
  return groupPart(paper, group, { stored, blank: paper.options.blankRows, first: 1 });
}

/** The same table on a continuation sheet; its rows go on counting. */
export function continuedGroup(paper: Paper, group: FormGroup): Html {
  const stored = paper.stored?.content.groups[group.entity.id]?.length ?? 0;
  return groupPart(paper, group, {
    stored: [],
    blank: paper.options.continuationRows,
    first: stored + paper.options.blankRows + 1,
  });
}

/** First and last number as the dictionary has them, in whatever order the row is typed. */
function spanOfNumbers({ index }: Paper, fields: readonly FormField[]): string {
  const [first] = fields;
  const numbers =
    first === undefined
      ? []
      : index.fieldsOf(first.field.entity).filter((field) => fields.some((each) => each.field === field));
  return `${numbers[0]?.no}–${numbers.at(-1)?.no}`;
}

function groupPart(paper: Paper, group: FormGroup, rows: Rows): Html {
  const { t, index } = paper;
  const { entity, fields, applies } = group;
  const name = t(entityTextKey(index.register.kind, entity.id), { count: 2 });
  const numbers = spanOfNumbers(paper, fields);
  const only = applies !== undefined && html`<p class="only">${conditionText(applies, paper)}</p>`;
  const keys = fields.map((each) => keyHtml(paper, each));
  const table = fitsInColumns(paper, fields) ? columnTable(paper, fields, rows) : cards(paper, group, rows);
  return html`<section class="group"><div class="opening"><h3>${numbers} ${name}</h3>${only}<p class="hint">${t('paper:group.howTo')}</p></div>
<div class="keys">${keys}</div>${table}</section>`;
}

/** What may be written into the cells of one field. */
function keyHtml(paper: Paper, { field, applies }: FormField): Html {
  const { t } = paper;
  const signs = signsOf(field, undefined).map((marker) => html`<b class="chip">${signText(marker)}</b>`);
  const allowed = signs.length > 0 && html`&ensp;<span class="allowed">${t('paper:group.signs')} ${signs}</span>`;
  return html`<div class="about" data-no="${field.no}">${numberTag(field)}<div><p>${labelHtml(paper, field)}: ${answersOf(paper, field)}${allowed}</p>
${applies !== undefined && html`<p class="only">${conditionText(applies, paper)}</p>`}${explanationHtml(paper, field)}</div></div>`;
}

/** What is written for an answer from a long list. */
const longKey = (isLettered: boolean, hasAnnex: boolean): string =>
  hasAnnex ? (isLettered ? 'letters' : 'annexed') : isLettered ? 'country' : 'named';

function answersOf(paper: Paper, field: FieldDeclaration): Html {
  const { t, formats, options } = paper;
  if (field.list !== undefined) {
    const list = paper.list(field.list);
    if (list.isLong) return html`${t(`paper:group.${longKey(list.isLettered, options.annex)}`)}`;
    return html`${list.offered.map((choice) => html`<span class="one">${keyed(choice, t)}</span> `)}`;
  }
  if (field.type === 'date') return html`${datePattern(formats, t)}`;
  if (field.type === 'partial_date') {
    const partial = t('paper:date.partial', { year: formats.date('2019'), month: formats.date('2019-03') });
    return html`${datePattern(formats, t)}, ${partial}`;
  }
  return html`${t(`paper:group.types.${field.type}`)}`;
}

/** Millimetres that handwriting needs. */
function roomOf(paper: Paper, field: FieldDeclaration): number {
  if (field.list !== undefined) {
    const list = paper.list(field.list);
    if (list.isLong && !(list.isLettered && paper.options.annex)) return 32;
    return field.type === 'codes' ? 26 : 15;
  }
  return { date: 25, partial_date: 25, int: 15, decimal: 24, text: 40, code: 15, codes: 26 }[field.type];
}

const padding = 3.2;
/** Heads are bold, which is wider. */
const bold = 1.08;

/** A column is at least as wide as the longest word over it. */
function columnOf(paper: Paper, field: FieldDeclaration): number {
  const words = shortLabel(paper, field).split(/[\s-]+/);
  return Math.ceil(Math.max(roomOf(paper, field), ...words.map((word) => widthOf(word) * bold + padding)));
}

const shortLabel = ({ t, index }: Paper, field: FieldDeclaration): string =>
  t(fieldTextKey(index.register.kind, field, 'label'));

const paperWide = 174;
const rowNumber = 8;

const fitsInColumns = (paper: Paper, fields: readonly FormField[]): boolean =>
  rowNumber + fields.reduce((sum, { field }) => sum + columnOf(paper, field), 0) <= paperWide;

/** One line of the table per row of the group. */
function columnTable(paper: Paper, fields: readonly FormField[], rows: Rows): Html {
  const least = fields.map(({ field }) => columnOf(paper, field));
  const rest = paperWide - rowNumber - least.reduce((sum, width) => sum + width, 0);
  const more = Math.floor(rest / fields.length);
  const columns = least.map((width) => html`<col class="w${Math.min(width + more, 99)}">`);
  const heads = fields.map(({ field }) => html`<th>${numberTag(field)}<br>${shortLabel(paper, field)}</th>`);
  const body = rowsOf(rows).map(
    ({ number, values }) =>
      html`<tr><td class="at">${number}</td>${fields.map(({ field }) => html`<td>${written(paper, field, values[field.id])}</td>`)}</tr>`,
  );
  return html`<table class="rows"><colgroup><col class="w${rowNumber}">${columns}</colgroup><thead><tr><th>${paper.t('paper:group.row')}</th>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Too many fields for one line: each row of the group is a block of cells with their labels. */
function cards(paper: Paper, { entity, fields }: FormGroup, rows: Rows): Html {
  const { t, index } = paper;
  const name = t(entityTextKey(index.register.kind, entity.id), { count: 1 });
  const card = ({ number, values }: { number: number; values: Values }): Html => {
    const cells = fields.map(({ field }) => {
      const width = Math.min(
        84,
        Math.max(columnOf(paper, field), Math.ceil(widthOf(shortLabel(paper, field)) / 2 + 12)),
      );
      return html`<div class="piece f${width}"><p class="cap">${numberTag(field)} ${shortLabel(paper, field)}</p><p class="room">${written(paper, field, values[field.id])}</p></div>`;
    });
    return html`<div class="card"><p class="title"><b>${name} ${number}</b></p><div class="pieces">${cells}</div></div>`;
  };
  return html`<div class="cards">${rowsOf(rows).map(card)}</div>`;
}

function rowsOf({ stored, blank, first }: Rows): readonly { number: number; values: Values }[] {
  const all: readonly Values[] = [...stored, ...Array.from({ length: blank }, () => ({}))];
  return all.map((values, at) => ({ number: first + at, values }));
}

/** A stored value as one would have written it: numbers, a date, a sign. */
function written(paper: Paper, field: FieldDeclaration, stored: FieldValue | undefined): Html | null {
  if (isMissing(stored)) return html`<b class="value">${signText(stored.missing)}</b>`;
  const value = knownOf(stored);
  if (value === null) return null;
  if (field.list !== undefined) {
    const list = paper.list(field.list);
    const codes = typeof value === 'object' ? value : [String(value)];
    const keys = codes.map((code) => list.find(code)?.key ?? code).join(', ');
    // A number of the annex says nothing by itself: its name is written too.
    const names =
      list.isLong &&
      !list.isLettered &&
      html`<span class="name">${codes.map((code) => list.find(code)?.label ?? code).join('; ')}</span>`;
    return html`<b class="value">${keys}</b> ${names}`;
  }
  if (typeof value === 'number') {
    return html`<b class="value">${field.type === 'decimal' ? paper.formats.number(value) : String(value)}</b>`;
  }
  const isDate = field.type === 'date' || field.type === 'partial_date';
  return html`<b class="value">${isDate ? paper.formats.date(String(value)) : String(value)}</b>`;
}
