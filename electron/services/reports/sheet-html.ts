/** A recovery sheet: the lines to be kept on paper, what they open, and how they are kept and used. */
import type { z } from 'zod';
import type { sheet as sheetSchema } from '#shared/contract/register.ts';
import { html } from './html.ts';
import { pageHead, printDocument } from './page.ts';
import type { Writing } from './writing.ts';

export type RecoverySheet = z.output<typeof sheetSchema>;

/** HTML of one recovery sheet; the only place where its lines are ever written. */
export function sheetHtml(writing: Writing, sheet: RecoverySheet, printedAt: string): string {
  const { register, t, language, formats } = writing;
  const { purpose, sheetId, lines } = sheet;
  const title = t(`print:sheet.${purpose}.title`);
  const right = [t(`print:registers.${register.kind}`), formats.date(printedAt)] as const;
  const rows = lines.map((line, at) => html`<tr><td>${at + 1}</td><td>${grouped(line)}</td></tr>`);
  const steps = ['keep', 'apart', 'use', 'replace'].map((step) => html`<li>${t(`print:sheet.steps.${step}`)}</li>`);
  return printDocument({
    t,
    language,
    title,
    training: register.training,
    sheets: [
      {
        notice: t('print:sheet.notice'),
        footLeft: t('print:footSheet', { version: register.programVersion, sheet: sheetId }),
        footCentre: '',
        body: html`${pageHead(register.institution, register.office, right)}
<h1>${title}</h1>
<p class="lead">${t(`print:sheet.${purpose}.lead`)}</p>
<div class="lines"><table><tbody>${rows}</tbody></table></div>
<h2>${t('print:sheet.how')}</h2>
<ol class="steps">${steps}</ol>
<p class="warning">${t(`print:sheet.${purpose}.warning`)}</p>
<div class="grow"></div>
<div class="signatures"><div>${t('print:sheet.keptBy')}</div><div>${t('print:sheet.keptAt')}</div><div>${t('print:sheet.dateAndSignature')}</div></div>`,
      },
    ],
  });
}

/** Digits in groups of four, whatever signs the line already has between them. */
const grouped = (line: string): string => (line.replace(/[\s-]/g, '').match(/.{1,4}/g) ?? []).join('\u2002');
