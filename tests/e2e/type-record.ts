/** Enters a whole record by keyboard alone: what stands in the focused field is typed, then Enter goes on. */

import type { Output } from '#shared/contract/contract.ts';
import { formOf } from '#shared/dictionary/derive-form.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isKnown, isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import type { Screen } from './screen.ts';

export const index = indexOf(victims);
const sections = formOf(index, 'victim');
type Lists = Output<'reference.list'>['lists'];

export interface Typist {
  readonly screen: Screen;
  readonly lists: Lists;
  readonly content: RecordContent;
  readonly identity: Values;
  /** Called when a section is filled, with its id. */
  readonly onSection?: (section: string) => Promise<void>;
}

/** Where the keyboard stands. */
type Stop =
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly entity: string;
      readonly row: string;
      readonly field: string;
    }
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'vault' }
  | { readonly kind: 'row' }
  | { readonly kind: 'outside' };

async function focused({ screen }: Typist): Promise<Stop> {
  const { page, t } = screen;
  const found = await page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at.dataset['entry'] === undefined) return null;
    const group = at.closest('section[aria-label]')?.getAttribute('aria-label') ?? '';
    const isAdding = at.dataset['add'] !== undefined;
    return { id: at.id, text: at.textContent ?? '', isButton: at.tagName === 'BUTTON', isAdding, group };
  });
  if (found === null) return { kind: 'outside' };
  if (!found.isButton) {
    const [entity = '', row = '', field = ''] = found.id.replace(/^field-/, '').split('.');
    return { kind: 'field', id: found.id, entity, row, field };
  }
  if (found.text === t('records:identity.enter')) return { kind: 'vault' };
  if (found.isAdding) return { kind: 'add', group: found.group };
  return { kind: 'row' };
}

/** Fills every section from the first to the last; the record page has just been opened. */
export async function typeRecord(typist: Typist): Promise<void> {
  for (const section of sections) {
    await openSection(typist, section.id);
    await typeSection(typist);
    await typist.onSection?.(section.id);
  }
}

const openSection = async ({ screen: { page, t } }: Typist, section: string): Promise<void> => {
  const name = t(sectionTextKey('victims', section));
  for (let steps = 0; steps <= sections.length; steps += 1) {
    const current = await page.locator('nav [aria-current="step"]').textContent();
    if (current?.includes(name)) return;
    await page.keyboard.press('Control+ArrowDown');
    await page.waitForTimeout(60);
  }
  throw new Error(`The keyboard does not reach the section ${section}.`);
};

async function typeSection(typist: Typist): Promise<void> {
  const { page } = typist.screen;
  const heading = await page.locator('[role=group] h2').first().textContent();
  const rows = new Map<string, string[]>();
  const done = new Set<string>();
  for (;;) {
    const stop = await focused(typist);
    if (stop.kind === 'outside') return;
    if (stop.kind === 'vault') {
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id.startsWith('field-'));
      continue;
    }
    if (stop.kind === 'add') {
      if (!(await addNextRow(typist, stop.group, rows))) await nextStop(typist);
      continue;
    }
    if (stop.kind === 'field') {
      // The last field of the last section keeps the keyboard.
      if (done.has(stop.id)) return;
      done.add(stop.id);
      await typeValue(typist, index.field(stop.entity, stop.field), plannedAt(typist, rows, stop));
      // An answer that can mean nothing else has gone on by itself.
      if (await isFocused(typist, stop.id)) await page.keyboard.press('Enter');
    } else await nextStop(typist);
    if ((await page.locator('[role=group] h2').first().textContent()) !== heading) {
      await page.keyboard.press('Control+ArrowUp');
      await page.waitForTimeout(60);
      return;
    }
  }
}

const isFocused = ({ screen: { page } }: Typist, id: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.id === wanted, id);

/** Tab to the next place of the section where something is entered, over menus and keys of fields. */
async function nextStop(typist: Typist): Promise<void> {
  const { page } = typist.screen;
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role=group]') !== null);
  do await page.keyboard.press('Tab');
  while ((await focused(typist)).kind === 'outside' && (await isInside()));
}

async function addNextRow(typist: Typist, title: string, rows: Map<string, string[]>): Promise<boolean> {
  const { page, t } = typist.screen;
  const group = index
    .groupsOf('victim')
    .find(({ id }) => t(`dictionary-victims:entities.${id}`, { count: 2 }) === title);
  if (group === undefined) throw new Error(`No group is called ${title}.`);
  const made = rows.get(group.id) ?? [];
  if (made.length >= (typist.content.groups[group.id]?.length ?? 0)) return false;
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (known) => {
      const [entity, row] = document.activeElement?.id.replace(/^field-/, '').split('.') ?? [];
      return entity === known.entity && row !== undefined && !known.rows.includes(row);
    },
    { entity: group.id, rows: made },
  );
  const stop = await focused(typist);
  rows.set(group.id, [...made, stop.kind === 'field' ? stop.row : '']);
  return true;
}

function plannedAt(
  { content, identity }: Typist,
  rows: ReadonlyMap<string, readonly string[]>,
  { entity, row, field }: { readonly entity: string; readonly row: string; readonly field: string },
): FieldValue {
  if (entity === 'victim') return content.values[field] ?? null;
  if (row === '') return identity[field] ?? null;
  const at = rows.get(entity)?.indexOf(row) ?? -1;
  return content.groups[entity]?.[at]?.values[field] ?? null;
}

/** Types one value as its field takes it: a number or a name for a code, dates in the habit of the language, F8. */
async function typeValue(typist: Typist, field: FieldDeclaration, value: FieldValue): Promise<void> {
  const { page, words, t } = typist.screen;
  if (isMissing(value)) {
    await page.keyboard.press('F8');
    const menu = page.getByRole('menuitem');
    await menu.first().waitFor();
    const wanted = t(`codes:markers.${value.missing}`);
    const at = (await menu.allTextContents()).indexOf(wanted);
    if (at < 0) throw new Error(`F8 in ${field.id} does not offer ${wanted}.`);
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id.startsWith('field-'));
    return;
  }
  if (!isKnown(value)) return;
  // The Enter that chooses is the one that goes on.
  if (field.type === 'code') await page.keyboard.type(codeTyped(typist, field, String(value)));
  else if (field.type === 'codes') {
    for (const code of value as readonly string[]) {
      await page.keyboard.type(codeTyped(typist, field, code));
      // A number that can mean nothing else has been chosen already.
      if ((await page.locator(':focus').inputValue()) !== '') await page.keyboard.press('Enter');
    }
  } else if (field.type === 'date' || field.type === 'partial_date') {
    await page.keyboard.type(words.formats.date(String(value)));
  } else if (field.type === 'decimal') await page.keyboard.type(words.formats.number(Number(value), 2));
  else await page.keyboard.type(String(value));
}

/** Lists of the dictionary by number or, where no other label holds it, by label; countries by short code. */
function codeTyped({ screen, lists }: Typist, field: FieldDeclaration, code: string): string {
  const { t, words } = screen;
  const list = field.list ?? '';
  if (list === 'COUNTRY') return code.length === 3 ? code : words.formats.country(code);
  const declared = index.codeList(list);
  if (declared === undefined) {
    const names = (lists[list] ?? []).find((entry) => entry.code === code)?.names ?? {};
    return names[words.language] ?? names['en'] ?? Object.values(names)[0] ?? code;
  }
  const at = declared.codes.findIndex((candidate) => candidate.code === code);
  const label = t(`codes:${list}.${code}`);
  const others = declared.codes.filter((other) => other.code !== code).map((other) => t(`codes:${list}.${other.code}`));
  const isPlain = others.every((other) => !words.formats.fold(other).includes(words.formats.fold(label)));
  return at % 2 === 1 && isPlain ? label : String(at + 1);
}

/** What was planned but does not stand in the stored record, in words; ids of rows are the program's own. */
export function differences(planned: RecordContent, stored: RecordContent): string[] {
  const found: string[] = [];
  const compare = (entity: string, place: string, plan: Values, held: Values) => {
    for (const field of index.fieldsOf(entity)) {
      if (field.meta !== undefined) continue;
      const [wanted, got] = [plan[field.id] ?? null, held[field.id] ?? null];
      if (JSON.stringify(wanted) !== JSON.stringify(got))
        found.push(`${place}.${field.id}: ${JSON.stringify(wanted)} was typed, ${JSON.stringify(got)} is stored`);
    }
  };
  compare('victim', 'victim', planned.values, stored.values);
  for (const { id } of index.groupsOf('victim')) {
    const [rows, held] = [planned.groups[id] ?? [], stored.groups[id] ?? []];
    if (rows.length !== held.length) found.push(`${id}: ${rows.length} rows were typed, ${held.length} are stored`);
    else for (const [at, row] of rows.entries()) compare(id, `${id} ${at + 1}`, row.values, held[at]?.values ?? {});
  }
  return found;
}

export const labelOf = ({ t }: Screen, entity: string, field: string): string =>
  t(fieldTextKey('victims', { entity, id: field }, 'label'));
