/** Cover, contents, methods, data quality and the page for signatures: what stands around the tables. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import { type Html, html } from '../html.ts';
import { hiddenMark, signatures } from '../page.ts';
import { unknownTexts, withdrawalHtml } from '../table-html.ts';
import { printedDigest, type Writing, wordOfTable } from '../writing.ts';
import { methodTexts, periodDays, protectionText, viewText } from './summary-text.ts';

/** Facts by which a print is told from every other. */
export function factsOf(content: SummaryContent, writing: Writing): (readonly [name: string, value: string])[] {
  const { t, formats } = writing;
  const { extractedLocally, changeNumber, seal, digest, programVersion, dictionaryVersion } = content;
  return [
    [t('summary:facts.view'), viewText(content, writing)],
    [t('statistics:facts.extracted'), formats.dateTime(extractedLocally)],
    [t('statistics:facts.change'), formats.number(changeNumber, 0)],
    [t('statistics:facts.seal'), `${formats.number(seal.entry, 0)} · ${seal.mark}`],
    [t('summary:facts.dictionary'), dictionaryVersion],
    [t('summary:facts.program'), `Kriter ${programVersion}`],
    [t('summary:facts.digest'), printedDigest(digest)],
  ];
}

const statements = (facts: readonly (readonly [string, string])[]): Html =>
  html`<table class="statements"><tbody>${facts.map(([name, value]) => html`<tr><td>${name}</td><td>${value}</td></tr>`)}</tbody></table>`;

export function coverHtml(content: SummaryContent, writing: Writing): Html {
  const { t } = writing;
  const { institution, office, kind } = content.register;
  return html`<div class="institution">${institution}</div>
${office === '' ? null : html`<div class="office">${office}</div>`}
<h1>${t('summary:title')}</h1>
<p class="period">${periodDays(content, writing)}</p>
<p class="register">${t(`print:registers.${kind}`)}</p>
<div class="grow"></div>
${withdrawalHtml(writing)}
<p class="warning">${protectionText(content, writing)}</p>
${statements(factsOf(content, writing))}`;
}

export interface Entry {
  /** Id of the element that it leads to. */
  readonly to: string;
  readonly text: string;
  readonly isTop: boolean;
}

/** Contents with the pages as far as they are known; the number has its room from the first printing on. */
export function contentsHtml(entries: readonly Entry[], pages: ReadonlyMap<string, number>, { t }: Writing): Html {
  const lines = entries.map(
    ({ to, text, isTop }) =>
      html`<li class="${isTop ? 'top' : 'below'}"><a href="#${to}"><span class="name">${text}</span><span class="leader"></span><span class="page">${pages.get(to) ?? '000'}</span></a></li>`,
  );
  return html`<h1>${t('summary:contents')}</h1><ol class="contents">${lines}</ol>`;
}

/** Longer lists stand in two columns. */
const fewLines = 4;

export function methodsHtml(content: SummaryContent, writing: Writing): Html {
  const parts = methodTexts(content, writing).map(({ title, texts, list = [] }) => {
    const lines = list.map((each) => html`<li>${each}</li>`);
    const items = list.length === 0 ? null : html`<ul class="${list.length > fewLines ? 'many' : 'few'}">${lines}</ul>`;
    return html`<section class="kept"><h2>${title}</h2>${texts.map((each) => html`<p>${each}</p>`)}${items}</section>`;
  });
  return html`<section class="methods" id="methods"><h1>${writing.t('summary:chapters.methods')}</h1>${parts}</section>`;
}

/** How complete the figures are, table by table. */
export function qualityHtml({ tables, view }: SummaryContent, writing: Writing): Html {
  const { t } = writing;
  // How many records there are at all is nobody's to know who sees hidden cells beside it.
  const heads = (view === 'public' ? ['counted'] : ['counted', 'records', 'drafts']).map(
    (name) => html`<th class="count">${t(`summary:quality.${name}`)}</th>`,
  );
  // Tables of cases and decisions have no line of unknown persons to tell of.
  const hasUnknown = tables.some(({ population }) => population.unknown.length > 0);
  // In public nothing could be said of a table that counts several things.
  const rows = tables.flatMap((table, at) =>
    view === 'internal' || table.countsOneThing ? [qualityRow(table, at + 1, hasUnknown, writing)] : [],
  );
  const unknownHead = hasUnknown && html`<th class="unknown">${t('summary:quality.unknown')}</th>`;
  return html`<section class="quality" id="quality"><h1>${t('summary:chapters.quality')}</h1>
<p class="lead">${t('summary:quality.lead')}</p>
<table class="overview figures"><thead><tr><th class="no">${t('summary:quality.number')}</th><th>${t('statistics:table')}</th>${heads}${unknownHead}</tr></thead><tbody>${rows}</tbody></table></section>`;
}

function qualityRow(table: StatisticTable, number: number, hasUnknown: boolean, writing: Writing): Html {
  const { t, formats } = writing;
  const { counted, records, draftsLeftOut } = table.population;
  const isHidden = table.countsOneThing && counted === null;
  const shown = counted === null ? '–' : formats.number(counted, 0);
  const unknown = unknownTexts(table, writing);
  const unknownHidden = table.population.unknown.some(({ count }) => count === null);
  const texts = [...unknown, ...(unknownHidden ? [t('tables:hidden')] : [])];
  const unknownCell = hasUnknown && html`<td class="unknown">${texts.length === 0 ? '–' : texts.join('; ')}</td>`;
  const ofRecords = [records, draftsLeftOut]
    .filter((each) => each !== null)
    .map((each) => html`<td class="count">${formats.number(each, 0)}</td>`);
  return html`<tr><td class="no">${number}</td><td>${wordOfTable(table, 'title', writing)}</td><td class="count">${isHidden ? hiddenMark : shown}</td>${ofRecords}${unknownCell}</tr>`;
}

export function approvalHtml(content: SummaryContent, writing: Writing): Html {
  const { t } = writing;
  return html`<h1 id="approval">${t('summary:chapters.approval')}</h1>
<p class="lead">${t('summary:approval.lead')}</p>
${statements([[t('statistics:facts.period'), periodDays(content, writing)], ...factsOf(content, writing)])}
${signatures(t)}`;
}
