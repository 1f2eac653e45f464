/** Direct identifiers on a sheet that is taken off and kept apart; the form number alone joins it to the rest. */
import type { FormGroup } from '#shared/dictionary/derive-form.ts';
import { fieldTextKey } from '#shared/dictionary/text-keys.ts';
import { type Html, html } from '../html.ts';
import { fieldHtml, numberTag } from './field-html.ts';
import { line } from './marks.ts';
import type { Paper } from './paper.ts';

/** Fields on whose answers it depends whether names may be kept; none where nothing has to allow it. */
function askedConsent({ index, entity }: Paper): readonly string[] {
  const { vault } = index.register.retention.find((each) => each.entity === entity) ?? {};
  return vault === undefined ? [] : vault.reads;
}

/** What has to allow that anything is written on the sheet, with a line for the one who agrees. */
function consentNotice(paper: Paper): Html | null {
  const { t, index, entity } = paper;
  const ids = askedConsent(paper);
  if (ids.length === 0) return null;
  const fields = ids.map((id) => index.field(entity, id));
  const named = fields.map(
    (field) => html`<li>${numberTag(field)}&ensp;${t(fieldTextKey(index.register.kind, field, 'label'))}</li>`,
  );
  return html`<div class="consent"><p><b>${t('paper:identity.consent')}</b></p><ul>${named}</ul>
<div class="front"><div class="frontcell"><p>${t('paper:identity.agreed')}</p>${line()}</div><div class="frontcell"><p>${t('paper:identity.agreedOn')}</p>${line()}</div></div></div>`;
}

/** The sheet with the fields of the vault. */
export function identityHtml(paper: Paper, { fields }: FormGroup): Html {
  const { t, form, identity } = paper;
  const questions = fields.map((field) => fieldHtml(paper, field, identity?.[field.field.id]));
  return html`<div class="front"><div class="frontcell"><p>${t('paper:front.form')}</p><p class="frontvalue">${form}</p></div></div>
<h1>${t('paper:identity.title')}</h1><p class="lead">${t('paper:identity.lead')}</p>
${consentNotice(paper)}
${questions}`;
}
