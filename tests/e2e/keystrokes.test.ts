/** One file of sixty answers from the paper into the register with nothing but keys, and how many of them it takes. */
import { afterEach, expect, test } from 'vitest';
import { countryCodes } from '#shared/dictionary/reference-lists/country.ts';
import { copiedRegister } from './copied-register.ts';
import { type CountedKey, countedTyping, type Purpose } from './counted-typing.ts';
import { type Kriter, launchKriter } from './harness.ts';
import type { Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { answers, kinds, listLengthOf, sections, type TypedAnswer, typedAnswersIn } from './typed-record.ts';

let kriter: Kriter | undefined;
let screen: Screen;
let entriesOf: (list: string) => number;
afterEach(async () => {
  await kriter?.kill();
  kriter = undefined;
});
showFailures(() => kriter?.page);

const start = async (): Promise<void> => {
  kriter = await launchKriter();
  ({ screen } = await copiedRegister(kriter));
  await screen.press('frame:notice.read');
  const { lists } = await screen.call('reference.list', {});
  entriesOf = (list) => (list === 'COUNTRY' ? countryCodes.length : (lists[list]?.length ?? 0));
};

const countOf = (kind: TypedAnswer['kind']): number => answers.filter((answer) => answer.kind === kind).length;
const groups = new Set(answers.flatMap(({ field }) => (field.includes('.') ? [field.split('.')[0]] : [])));

test('the file has sixty answers of every kind that a paper holds', () => {
  const counted = Object.fromEntries(kinds.map((kind) => [kind, countOf(kind)]));
  expect(answers).toHaveLength(60);
  expect(counted).toMatchObject({ choices: 12, country: 6, institution: 4, partialDate: 5 });
  expect(groups.size).toBe(2);
  for (const kind of kinds) expect(counted[kind]).toBeGreaterThan(0);
});

/** Types the whole file into a new record of a new register, stores it by its key and compares what the data then holds. */
async function typeFile(isSpeed: boolean): Promise<readonly CountedKey[]> {
  await start();
  const { page, t } = screen;
  await page.evaluate(() => {
    Object.assign(window, { pointed: 0 });
    for (const kind of ['pointerdown', 'pointermove'])
      window.addEventListener(kind, () => Object.assign(window, { pointed: 1 }), true);
  });
  const typing = countedTyping(screen);
  await page.keyboard.press('Control+n');
  await page.waitForFunction(() => document.activeElement?.id.startsWith('field-'));
  if (isSpeed) {
    await page.keyboard.press('Control+e');
    await page.getByText(t('records:speed.on')).waitFor();
  }
  await typing.typeSections(sections);
  await page.keyboard.press('Control+s');
  const id = page.url().split('/record/')[1] ?? '';
  const wanted = Object.fromEntries(answers.map(({ field, value }) => [field, value]));
  await expect
    .poll(async () => typedAnswersIn((await screen.call('record.open', { id })).content), { timeout: 10_000 })
    .toEqual(wanted);
  expect(await page.evaluate(() => (window as unknown as { pointed: number }).pointed)).toBe(0);
  return typing.pressed();
}

const sum = (keys: readonly CountedKey[]): number => keys.reduce((total, { keys }) => total + keys, 0);
const total = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((all, each) => all + each, 0);
const listLength = (answer: TypedAnswer): number => listLengthOf(answer, entriesOf) ?? 0;

const isShort = (answer: TypedAnswer): boolean => listLength(answer) > 0 && listLength(answer) <= 9;
const isLong = (answer: TypedAnswer): boolean => listLength(answer) > 9;
/** Dates, numbers and text, known or missing. */
const isWritten = (answer: TypedAnswer): boolean => listLength(answer) === 0;
const charactersOf = ({ kind, type }: TypedAnswer): number => (kind === 'missing' ? 1 : type.length);

/** Keys by what they were for; the choice of a code counts each of several codes, and Enter where it needed one. */
function tallyOf(pressed: readonly CountedKey[]) {
  const keys = (isMeant: (answer: TypedAnswer) => boolean, purpose: Purpose) =>
    sum(pressed.filter((key) => key.purpose === purpose && key.answer !== null && isMeant(key.answer)));
  const purposes: readonly Purpose[] = ['empty', 'rows', 'section'];
  const tally = {
    short: keys(isShort, 'answer'),
    long: keys(isLong, 'answer'),
    closing: keys(() => true, 'close'),
    written: keys(isWritten, 'answer'),
    goingOn: keys(() => true, 'goOn'),
    between: sum(pressed.filter(({ purpose }) => purposes.includes(purpose))),
  };
  // No key is left out.
  expect(total(tally)).toBe(sum(pressed));
  return tally;
}

/** As many as the office was promised; what stands for itself is one key. */
const allowed = () => ({
  short: 1.3 * answers.filter(isShort).length,
  long: 2.5 * answers.filter(isLong).length,
  closing: countOf('choices'),
  written: answers.filter(isWritten).reduce((total, answer) => total + charactersOf(answer), 0),
});

test('in speed mode codes go on by themselves, and no kind of answer takes more keys than promised', async () => {
  const pressed = await typeFile(true);
  const tally = tallyOf(pressed);
  const limits = allowed();
  expect(tally.short).toBeLessThanOrEqual(limits.short);
  expect(tally.long).toBeLessThanOrEqual(limits.long);
  expect(tally.closing).toBeLessThanOrEqual(limits.closing);
  expect(tally.written).toBeLessThanOrEqual(limits.written);
  for (const answer of answers.filter(({ kind }) => kind === 'short'))
    expect(sum(pressed.filter((key) => key.answer === answer))).toBe(1);
  // Enter after a year, a number without an end or a text finds room in the same sum.
  const { between, ...forAnswers } = tally;
  expect(total(forAnswers)).toBeLessThanOrEqual(total(limits));
  // Fields empty on the paper, rows and sections: one key for three answers.
  expect(between).toBeLessThanOrEqual(answers.length / 3);
});

test('at leisure the same limits hold, but for one Enter after what is written', async () => {
  const tally = tallyOf(await typeFile(false));
  const limits = allowed();
  expect(tally.short).toBeLessThanOrEqual(limits.short);
  expect(tally.long).toBeLessThanOrEqual(limits.long);
  expect(tally.closing).toBeLessThanOrEqual(limits.closing);
  expect(tally.written).toBeLessThanOrEqual(limits.written);
  expect(tally.goingOn).toBeLessThanOrEqual(answers.filter(isWritten).length);
  expect(tally.between).toBeLessThanOrEqual(answers.length / 3);
});
