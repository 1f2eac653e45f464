/** A whole document to print: sheets with running foot, and what every page must say. */
import type { Language } from '#shared/languages.ts';
import { cssString, type Html, html } from './html.ts';
import { printStyles } from './print-styles.ts';
import type { Translate } from './texts.ts';

export interface Sheet {
  readonly body: Html;
  /** Stands at the foot of each page of this sheet, left and in the middle; the page number stands right. */
  readonly footLeft: string;
  readonly footCentre: string;
  /** A line of its own above the others at the foot of each page; the page number then stands right of it. */
  readonly footTop?: string;
  readonly landscape?: boolean;
  /** Runs along the top of each page, left and right, under the notices. */
  readonly head?: readonly [left: string, right: string] | undefined;
  /** Names the sheet in style rules of its own kind of print. */
  readonly kind?: string;
  /** Goes on over as many pages as it needs, instead of filling one. */
  readonly flows?: boolean;
  /** Stands at the top of each page: internal, not for publication. */
  readonly notice?: string | undefined;
}

export interface PrintDocument {
  readonly t: Translate;
  readonly language: Language;
  readonly title: string;
  /** Striped band along the top of every page: the records are invented. */
  readonly training: boolean;
  /** Rules that only this kind of print needs. */
  readonly styles?: string;
  readonly sheets: readonly Sheet[];
}

const side = 18;
const shortSide = 210 - 2 * side;
const longSide = 297 - 2 * side;
const stripes = 'repeating-linear-gradient(135deg,#111 0,#111 1.2mm,#fff 1.2mm,#fff 2.4mm)';

const stripedBand = `background:${stripes} top left/100% 3mm no-repeat;`;
/** Over a running head the band has less room. */
const runningBand = `${stripedBand}margin-top:2.5mm;padding-top:4.1mm;`;

/** Millimetres between the margins. */
export const paperWidth = (isLandscape: boolean): number => (isLandscape ? longSide : shortSide);

/** Stands for a hidden figure: a dot of the print's own font, drawn larger. */
export const hiddenMark = html`<span class="dot">•</span>`;

/** The complete HTML of a print, without scripts and without anything from outside the program. */
export function printDocument({ t, language, title, training, styles: own = '', sheets }: PrintDocument): string {
  const pages = sheets.map((sheet, index) => pageRules(t, sheet, `sheet${index}`, training)).join('\n');
  const bodies = sheets.map(
    ({ body, kind = '' }, index) => html`<section class="${`sheet sheet${index} ${kind}`.trim()}">${body}</section>`,
  );
  const styles = `<style>${printStyles}${own}${pages}</style>`;
  const body = html`<body>${bodies}</body>`;
  const head = html`<meta charset="utf-8"><title>${title}</title>`;
  return `<!doctype html><html lang="${language}"><head>${head.text}${styles}</head>${body.text}</html>`;
}

/** Every sheet has pages of its own name, so that each can say what it is at its foot. */
function pageRules(t: Translate, sheet: Sheet, name: string, training: boolean): string {
  const page = unstretched(t('print:page', { page: '\u0001', pages: '\u0002' }));
  // One box, its parts pushed to both ends: boxes of their own would cover each other and break the rule above them.
  const { footTop, footLeft, footCentre } = sheet;
  const inLine = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  const parts = [unstretched(footLeft), unstretched(footCentre)] as const;
  const footText = cssString(
    footTop === undefined ? inLine(...parts, page) : `${inLine(unstretched(footTop), page)}\n${inLine(...parts)}`,
  )
    .replace('\u0001', '" counter(page) "')
    .replace('\u0002', '" counter(pages) "');
  const foot =
    'color:#555;vertical-align:top;padding-top:2mm;border-top:0.2mm solid #999;' +
    (footTop === undefined
      ? 'font:7.5pt/1.3 "Noto Sans",sans-serif;margin-top:5mm'
      : 'font:8.5pt/1.35 "Noto Sans",sans-serif;margin-top:3mm;color:#111;white-space:pre-line');
  const notices = [training ? t('print:training') : null, sheet.notice ?? null].filter((line) => line !== null);
  const height = (sheet.landscape ? shortSide : longSide) - 1;
  return `@page ${name}{size:A4${sheet.landscape ? ' landscape' : ''};margin:${side}mm;
@bottom-center{content:${footText};width:100%;text-align:justify;text-align-last:justify;${foot}}
${topBox(notices, sheet.head, training)}}
.${name}{page:${name};${sheet.flows ? 'display:block' : `min-height:${height}mm`}}`;
}

/** What every page says at its top: that records are invented, that it is internal, and whose print it is. */
function topBox(notices: readonly string[], head: Sheet['head'], training: boolean): string {
  if (notices.length === 0 && head === undefined) return '';
  if (head === undefined) {
    const band = training ? `${stripedBand}margin-top:5mm;padding-top:4mm;` : 'margin-top:7mm;';
    return `@top-center{content:${cssString(notices.join('\n'))};white-space:pre;width:100%;text-align:center;vertical-align:top;font:700 8pt/1.4 "Noto Sans",sans-serif;letter-spacing:0.04em;${band}}`;
  }
  // Lines of one box, each pushed to both ends; between two spaces that stay a notice stands in the middle.
  const [first, ...others] = notices.map(unstretched);
  const said = first === undefined ? [] : [others.length > 0 ? [first, ...others].join(' ') : `\u2005 ${first} \u2005`];
  const lines = [...said, head.map(unstretched).join(' ')].join('\n');
  return `@top-center{content:${cssString(lines)};white-space:pre-line;width:100%;text-align:justify;text-align-last:justify;vertical-align:top;font:600 7pt/1.3 "Noto Sans",sans-serif;padding-bottom:0.8mm;border-bottom:0.2mm solid #999;margin-bottom:2mm;${training ? runningBand : 'margin-top:5mm;'}}`;
}

/** Spaces of the width of a space that are not stretched. */
const unstretched = (text: string): string => text.replace(/\s/g, '\u2005');

/** Institution and office left, what the print is right. */
export const pageHead = (institution: string, office: string, right: readonly [string, string]): Html =>
  html`<div class="head"><div><b>${institution}</b>${office === '' ? null : html`<br>${office}`}</div><div class="right">${right[0]}<br>${right[1]}</div></div>`;

/** Lines for those who prepared and checked, and for date and stamp. */
export const signatures = (t: Translate): Html =>
  html`<div class="grow"></div><div class="signatures"><div>${t('print:prepared')}</div><div>${t('print:checked')}</div><div>${t('print:dateAndStamp')}</div></div>`;
