/** The printed correction sheet: what was published, what it would be today, and the difference. */
import type { CorrectionSheet } from '#shared/contract/publication.ts';
import { callTable } from '#shared/statistics/catalogue/table-called.ts';
import { effectText, figureText } from '#shared/statistics/figure-text.ts';
import { type Html, html } from '../reports/html.ts';
import { hiddenMark, pageHead, printDocument, signatures } from '../reports/page.ts';
import { labelText, printedDigest, type Writing } from '../reports/writing.ts';

type TableCorrections = CorrectionSheet['tables'][number];

/** HTML of a correction sheet. */
export function correctionsHtml(writing: Writing, sheet: CorrectionSheet): string {
  const { register, t, language, formats } = writing;
  const { publication, view, tables } = sheet;
  const { from, to } = publication.period;
  const days = t('print:period', { from: formats.date(from), to: formats.date(to) });
  const title = t('publications:sheet.title');
  const right = [t(`print:registers.${register.kind}`), t('print:summary', { period: days })] as const;
  const changed = tables.filter(hasChanged);
  const unchanged = tables.filter((table) => !hasChanged(table)).map((table) => calledIn(table, writing));
  return printDocument({
    t,
    language,
    title,
    training: register.training,
    sheets: [
      {
        notice: view === 'internal' ? t('print:internalNotice') : undefined,
        footLeft: t('publications:sheet.foot', {
          version: register.programVersion,
          digest: printedDigest(sheet.digest),
        }),
        footCentre: t(`print:view.${view}`, { threshold: publication.threshold }),
        body: html`${pageHead(register.institution, register.office, right)}
<h1>${title}</h1>
<p class="lead">${t('publications:sheet.lead', {
          published: formats.dateTime(publication.at),
          digest: printedDigest(publication.digest),
          today: formats.dateTime(sheet.extractedAt),
          change: formats.number(sheet.changeNumber),
        })}</p>
${changed.length === 0 ? html`<p>${t('publications:sheet.nothing')}</p>` : changed.map((table) => tableBlock(table, view, writing))}
${unchanged.length > 0 && changed.length > 0 ? html`<p class="legend">${t('publications:sheet.unchanged', { tables: unchanged.join('; ') })}</p>` : null}
${revokedBlock(sheet, writing)}
${tables.some(({ corrections }) => corrections.some((each) => hasHidden(each, view))) ? html`<p class="legend">${hiddenMark} ${t('tables:hidden')}</p>` : null}
<p class="legend">${t('print:state', {
          change: formats.number(sheet.changeNumber),
          entry: formats.number(sheet.seal.entry),
          seal: sheet.seal.mark,
        })}</p>
${signatures(t)}`,
      },
    ],
  });
}

const hasChanged = ({ corrections, withheld, redefined }: TableCorrections): boolean =>
  corrections.length > 0 || withheld || redefined;

type Correction = TableCorrections['corrections'][number];

/** In the internal view only what stood on paper can be hidden. */
const hasHidden = ({ published, before, now, empty }: Correction, view: CorrectionSheet['view']): boolean =>
  (published === null && !empty.before) || (view === 'public' && [before, now].includes(null) && !empty.now);

/** An own table by its title, one of the catalogue by code and title. */
export const calledIn = ({ register, name, title }: TableCorrections, writing: Writing): string =>
  title === null ? callTable(register, name, writing) : labelText(title, writing);

function tableBlock(table: TableCorrections, view: CorrectionSheet['view'], writing: Writing): Html {
  const { t, formats } = writing;
  const heading = html`<h2>${calledIn(table, writing)}</h2>`;
  if (table.withheld || table.redefined) {
    return html`${heading}<p class="lead">${t(`publications:sheet.${table.withheld ? 'withheld' : 'redefined'}`)}</p>`;
  }
  const shown = (value: number | null, isEmpty: boolean, figure: Correction['figure']): Html | string =>
    value !== null ? figureText(formats, value, figure) : isEmpty ? '–' : hiddenMark;
  const isInternal = view === 'internal';
  const rows = table.corrections.map(({ row, column, figure, published, before, now, effect, empty }) => {
    const change = effect === null ? '' : effectText(formats, effect, figure);
    const then = isInternal && html`<td class="n">${shown(before, true, figure)}</td>`;
    return html`<tr><td>${labelText(row, writing)}</td><td>${labelText(column, writing)}</td><td class="n">${shown(published, empty.before, figure)}</td>${then}<td class="n">${shown(now, isInternal || empty.now, figure)}</td><td class="n">${change}</td></tr>`;
  });
  const count = { number: formats.number(table.corrections.length), figures: formats.number(table.figures) };
  const thenHead = isInternal && html`<th class="n">${t('publications:sheet.then')}</th>`;
  return html`${heading}<p class="lead">${t('publications:sheet.changed', count)}</p>
<table class="short"><thead><tr><th>${t('publications:sheet.row')}</th><th>${t('publications:sheet.column')}</th><th class="n">${t('publications:sheet.before')}</th>${thenHead}<th class="n">${t('publications:sheet.now')}</th><th class="n">${t('publications:sheet.effect')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function revokedBlock({ revoked }: CorrectionSheet, { t, formats }: Writing): Html | null {
  if (revoked === null) return null;
  const { before, now } = revoked;
  return html`<h2>${t('publications:sheet.revoked')}</h2><p class="lead">${t('publications:sheet.revokedText', { before: formats.number(before), now: formats.number(now) })}</p>`;
}
