/** Paper forms as PDF: asked for at the keyboard, and read back from their pages in six languages. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choicesOf, chosenMarkers } from '#shared/dictionary/derive-choices.ts';
import { paperFormOf } from '#shared/dictionary/derive-paper.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { codeTextKey, entityTextKey, fieldTextKey } from '#shared/dictionary/text-keys.ts';
import { languages } from '#shared/languages.ts';
import { markerKeys } from '#shared/records/marker-keys.ts';
import { objectionsTo } from './axe.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import type { MadeRegister } from './made-register.ts';
import { sentencesOfPdf, textOfPdf } from './pdf.ts';
import { showFailures } from './show-failures.ts';
import { wordsOf } from './words.ts';

let kriter: Kriter;
let made: MadeRegister;
const folder = mkdtempSync(join(tmpdir(), 'kriter-paper-'));
beforeAll(async () => {
  kriter = await launchKriter();
  made = await copiedRegister(kriter);
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

const index = indexOfKind('victims');
const form = paperFormOf(index, 'victim');
const plain = { explanations: false, annex: true, blankRows: 3, continuationRows: 0 };

/** Text of each page. */
const pagesOf = (file: string): string[] => textOfPdf(file).split('\f').slice(0, -1);

/** Heights of the numbers of fields: a page that is too wide for its paper would be printed smaller as a whole. */
function heightsOfNumbers(file: string): readonly number[] {
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64e6 });
  const numbers = boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">V\d+[a-z]?</g);
  return [
    ...new Set([...numbers].map(([, top, bottom]) => Math.round((Number(bottom) - Number(top)) * 10) / 10)),
  ].sort();
}

/** Words that stand outside the margins of their page. */
function misplaced(file: string): string[] {
  const pages = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64e6 })
    .split('<page ')
    .slice(1);
  const word = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  const millimetre = 72 / 25.4;
  return pages.flatMap((page, at) =>
    [...page.matchAll(word)]
      .filter(([, left, , right]) => Number(left) < 17.5 * millimetre || Number(right) > (210 - 17.5) * millimetre)
      .map(([, , , , , text]) => `page ${at + 1}: ${text}`),
  );
}

test.each(languages)(
  'in %s the PDF holds every number, label, answer and sign, and no word leaves its page',
  async (language) => {
    const { t } = wordsOf(language);
    const file = join(folder, `blank-${language}.pdf`);
    const asked = { ...plain, language, file, entity: 'victim', identitySheet: true };
    const { pages, form: number } = await made.screen.call('paper.print-blank', asked);
    const text = sentencesOfPdf(file);
    const squeezed = text.replace(/[\s-]/g, '');
    const holds = (words: string) =>
      expect(squeezed.includes(words.normalize('NFC').replace(/[\s-]/g, '')), words).toBe(true);
    for (const field of form.fields) {
      expect(text, field.no).toMatch(new RegExp(`(^|[^\\w])${field.no}([^\\w]|$)`));
      // In a narrow column a label stands in pieces, each of them whole.
      for (const word of t(fieldTextKey('victims', field, 'label')).split(' ')) holds(word);
      const list = index.codeList(field.list ?? '');
      for (const { declared, number: key, isOffered } of list === undefined ? [] : choicesOf(list)) {
        if (isOffered) holds(`${key}${t(codeTextKey(list?.id ?? '', declared.code)).split(/[ /]/)[0]}`);
      }
      for (const marker of chosenMarkers(field)) expect(text).toContain(markerKeys[marker].sign);
    }
    const leaves = pagesOf(file);
    expect(leaves).toHaveLength(pages);
    for (const [at, leaf] of leaves.entries()) {
      expect(leaf.replace(/[^\S\n]+/g, ' ')).toContain(t('print:page', { page: at + 1, pages }));
      expect(leaf).toContain(number);
    }
    expect(misplaced(file)).toEqual([]);
  },
);

test('the identity has the last leaf for itself, beginning on its front', async () => {
  const file = join(folder, 'identity.pdf');
  await made.screen.call('paper.print-blank', {
    ...plain,
    language: 'en',
    file,
    entity: 'victim',
    identitySheet: true,
  });
  const { t } = wordsOf('en');
  const leaves = pagesOf(file);
  const at = leaves.findIndex((leaf) => leaf.includes(t('paper:identity.title')));
  expect(at).toBe(leaves.length - 1);
  expect(at % 2).toBe(0);
  const vault = form.vault?.fields.map(({ field }) => field.no) ?? [];
  const numbersOn = (leaf = '') => [...leaf.matchAll(/^\s*(V\d+[a-z]?)\s/gm)].map(([, no]) => no ?? '');
  expect(numbersOn(leaves[at]).filter((no) => vault.includes(no))).toEqual(vault);
  for (const leaf of leaves.slice(0, at)) expect(numbersOn(leaf).filter((no) => vault.includes(no))).toEqual([]);
});

test('very long words and texts stay within their pages, on the form and on the sheet for the identity', async () => {
  const { screen } = made;
  const { meta } = await screen.call('record.create', { entity: 'victim' });
  const word = 'Шћљњђёњшч'.repeat(12).slice(0, 100);
  const rows = Array.from({ length: 12 }, (_, at) => ({
    id: `019a0000-0000-7000-8000-0000000000${10 + at}`,
    values: { border_point: word, leg_from_country: 'ALB', leg_to_country: 'XKX' },
  }));
  const values = { justice_case_ref: '"<b>&amp;'.repeat(4), consent_given: 'yes' };
  const saved = await screen.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values, groups: { journey_leg: rows } },
    reason: null,
  });
  const identity = { first_name: word, last_name: word, contact_details: `${word}\n`.repeat(4) };
  await screen.call('identity.save', { recordId: meta.id, revision: saved.meta.revision, values: identity });
  const file = join(folder, 'long.pdf');
  const asked = { ...plain, annex: false, language: 'mk' as const, file, id: meta.id, reason: null };
  await screen.call('paper.print-filled', { ...asked, identitySheet: 'filled' });
  expect(misplaced(file)).toEqual([]);
  const plainFile = join(folder, 'plain.pdf');
  await screen.call('paper.print-blank', {
    ...plain,
    annex: false,
    language: 'mk',
    file: plainFile,
    entity: 'victim',
    identitySheet: true,
  });
  expect(heightsOfNumbers(file)).toEqual(heightsOfNumbers(plainFile));
  const squeezed = textOfPdf(file).replace(/\s/g, '');
  expect(squeezed.split(word.slice(0, 20)).length - 1).toBeGreaterThanOrEqual(12 + 2 + 4);
});

test('a blank form is asked for from the list, by keyboard', async () => {
  const { screen } = made;
  const { page, t } = screen;
  await page.getByRole('link', { name: t(entityTextKey('victims', 'victim'), { count: 2 }) }).click();
  await screen.button('paper:dialog.open').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('paper:dialog.save') }).waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  const file = join(folder, 'formular.pdf');
  await kriter.answerDialogs(null, file);
  const save = dialog.getByRole('button', { name: t('paper:dialog.save') });
  for (let step = 0; step < 20 && !(await save.evaluate((button) => button === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab');
  }
  // The first time no file is chosen, and the dialog stays as it is.
  await page.keyboard.press('Enter');
  await save.waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(file).waitFor({ timeout: 30_000 });
  expect(sentencesOfPdf(file)).toContain(t('paper:howTo.title'));
});

test('a record is put on paper from its menu, with its answers, and the file is not named after a person', async () => {
  const { screen } = made;
  const { page, t } = screen;
  await page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  const id = page.url().split('/record/')[1] ?? '';
  const { meta } = await screen.call('record.open', { id });
  const values = { consent_given: 'yes', recruitment_country: 'MDA' };
  const content = { values, groups: {} };
  const saved = await screen.call('record.save', { id, revision: meta.revision, content, reason: null });
  await screen.call('identity.save', {
    recordId: id,
    revision: saved.meta.revision,
    values: { first_name: 'Zzyxanta' },
  });
  await page.reload();
  await screen.button('records:page.more').waitFor();
  await screen.button('records:page.more').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: t('paper:dialog.open') }).press('Enter');
  const dialog = page.getByRole('dialog');
  const sheet = dialog.getByRole('combobox', { name: t('paper:dialog.identity') });
  await sheet.click();
  await page.getByRole('option', { name: t('paper:dialog.filled') }).click();
  await dialog.getByText(t('paper:dialog.filledNote')).waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  const file = join(folder, 'formular-i-plotesuar.pdf');
  await kriter.answerDialogs(file);
  await dialog.getByRole('button', { name: t('paper:dialog.save') }).click();
  await page.getByText(file).waitFor({ timeout: 30_000 });
  const leaves = pagesOf(file);
  expect(leaves.findIndex((leaf) => leaf.includes('Zzyxanta'))).toBe(leaves.length - 1);
  expect(leaves.some((leaf) => /M\s*D\s*A/.test(leaf))).toBe(true);
});
