/** The report on data quality as a print: lines of the breakdown, fields, sections, delays and rules, always internal. */
import type { QualityTable } from '#shared/contract/quality.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { allTerms } from '#shared/statistics/quality/terms.ts';
import { type Html, html } from './html.ts';
import { pageHead, printDocument, type Sheet, signatures } from './page.ts';
import type { QualityNames } from './quality-names.ts';
import {
  delayTables,
  fieldTable,
  lineTables,
  numbering,
  type QualityPrint,
  ruleTable,
  sectionTable,
} from './quality-tables.ts';
import { printedDigest, type Writing } from './writing.ts';

/** HTML of the whole report, one sheet a part. */
export function qualityHtml(writing: Writing, print: QualityPrint): string {
  const { t, language, register } = writing;
  const { table, names } = print;
  const numbered = numbering(writing);
  const shown = table.lines.find(({ key }) => key === table.line) ?? table.lines[0];
  const bodies = [
    table.by === null ? null : lineTables(writing, print, table.by, numbered),
    fieldTable(writing, print, numbered),
    shown === undefined
      ? null
      : html`${sectionTable(writing, print, shown, numbered)}${delayTables(writing, print, numbered)}`,
    ruleTable(writing, print, numbered),
  ].filter((body) => body !== null);
  const title = t('quality:subtitle', { entity: t(entityTextKey(register.kind, table.entity), { count: 100 }) });
  return printDocument({
    t,
    language,
    title,
    training: register.training,
    sheets: bodies.map((body, at): Sheet => {
      const isLast = at === bodies.length - 1;
      return {
        landscape: true,
        notice:
          table.by === 'officer' ? `${t('print:internalNotice')} · ${t('quality:staff')}` : t('print:internalNotice'),
        footLeft: t('print:footTable', {
          version: register.programVersion,
          id: table.id,
          digest: printedDigest(table.digest),
        }),
        footCentre: t('quality:print.view'),
        body: html`${head(writing, print)}
${at === 0 ? html`<h1>${title}</h1>${lead(writing, print, names)}` : null}
${body}
${isLast ? notes(writing, print) : null}`,
      };
    }),
  });
}

function head({ t, register, formats }: Writing, { table: { period } }: QualityPrint): Html {
  const days =
    period === null
      ? t('quality:print.wholeRegister')
      : t('print:period', { from: formats.date(period.from), to: formats.date(period.to) });
  const right = [t(`print:registers.${register.kind}`), t('quality:print.summary', { period: days })] as const;
  return pageHead(register.institution, register.office, right);
}

function lead({ t }: Writing, { table, ownName }: QualityPrint, names: QualityNames): Html {
  const { by, line, scope } = table;
  const sentences = [
    by === null ? null : `${t('quality:breakdown')}: ${t(`quality:by.${by}`)}.`,
    by === null || line === null ? null : `${names.line(by, { key: line, name: nameOf(table, line) })}.`,
    scope === 'own' ? t('quality:print.own', { name: ownName }) : null,
    t('quality:terms.population'),
  ].filter((sentence) => sentence !== null);
  return html`<p class="lead">${sentences.join(' ')}</p>`;
}

const nameOf = ({ lines }: QualityTable, key: string): string | null =>
  lines.find((line) => line.key === key)?.name ?? null;

function notes({ t, register, formats }: Writing, { table }: QualityPrint): Html {
  const { lines, draftsLeftOut, changeNumber, seal, extractedAt } = table;
  const records = lines[0]?.records ?? 0;
  const source = [
    t('print:source', { date: formats.dateTime(extractedAt), version: register.dictionaryVersion }),
    `${t('statistics:facts.records')}: ${formats.number(records)}.`,
    t('print:drafts', { count: draftsLeftOut, formatted: formats.number(draftsLeftOut) }),
  ];
  const state = t('print:state', {
    change: formats.number(changeNumber),
    entry: formats.number(seal.entry),
    seal: seal.mark,
  });
  const terms = allTerms
    .filter((term) => term !== 'population')
    .map((term) => html`<p>${t(`quality:terms.${term}`)}</p>`);
  const staff = table.by === 'officer' ? html`<p><b>${t('quality:staff')}</b></p>` : null;
  // Signatures never stand alone on a page.
  return html`<div class="notes terms"><h2>${t('print:notes')}</h2>${staff}<p>${source.join(' ')}</p><p>${state}</p>${terms.slice(0, -2)}</div>
<div class="kept"><div class="notes terms">${terms.slice(-2)}</div>${signatures(t)}</div>`;
}
