/** Types a record as somebody does who never looks up from the paper, and counts every key. */
import { sectionTextKey } from '#shared/dictionary/text-keys.ts';
import type { Screen } from './screen.ts';
import { placeOf, type TypedAnswer, type TypedSection } from './typed-record.ts';

const writtenKinds = ['date', 'partialDate', 'number', 'text'] as const satisfies readonly TypedAnswer['kind'][];

/** What a key was pressed for. */
export type Purpose =
  /** A character of it, the key of a missing value, or Enter after a number with which others of the list begin. */
  | 'answer'
  /** Enter after the last code of a multiple choice. */
  | 'close'
  /** Enter after a date, a number or a text that could go on. */
  | 'goOn'
  /** Past a field that is empty on the paper. */
  | 'empty'
  /** A new row, or past the place where one is added. */
  | 'rows'
  /** To another section. */
  | 'section';

export interface CountedKey {
  readonly purpose: Purpose;
  /** The answer for which it was pressed; null between answers. */
  readonly answer: TypedAnswer | null;
  /** Keys under a finger: a key that is held down with another one counts as one too. */
  readonly keys: number;
}

type Stop =
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly entity: string;
      readonly row: string;
      readonly field: string;
    }
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'other' };

/** The keyboard of one record page: nothing but keys, each of them counted. */
export function countedTyping({ page, t }: Screen) {
  const pressed: CountedKey[] = [];
  const rows = new Map<string, string[]>();

  const press = async (key: string, purpose: Purpose, answer: TypedAnswer | null = null): Promise<void> => {
    pressed.push({ purpose, answer, keys: key.length === 1 ? 1 : key.split('+').length });
    await page.keyboard.press(key);
  };
  const type = async (text: string, answer: TypedAnswer): Promise<void> => {
    for (const character of text) await press(character, 'answer', answer);
  };

  const stop = (): Promise<Stop> =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return { kind: 'other' };
      const group = at.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? '';
      if (at.dataset['add'] !== undefined) return { kind: 'add', group };
      if (!at.id.startsWith('field-')) return { kind: 'other' };
      const [entity = '', row = '', field = ''] = at.id.replace(/^field-/, '').split('.');
      return { kind: 'field', id: at.id, entity, row, field };
    });
  const isIn = (id: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.id === wanted, id);
  const leftover = (): Promise<string> =>
    page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : ''));

  const section = async (id: string): Promise<void> => {
    const name = t(sectionTextKey('victims', id));
    const shown = async () => (await page.locator('nav [aria-current="step"]').textContent()) ?? '';
    for (let before = ''; !(await shown()).includes(name); await press('Control+ArrowDown', 'section')) {
      if (before === (await shown())) throw new Error(`The section ${id} does not come after the one before it.`);
      before = await shown();
    }
  };

  const addRow = async (group: string): Promise<void> => {
    await press('Enter', 'rows');
    await page.waitForFunction((entity) => document.activeElement?.id.startsWith(`field-${entity}.`), group);
    const added = await stop();
    if (added.kind !== 'field') throw new Error(`No row was added to ${group}.`);
    rows.set(group, [...(rows.get(group) ?? []), added.row]);
  };

  /** Over what is empty on the paper to the place of the next answer; the order is that of the form. */
  const reach = async (answer: TypedAnswer, empty: readonly string[]): Promise<string> => {
    const wanted = placeOf(answer);
    const row = () => (wanted.row === 0 ? '' : rows.get(wanted.entity)?.[wanted.row - 1]);
    for (;;) {
      const at = await stop();
      if (at.kind === 'add') {
        if (at.group === wanted.entity && row() === undefined) await addRow(at.group);
        else await press('Tab', 'rows');
        continue;
      }
      if (at.kind === 'field') {
        if (at.entity === wanted.entity && at.row === row() && at.field === wanted.field) return at.id;
        if (empty.includes(at.field)) {
          await press('Enter', 'empty');
          continue;
        }
      }
      throw new Error(`The keyboard does not reach ${answer.field}; it stands at ${JSON.stringify(at)}.`);
    }
  };

  const enter = async (answer: TypedAnswer, empty: readonly string[]): Promise<void> => {
    const id = await reach(answer, empty);
    if (answer.kind === 'missing') await press(answer.type, 'answer', answer);
    else if (answer.kind === 'choices') {
      for (const code of answer.type.split(' ')) {
        await type(code, answer);
        // More of the list begin like this number.
        if ((await leftover()) !== '') await press('Enter', 'answer', answer);
      }
      await press('Enter', 'close', answer);
    } else {
      await type(answer.type, answer);
      const isWritten = writtenKinds.some((kind) => kind === answer.kind);
      if (await isIn(id)) await press('Enter', isWritten ? 'goOn' : 'answer', answer);
    }
    if (await isIn(id)) throw new Error(`The keyboard is still in ${answer.field}.`);
  };

  return {
    pressed: (): readonly CountedKey[] => pressed,
    typeSections: async (sections: readonly TypedSection[]): Promise<void> => {
      for (const each of sections) {
        await section(each.section);
        for (const answer of each.answers) await enter(answer, each.empty);
      }
    },
  };
}
