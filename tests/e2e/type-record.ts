/** Enters a whole record by keyboard alone: what stands in the focused field is typed, then Enter goes on. */

import { fieldTextKey } from '#shared/dictionary/text-keys.ts';
import { outerRowOf, rowsOf, sameValue } from '#shared/records/content.ts';
import { identityKey } from '#shared/records/identity.ts';
import type { FieldValue, RecordContent, Values } from '#shared/records/record.ts';
import type { Screen } from './screen.ts';
import { type Lists, typeValue } from './type-value.ts';
import { type TypedForm, victimForm } from './typed-form.ts';

export const { index } = victimForm;

export interface Typist {
  readonly screen: Screen;
  readonly lists: Lists;
  readonly content: RecordContent;
  /** Under the keys of `identityKey`, by the ids that rows have in the plan. */
  readonly identity: Values;
  /** The form that is filled; that of a victim where it is left out. */
  readonly form?: TypedForm;
  /** What stands in the record already; nothing in a new one. */
  readonly entered?: RecordContent;
  /** Called when a section is filled, with its id. */
  readonly onSection?: (section: string) => Promise<void>;
}

/** A typist at work: rows get ids on the screen as they are added. */
interface Typing extends Required<Omit<Typist, 'onSection'>> {
  /** Ids on the screen by those in the plan. */
  readonly rows: Map<string, string>;
  /** Keys of the fields that were offered, and got what is planned for them. */
  readonly typed: Set<string>;
}

const keyOf = (entity: string, row: string | undefined, field: string) => `${entity}.${row ?? ''}.${field}`;

/** Where the keyboard stands. */
type Stop =
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly entity: string;
      readonly row: string;
      readonly field: string;
    }
  /** Below the rows of a group, of those that stand within one row where the group has an outer one. */
  | { readonly kind: 'add'; readonly group: string; readonly within: string | undefined }
  | { readonly kind: 'vault' }
  /** A row that is closed. */
  | { readonly kind: 'row'; readonly row: string }
  | { readonly kind: 'outside' };

async function focused({ screen }: Typing): Promise<Stop> {
  const { page, t } = screen;
  const found = await page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at.dataset['entry'] === undefined) return null;
    const { group = '', within } = at.closest<HTMLElement>('[data-group]')?.dataset ?? {};
    const row = at.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '';
    const isAdding = at.dataset['add'] !== undefined;
    return { id: at.id, text: at.textContent ?? '', isButton: at.tagName === 'BUTTON', isAdding, group, within, row };
  });
  if (found === null) return { kind: 'outside' };
  if (!found.isButton) {
    const [entity = '', row = '', field = ''] = found.id.replace(/^field-/, '').split('.');
    return { kind: 'field', id: found.id, entity, row, field };
  }
  if (found.text === t('records:identity.enter')) return { kind: 'vault' };
  if (found.isAdding) return { kind: 'add', group: found.group, within: found.within };
  return { kind: 'row', row: found.row };
}

/**
 * Fills the sections in which something is planned that does not stand there yet, from the first to the last, and
 * returns the ids of the rows. The record page has just been opened; the rows entered before are known by theirs.
 */
export async function typeRecord(
  { onSection, ...typist }: Typist,
  rows: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, string>> {
  const nothing: RecordContent = { values: {}, groups: {} };
  const typing: Typing = {
    form: victimForm,
    entered: nothing,
    ...typist,
    rows: new Map(rows),
    typed: new Set(),
  };
  for (const { id, items } of typing.form.sections) {
    const isAsked = () =>
      items.some((item) =>
        item.kind === 'field' ? isNew(typing, item.field.entity, undefined, item.field.id) : hasNews(typing, item),
      );
    // A new record is gone through whole, as whoever enters it does.
    const isBegun = typist.entered !== undefined;
    if (isBegun && !isAsked()) continue;
    await openSection(typing, id, !isBegun);
    await typeSection(typing);
    // An answer may open a field above it: the day on which an appeal was decided, once it is not pending any more.
    if (isBegun && isAsked()) {
      await openSection(typing, id, false);
      await typeSection(typing);
    }
    await onSection?.(id);
  }
  return typing.rows;
}

/** Whether an answer is planned that does not stand there yet; of the record itself where no row is named. */
function isNew(typing: Typing, entity: string, row: string | undefined, field: string): boolean {
  const { content, entered, form, typed } = typing;
  if (typed.has(keyOf(entity, row, field))) return false;
  const valueIn = ({ values, groups }: RecordContent): FieldValue => {
    if (entity === form.entity) return values[field] ?? null;
    return groups[entity]?.find(({ id }) => id === row)?.values[field] ?? null;
  };
  return !sameValue(valueIn(content), valueIn(entered));
}

const rowHasNews = (typing: Typing, entity: string, row: string): boolean =>
  typing.form.index.fieldsOf(entity).some(({ id }) => isNew(typing, entity, row, id));

function hasNews(
  typing: Typing,
  { kind, entity }: { readonly kind: string; readonly entity: { readonly id: string } },
) {
  if (kind === 'vault') return Object.keys(typing.identity).some((key) => !typing.typed.has(`${entity.id}.${key}`));
  return rowsOf(typing.content, entity.id).some(({ id }) => !typing.rows.has(id) || rowHasNews(typing, entity.id, id));
}

/** By the keys that lead from section to section; the keyboard then stands in the first place of entry. */
async function openSection({ screen: { page }, form }: Typing, section: string, isFresh: boolean): Promise<void> {
  const wanted = form.sections.findIndex(({ id }) => id === section);
  const shown = () =>
    page.locator('nav [aria-current="step"]').evaluate((at) => [...(at.parentElement?.children ?? [])].indexOf(at));
  const step = async (direction: 'ArrowDown' | 'ArrowUp') => {
    await page.keyboard.press(`Control+${direction}`);
    await page.waitForTimeout(60);
  };
  // Where the section stands open, the keyboard may be anywhere in it.
  if (!isFresh && (await shown()) === wanted) await step(wanted === 0 ? 'ArrowDown' : 'ArrowUp');
  for (let steps = 0; steps <= form.sections.length; steps += 1) {
    const at = await shown();
    if (at === wanted) return;
    await step(at > wanted ? 'ArrowUp' : 'ArrowDown');
  }
  throw new Error(`The keyboard does not reach the section ${section}.`);
}

async function typeSection(typing: Typing): Promise<void> {
  const { page } = typing.screen;
  const { index } = typing.form;
  const heading = await page.locator('[role=group] h2').first().textContent();
  const done = new Set<string>();
  for (;;) {
    const stop = await focused(typing);
    if (stop.kind === 'outside') return;
    if (stop.kind === 'vault') {
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id.startsWith('field-'));
      continue;
    }
    if (stop.kind === 'field') {
      // The last field of the last section keeps the keyboard.
      if (done.has(stop.id)) return;
      done.add(stop.id);
      const value = valueToType(typing, stop);
      if (value !== undefined) await typeValue({ ...typing, index }, index.field(stop.entity, stop.field), value);
      // An answer that can mean nothing else has gone on by itself.
      if (await isFocused(typing, stop.id)) await page.keyboard.press('Enter');
    } else if (!(stop.kind === 'add' ? await addNextRow(typing, stop) : await openRow(typing, stop.row)))
      await nextStop(typing);
    if ((await page.locator('[role=group] h2').first().textContent()) !== heading) {
      await page.keyboard.press('Control+ArrowUp');
      await page.waitForTimeout(60);
      return;
    }
  }
}

const isFocused = ({ screen: { page } }: Typing, id: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.id === wanted, id);

/** Tab to the next place of the section where something is entered, over menus and keys of fields. */
async function nextStop(typing: Typing): Promise<void> {
  const { page } = typing.screen;
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role=group]') !== null);
  do await page.keyboard.press('Tab');
  while ((await focused(typing)).kind === 'outside' && (await isInside()));
}

/** The next planned row of this group within that row, if there is one that does not stand there yet. */
async function addNextRow(
  typing: Typing,
  { group, within }: { readonly group: string; readonly within: string | undefined },
): Promise<boolean> {
  const { page } = typing.screen;
  const { rows, content } = typing;
  const next = rowsOf(content, group).find((row) => {
    const outer = outerRowOf(row);
    return !rows.has(row.id) && (outer === undefined ? undefined : rows.get(outer)) === within;
  });
  if (next === undefined) return false;
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (known) => {
      const [entity, row] = document.activeElement?.id.replace(/^field-/, '').split('.') ?? [];
      return entity === known.group && row !== undefined && !known.rows.includes(row);
    },
    { group, rows: [...rows.values()] },
  );
  const stop = await focused(typing);
  rows.set(next.id, stop.kind === 'field' ? stop.row : '');
  return true;
}

/** Opens a row in which something is to be entered that does not stand there yet. */
async function openRow(typing: Typing, row: string): Promise<boolean> {
  const { page } = typing.screen;
  const planned = plannedRow(typing, row);
  const { form, content } = typing;
  const group = form.index
    .groupsOf(form.entity)
    .find(({ id }) => rowsOf(content, id).some((each) => each.id === planned));
  if (planned === undefined || group === undefined || !rowHasNews(typing, group.id, planned)) return false;
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => document.activeElement?.id.split('.')[1] === id, row);
  return true;
}

/** The id in the plan of a row on the screen. */
const plannedRow = ({ rows }: Typing, row: string): string | undefined =>
  [...rows].find(([, onScreen]) => onScreen === row)?.[0];

/** What is planned for a field; undefined where it stands there already. */
function valueToType(
  typing: Typing,
  { entity, row, field }: { readonly entity: string; readonly row: string; readonly field: string },
): FieldValue | undefined {
  const { form, content, identity } = typing;
  const planned = row === '' ? undefined : plannedRow(typing, row);
  if (form.index.entity(entity).role === 'vault') {
    const key = identityKey({ field, ...(planned !== undefined && { row: planned }) });
    typing.typed.add(`${entity}.${key}`);
    return identity[key];
  }
  if (!isNew(typing, entity, planned, field)) return undefined;
  typing.typed.add(keyOf(entity, planned, field));
  if (entity === form.entity) return content.values[field];
  return rowsOf(content, entity).find(({ id }) => id === planned)?.values[field];
}

export const labelOf = ({ t }: Screen, entity: string, field: string): string =>
  t(fieldTextKey('victims', { entity, id: field }, 'label'));
