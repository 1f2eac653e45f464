/** What is crossed or written for one field, blank or with the stored value. */
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isMissing } from '#shared/records/record.ts';
import { type Html, html } from '../html.ts';
import { datePartsOf, figuresOf, lengthOf } from './dates.ts';
import { box, comb, keyed, line, lines } from './marks.ts';
import type { Paper } from './paper.ts';
import type { PaperChoice, PaperList } from './paper-list.ts';
import { columnsFor, fitsBeside, linesOf } from './text-width.ts';

export interface Answer {
  readonly body: Html;
  /** Needs the width of the page; otherwise it stands beside its label. */
  readonly isWide: boolean;
}

type Known = string | number | readonly string[] | null;

/** A marker has boxes of its own beside the answer. */
export const knownOf = (value: FieldValue | undefined): Known =>
  value === undefined || isMissing(value) || value === '' ? null : value;

const codesOf = (value: Known): readonly string[] =>
  value === null || typeof value === 'number' ? [] : typeof value === 'string' ? [value] : value;

/** Boxes or lines for the answer to one field. */
export function answerHtml(paper: Paper, field: FieldDeclaration, stored: FieldValue | undefined): Answer {
  const value = knownOf(stored);
  if (field.list !== undefined) {
    const list = paper.list(field.list);
    if (!list.isLong) return boxes(paper, list, codesOf(value));
    return field.type === 'codes'
      ? { body: slots(list, codesOf(value)), isWide: true }
      : { body: slot(list, codesOf(value)[0]), isWide: false };
  }
  switch (field.type) {
    case 'int':
      return { body: figures(field, value), isWide: false };
    case 'decimal':
      return { body: line(typeof value === 'number' ? paper.formats.number(value) : ''), isWide: false };
    case 'date':
    case 'partial_date':
      return { body: date(paper, field, typeof value === 'string' ? value : null), isWide: false };
    default:
      return { body: text(field, typeof value === 'string' ? value : ''), isWide: true };
  }
}

const choice = (each: PaperChoice, isCrossed: boolean, { t }: Paper): Html =>
  html`<div class="choice">${box(isCrossed)}${keyed(each, t)}</div>`;

const longestOneDigit = 9;

function boxes(paper: Paper, list: PaperList, codes: readonly string[]): Answer {
  const { offered } = list;
  const made = offered.map((each) => choice(each, codes.includes(each.code), paper));
  const others = codes.filter((code) => !offered.some((each) => each.code === code));
  const stored = others.map(
    (code) => html`<p class="written">${paper.t('paper:answer.stored', { label: list.find(code)?.label ?? code })}</p>`,
  );
  const labels = offered.map(({ label, isExclusive }) =>
    isExclusive ? `${label} ${paper.t('paper:answer.alone')}` : label,
  );
  const numbers = offered.length > longestOneDigit ? ' twodigits' : '';
  if (fitsBeside(labels)) return { body: html`<div class="inline">${made}</div>${stored}`, isWide: false };
  const columns = columnsFor(labels);
  const rows = Math.ceil(made.length / columns);
  const inColumns = Array.from(
    { length: columns },
    (_, at) => html`<div>${made.slice(at * rows, (at + 1) * rows)}</div>`,
  );
  return { body: html`<div class="columns${numbers}">${inColumns}</div>${stored}`, isWide: true };
}

/** Number from the annex, and the name beside it for whoever reads the paper. */
function slot(list: PaperList, code: string | undefined): Html {
  const chosen = code === undefined ? undefined : list.find(code);
  const key = chosen?.key ?? '';
  // Figures stand at the right end, as they are added from the right.
  return html`<span class="slot">${comb(list.keyLength, list.isLettered ? key : key.padStart(list.keyLength))}${line(chosen?.label ?? code ?? '')}</span>`;
}

const fewestSlots = 4;

function slots(list: PaperList, codes: readonly string[]): Html {
  // One more than is stored, in two columns.
  const needed = codes.length + 1;
  const count = Math.max(fewestSlots, needed + (needed % 2));
  const made = Array.from({ length: count }, (_, at) => slot(list, codes[at]));
  return html`<div class="slots">${made}</div>`;
}

const longestNumber = 4;

function figures({ max }: FieldDeclaration, value: Known): Html {
  const length = typeof max === 'number' ? String(max).length : longestNumber;
  return comb(length, value === null ? '' : String(value).padStart(length));
}

function date({ formats, t }: Paper, field: FieldDeclaration, value: string | null): Html {
  const known = value === null ? null : figuresOf(value);
  const cells = datePartsOf(formats).map((each) =>
    'part' in each
      ? comb(lengthOf[each.part], known?.[each.part] ?? '')
      : html`<span class="between">${each.sign}</span>`,
  );
  // Between two dates, or anything else that boxes cannot hold.
  const written = value !== null && known === null && html`<p class="written">${formats.date(value)}</p>`;
  const hint =
    field.type === 'partial_date' &&
    html`<p class="hint">${t('paper:date.partial', { year: formats.date('2019'), month: formats.date('2019-03') })}</p>`;
  return html`${written}<span class="date">${cells}</span>${hint}`;
}

const linesOfLongText = 4;

function text({ multiline }: FieldDeclaration, value: string): Html {
  const written = value === '' ? [] : linesOf(value);
  const count = multiline === true ? linesOfLongText : 1;
  // What fills its lines gets one more for corrections.
  const needed = Math.max(count, written.length + (written.length > 1 ? 1 : 0));
  return html`<div class="writing">${written.map((part) => line(part.trim()))}${lines(Math.max(0, needed - written.length))}</div>`;
}
