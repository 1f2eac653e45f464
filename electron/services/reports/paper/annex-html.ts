/** Long lists of the form, each printed once: what is looked up by name and written by number. */
import type { PaperForm } from '#shared/dictionary/derive-paper.ts';
import { listTextKey } from '#shared/dictionary/text-keys.ts';
import { type Html, html } from '../html.ts';
import { keyed } from './marks.ts';
import type { Paper } from './paper.ts';
import type { PaperList } from './paper-list.ts';

/** Lists that the form sends its reader to, in the order in which it does. */
export function annexedLists(paper: Paper, { fields }: PaperForm): readonly PaperList[] {
  const ids = new Set(fields.flatMap(({ list }) => (list === undefined ? [] : [list])));
  return [...ids].map((id) => paper.list(id)).filter(({ isLong }) => isLong);
}

/** The annex of the form; null where it was not asked for or no list is that long. */
export function annexHtml(paper: Paper, form: PaperForm): Html | null {
  if (!paper.options.annex) return null;
  const lists = annexedLists(paper, form);
  if (lists.length === 0) return null;
  const { t } = paper;
  return html`<h1>${t('paper:annex.title')}</h1><p class="lead">${t('paper:annex.lead')}</p>
${lists.map((list) => listHtml(paper, form, list))}`;
}

/** Letters of the longest name that stands in one of three columns; of the countries a few break into two lines. */
const longestOfThree = 32;

function listHtml({ t, formats }: Paper, { fields }: PaperForm, list: PaperList): Html {
  const users = fields.filter((field) => field.list === list.id).map(({ no }) => no);
  // Countries stand as they do in the program, the nearest first; other lists by name, as they are looked up.
  const offered = list.isLettered ? list.offered : list.offered.toSorted((a, b) => formats.compare(a.label, b.label));
  const widest = Math.max(...offered.map(({ label }) => label.length));
  const entries = offered.map((each) => html`<div class="entry">${keyed(each, t)}</div>`);
  return html`<section data-list="${list.id}"><h2>${t(listTextKey(list.id))}</h2><p class="lead">${t('paper:annex.usedBy', { fields: users.join(', ') })}</p>
<div class="entries ${list.isLettered ? 'three lettered' : widest <= longestOfThree ? 'three' : 'two'}">${entries}</div></section>`;
}
