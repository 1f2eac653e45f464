/** What stands before the first question: whose paper this is, who fills it in, and how. */
import { isCore } from '#shared/dictionary/register-index.ts';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type Html, html } from '../html.ts';
import { box, line, signLegend, signText } from './marks.ts';
import type { Paper } from './paper.ts';

/** The signs with what they mean, for the foot of every page. */
export const footLegend = ({ signs, t }: Paper): string => signLegend(signs, t);

/** Form number, record, and lines for those who fill the form in and type it. */
export function frontCells({ t, form, stored, index, entity }: Paper): Html {
  // A person keeps her code over all her registrations; anything else is given a new one.
  const isPerson = index.vaultOf(entity) !== undefined;
  const cell = (key: string, content: Html | string): Html =>
    html`<div class="frontcell"><p>${t(`paper:front.${key}`)}</p>${content}</div>`;
  const written = (text: string): Html => html`<p class="frontvalue">${text}</p>`;
  const meta = stored?.meta;
  return html`<div class="front">
${cell('form', written(form))}
${cell(isPerson && meta?.code == null ? 'knownCode' : 'code', meta?.code ? written(meta.code) : line())}
${cell('number', typeof meta?.number === 'number' ? written(String(meta.number)) : line())}
${cell('institution', line())}${cell('filledBy', line())}${cell('filledOn', line())}
${cell('typedBy', line())}${cell('typedOn', line())}${cell('checkedBy', line())}
</div>`;
}

/** How the form is filled in, and what the signs mean. */
export function howTo(paper: Paper, fields: readonly FieldDeclaration[]): Html {
  const { t, stored, options, signs } = paper;
  const needed = fields.find(isCore)?.no ?? '';
  const rule = (key: string, sign: Html | string | null = null): Html =>
    html`<li>${sign}${t(`paper:howTo.${key}`)}</li>`;
  const meanings = signs.map(
    (marker) =>
      html`<li><b class="chip">${signText(marker)}</b> <b>${t(markerTextKey(marker))}</b>. ${t(markerTextKey(`${marker}__definition`))}</li>`,
  );
  return html`<section class="howto"><h2>${t('paper:howTo.title')}</h2>
${stored && html`<p class="stored">${t('paper:howTo.stored')}</p>`}
<ul>${rule('cross', html`${box(true)} `)}${rule('several')}${rule(options.annex ? 'annex' : 'names')}${rule('dates')}${rule('needed', html`<b class="no core">${needed}</b> `)}${rule('program')}${rule('correct')}</ul>
<h3>${t('paper:howTo.signs')}</h3><ul>${meanings}</ul></section>`;
}
