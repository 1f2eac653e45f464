/** The paper asks what the window asks, under the numbers by which the window is typed into. */
import { expect, test } from 'vitest';
import { html } from '#electron/services/reports/html.ts';
import { createTexts } from '#electron/services/reports/texts.ts';
import { chosenMarkers } from '#shared/dictionary/derive-choices.ts';
import { paperFormOf } from '#shared/dictionary/derive-paper.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { entityTextKey, fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { languages } from '#shared/languages.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { markerKeys } from '#shared/records/marker-keys.ts';
import { makeOptions } from '../../src/features/records/texts/make-options.ts';
import { openRegister } from '../program/open-program.ts';
import { blankInput, lastForm, wordsOf } from './paper-program.ts';

const index = indexOfKind('victims');
const form = paperFormOf(index, 'victim');

/** The part of the form that belongs to one field. */
const partOf = (document: string, no: string): string =>
  new RegExp(`data-no="${no}">([\\s\\S]*?)(?=<div class="(?:question|about)" data-no=|<section|$)`).exec(
    document,
  )?.[1] ?? '';

test.each(languages)(
  'in %s every field stands with number, label, answers and signs as in the window',
  async (language) => {
    const program = await openRegister();
    const { lists } = await program.call('reference.list', {});
    await program.call('paper.print-blank', blankInput(program, { language, identitySheet: true }));
    const { html: document } = lastForm(program);
    expect(document).not.toMatch(/undefined|\{\{|>paper:|>codes:|>dictionary-/);
    const t = createTexts(language);
    const translate = (key: string, params: object) => t(key, params as Record<string, string>);
    const parts = { index, formats: createFormats(language), translate, country: 'XKX', lists };
    for (const field of form.fields) {
      const part = partOf(document, field.no);
      const words = wordsOf(part);
      expect(words.trimStart().startsWith(`${field.no} `), field.no).toBe(true);
      expect(words, field.no).toContain(t(fieldTextKey('victims', field, 'label')));
      const signs = [...part.matchAll(/(?:<\/span><b>|class="chip">)([^<])<\/b>/g)].map(([, sign]) => sign);
      expect(signs.toSorted(), field.no).toEqual(
        chosenMarkers(field)
          .map((marker) => markerKeys[marker].sign)
          .toSorted(),
      );
      if (field.list === undefined) continue;
      // What is no longer in use is not written on new paper; the window still knows it for old records.
      const closed = new Set(
        (lists[field.list] ?? []).flatMap(({ code, activeTo }) => (activeTo === null ? [] : [code])),
      );
      const offered = makeOptions(field.list, parts).filter((option) => option.offered && !closed.has(option.code));
      const annexed = document.split(`data-list="${field.list}"`)[1]?.split('</section>')[0];
      const where = annexed ?? part;
      for (const { number, hint, label } of offered) {
        const choice = html`<b class="key">${number === null ? String(hint) : String(number)}</b><span class="label">${label}`;
        expect(where.includes(choice.text), `${field.no} ${choice.text}`).toBe(true);
      }
      expect(where.match(/class="key"/g)?.length, field.no).toBe(offered.length);
    }
  },
);

test('every section and table of rows has its heading, in the order of the window', async () => {
  const program = await openRegister();
  await program.call('paper.print-blank', blankInput(program, { language: 'mk' }));
  const words = wordsOf(lastForm(program).html);
  const t = createTexts('mk');
  let at = 0;
  for (const { id, letter, items } of form.sections) {
    at = words.indexOf(`${letter} ${t(sectionTextKey('victims', id))}`, at);
    expect(at, id).toBeGreaterThan(0);
    for (const item of items) {
      if (item.kind !== 'group') continue;
      at = words.indexOf(t(entityTextKey('victims', item.entity.id), { count: 2 }), at);
      expect(at, item.entity.id).toBeGreaterThan(0);
    }
  }
});

test('tables have as many empty rows as were asked for, and continuation sheets count on', async () => {
  const program = await openRegister();
  await program.call('paper.print-blank', blankInput(program, { blankRows: 2, continuationRows: 4 }));
  const { sheets } = lastForm(program);
  const rowsOf = (sheet = '') => {
    const table = /V7a[\s\S]*?<table class="rows">([\s\S]*?)<\/table>/.exec(sheet)?.[1] ?? '';
    return [...table.matchAll(/class="at">(\d+)</g)].map(([, number]) => Number(number));
  };
  expect(rowsOf(sheets[0])).toEqual([1, 2]);
  expect(rowsOf(sheets[1])).toEqual([3, 4, 5, 6]);
});

test('without the annex long lists are asked for by name, and no page of them is printed', async () => {
  const program = await openRegister();
  await program.call('paper.print-blank', blankInput(program, { annex: false, language: 'sq' }));
  const { html: document, sheets } = lastForm(program);
  const t = createTexts('sq');
  expect(sheets).toHaveLength(1);
  expect(document).not.toContain('data-list=');
  expect(document).not.toContain(t('paper:annex.title'));
  expect(wordsOf(document)).toContain(t('paper:howTo.names'));
  expect(wordsOf(document)).not.toContain(t('paper:group.letters'));
});
