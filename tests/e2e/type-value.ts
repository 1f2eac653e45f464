/** Types one answer as its field takes it. */
import type { Output } from '#shared/contract/contract.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isKnown, isMissing } from '#shared/records/record.ts';
import type { Screen } from './screen.ts';

export type Lists = Output<'reference.list'>['lists'];

interface Writer {
  readonly screen: Screen;
  readonly lists: Lists;
  readonly index: RegisterIndex;
}

/** A number or a name for a code, dates in the habit of the language, F8; into the field that has the keyboard. */
export async function typeValue(writer: Writer, field: FieldDeclaration, value: FieldValue): Promise<void> {
  const { page, words, t } = writer.screen;
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
  if (field.type === 'code') await page.keyboard.type(codeTyped(writer, field, String(value)));
  else if (field.type === 'codes') {
    for (const code of value as readonly string[]) {
      await page.keyboard.type(codeTyped(writer, field, code));
      // A number that can mean nothing else has been chosen already.
      if ((await page.locator(':focus').inputValue()) !== '') await page.keyboard.press('Enter');
    }
  } else if (field.type === 'date' || field.type === 'partial_date') {
    await page.keyboard.type(words.formats.date(String(value)));
  } else if (field.type === 'decimal') await page.keyboard.type(words.formats.number(Number(value), 2));
  else await page.keyboard.type(String(value));
}

/** Lists of the dictionary by number or, where no other label holds it, by label; countries by short code. */
function codeTyped({ screen, lists, index }: Writer, field: FieldDeclaration, code: string): string {
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
