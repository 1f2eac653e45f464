/** Small parts of which the form is made: boxes to cross, boxes for figures, lines to write on. */
import { chosenMarkers } from '#shared/dictionary/derive-choices.ts';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import { type FieldDeclaration, type MissingMarker, missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { markerKeys } from '#shared/records/marker-keys.ts';
import { type FieldValue, isMissing } from '#shared/records/record.ts';
import { type Html, html } from '../html.ts';
import type { Translate } from '../texts.ts';
import type { PaperChoice } from './paper-list.ts';

/** A box to cross. */
export const box = (isCrossed: boolean): Html =>
  isCrossed ? html`<span class="box on">×</span>` : html`<span class="box"></span>`;

/** Number and label of an answer, wherever it stands: beside its box, above a table, in the annex. */
export const keyed = ({ key, label, isExclusive }: PaperChoice, t: Translate): Html =>
  html`<b class="key">${key}</b><span class="label">${label}${isExclusive && ` ${t('paper:answer.alone')}`}</span>`;

/** Boxes for one sign each, with what is written in them already. */
export function comb(length: number, text = ''): Html {
  const signs = Array.from({ length }, (_, at) => text[at] ?? '');
  return html`<span class="comb">${signs.map((sign) => html`<span class="cell">${sign}</span>`)}</span>`;
}

/** A line to write on. */
export const line = (text = ''): Html => html`<span class="line">${text}</span>`;

/** Empty lines to write on. */
export const lines = (count: number): Html => html`${Array.from({ length: count }, () => line())}`;

/** Signs of missing values that this field takes, and the one that is stored, in one order on all forms. */
export function signsOf(field: FieldDeclaration, value: FieldValue | undefined): readonly MissingMarker[] {
  const allowed = chosenMarkers(field);
  const current = isMissing(value) ? value.missing : null;
  return missingMarkers.filter((marker) => allowed.includes(marker) || marker === current);
}

export const signText = (marker: MissingMarker): string => markerKeys[marker].sign;

/** A row of signs, each with a box, and each under its like in the questions above. */
export function signBoxes(
  field: FieldDeclaration,
  value: FieldValue | undefined,
  onForm: readonly MissingMarker[],
): Html {
  const current = isMissing(value) ? value.missing : null;
  const allowed = signsOf(field, value);
  if (allowed.length === 0) return html`<span></span>`;
  const signs = onForm.map((marker) =>
    allowed.includes(marker)
      ? html`<span class="sign">${box(marker === current)}<b>${signText(marker)}</b></span>`
      : html`<span class="sign"></span>`,
  );
  return html`<span class="signs">${signs}</span>`;
}

/** All signs with what they mean. */
export const signLegend = (markers: readonly MissingMarker[], t: Translate): string =>
  markers.map((marker) => `${signText(marker)} ${t(markerTextKey(marker)).toLowerCase()}`).join(' · ');
