/** One question of the form: number, label, when it is asked, boxes, signs for a missing value. */
import type { FormField } from '#shared/dictionary/derive-form.ts';
import { isCore } from '#shared/dictionary/register-index.ts';
import { fieldTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { type Html, html } from '../html.ts';
import { answerHtml } from './answer-html.ts';
import { conditionText } from './condition-text.ts';
import { signBoxes } from './marks.ts';
import type { Paper } from './paper.ts';
import { widthOf } from './text-width.ts';

/** Number of a field; dark where an answer is needed. */
export const numberTag = (field: FieldDeclaration): Html =>
  html`<b class="no${isCore(field) ? ' core' : ''}">${field.no}</b>`;

/** Label of a field, and that several answers may be given to it. */
export function labelHtml({ t, index }: Paper, field: FieldDeclaration): Html {
  const label = t(fieldTextKey(index.register.kind, field, 'label'));
  return html`<b>${label}</b>${field.type === 'codes' && html` <span class="several">${t('paper:answer.several')}</span>`}`;
}

/** Definition of a field in small type, where explanations were asked for. */
export function explanationHtml({ t, index, options }: Paper, field: FieldDeclaration): Html | false {
  return (
    options.explanations && html`<p class="explained">${t(fieldTextKey(index.register.kind, field, 'definition'))}</p>`
  );
}

/** Millimetres of the column of labels. */
const labelWidth = 52;

/** A field with everything that is needed to answer it on paper. */
export function fieldHtml(paper: Paper, { field, applies }: FormField, value: FieldValue | undefined): Html {
  const { body, isWide } = answerHtml(paper, field, value);
  const remarks = [
    applies !== undefined && conditionText(applies, paper),
    field.derivedWhenKnown === true && paper.t('paper:answer.proposed'),
  ].filter((remark) => remark !== false);
  const made = remarks.map((remark) => html`<p class="only">${remark}</p>`);
  // A long remark would stand in many short lines under its label.
  const isUnder = remarks.some((remark) => widthOf(remark) > labelWidth);
  return html`<div class="question" data-no="${field.no}">
<div class="ask${isWide && ' wide'}">${numberTag(field)}<div class="asked">${labelHtml(paper, field)}${!isUnder && made}</div>${!isWide && html`<div class="answer">${body}</div>`}${signBoxes(field, value, paper.signs)}</div>
${isUnder && html`<div class="under">${made}</div>`}${explanationHtml(paper, field)}${isWide && html`<div class="below">${body}</div>`}
</div>`;
}
