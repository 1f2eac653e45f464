/** A whole form on paper: the questions, continuation sheets, the annex, and the sheet for the identity last. */
import type { FormField, FormGroup } from '#shared/dictionary/derive-form.ts';
import { type PaperForm, type PaperSection, paperFormOf } from '#shared/dictionary/derive-paper.ts';
import { entityTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { type Html, html } from '../html.ts';
import { pageHead, printDocument, type Sheet } from '../page.ts';
import type { Writing } from '../writing.ts';
import { annexHtml } from './annex-html.ts';
import { fieldHtml } from './field-html.ts';
import { footLegend, frontCells, howTo } from './front-html.ts';
import { continuedGroup, groupHtml } from './group-html.ts';
import { identityHtml } from './identity-html.ts';
import { type Paper, type PaperPrint, paperOf } from './paper.ts';
import { paperStyles } from './paper-styles.ts';

/**
 * Where the sheet for the identity stands: not at all while the pages before it are counted, on the next page, or after
 * an empty side, so that nothing is printed on its back or it on the back of anything.
 */
export type IdentityPlace = 'left-out' | 'next' | 'after-empty-side';

/** HTML of a form for one record type, blank or with what is stored. */
export function paperHtml(writing: Writing, print: PaperPrint, place: IdentityPlace): string {
  const paper = paperOf(writing, print);
  const { t, register, index, entity, form, seal } = paper;
  const asked = paperFormOf(index, entity);
  const title = t('paper:title', { entity: t(entityTextKey(register.kind, entity), { count: 1 }) });
  const foot = {
    footTop: footLegend(paper),
    footLeft: t('paper:foot', {
      version: register.programVersion,
      dictionary: register.dictionaryVersion,
      form,
      entry: seal.entry,
      seal: seal.mark,
    }),
    footCentre: '',
  };
  const sheet = (body: Html, notice?: string): Sheet => ({
    ...foot,
    body: html`<div class="paper">${body}</div>`,
    notice,
  });
  const annex = annexHtml(paper, asked);
  const identitySheets = (): readonly Sheet[] => {
    if (asked.vault === null || print.identity === null || place === 'left-out') return [];
    const empty = place === 'next' ? [] : [sheet(html`<p class="emptyside">${t('paper:identity.emptySide')}</p>`)];
    return [...empty, sheet(identityHtml(paper, asked.vault), t('print:record.noticeIdentity'))];
  };
  const sheets = [
    sheet(formBody(paper, asked, title, howTo(paper, asked.fields)), t('print:record.notice')),
    paper.options.continuationRows > 0 && groupsOf(asked).length > 0
      ? sheet(continuation(paper, asked), t('print:record.notice'))
      : null,
    annex && sheet(annex),
    ...identitySheets(),
  ].filter((each) => each !== null);
  return printDocument({
    t,
    language: paper.language,
    title,
    training: register.training,
    styles: paperStyles,
    sheets,
  });
}

const groupsOf = ({ sections }: PaperForm): readonly FormGroup[] =>
  sections.flatMap(({ items }) => items.filter((item): item is FormGroup => item.kind === 'group'));

function formBody(paper: Paper, { sections }: PaperForm, title: string, guide: Html): Html {
  const { t, register, formats, stored, printedBy, printedAt } = paper;
  const right = [
    t(`print:registers.${register.kind}`),
    t('print:printedBy', { name: printedBy, date: formats.dateTime(printedAt) }),
  ] as const;
  const revision =
    stored &&
    html`<p class="lead">${t('paper:front.stored', { revision: stored.meta.revision, date: formats.dateTime(stored.meta.savedAt) })}</p>`;
  return html`${pageHead(register.institution, register.office, right)}
<h1>${title}</h1>${revision}
${frontCells(paper)}
${guide}
${sections.map((section) => sectionHtml(paper, section))}`;
}

function sectionHtml(paper: Paper, { id, letter, items }: PaperSection): Html {
  const name = paper.t(sectionTextKey(paper.register.kind, id));
  return html`<h2>${letter} ${name}</h2>${items.map((item) => itemHtml(paper, item))}`;
}

function itemHtml(paper: Paper, item: FormField | FormGroup): Html {
  if (item.kind === 'field') return fieldHtml(paper, item, paper.stored?.content.values[item.field.id]);
  if (item.kind === 'group') return groupHtml(paper, item);
  const numbers = `${item.fields[0]?.field.no}–${item.fields.at(-1)?.field.no}`;
  return html`<p class="elsewhere">${paper.t(paper.identity ? 'paper:identity.elsewhere' : 'paper:identity.notAsked', { fields: numbers })}</p>`;
}

function continuation(paper: Paper, form: PaperForm): Html {
  const { t } = paper;
  // Whoever needs more rows has read the explanations.
  const brief = { ...paper, options: { ...paper.options, explanations: false } };
  return html`<div class="front"><div class="frontcell"><p>${t('paper:front.form')}</p><p class="frontvalue">${paper.form}</p></div></div>
<h1>${t('paper:continuation.title')}</h1><p class="lead">${t('paper:continuation.lead')}</p>
${groupsOf(form).map((group) => continuedGroup(brief, group))}`;
}
