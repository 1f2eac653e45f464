/** A whole case from the report to the compensation, as a Prosecutor's office enters it: by keyboard, step by step. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entityTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { rowsOf } from '#shared/records/content.ts';
import { identityKey } from '#shared/records/identity.ts';
import type { Finding } from '#shared/records/record.ts';
import { contents, identities, steps } from './case-in-steps.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { sentencesOfPdf } from './pdf.ts';
import type { Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { typeRecord } from './type-record.ts';
import type { Lists } from './type-value.ts';
import { caseForm, differences } from './typed-form.ts';

let kriter: Kriter;
let screen: Screen;
let lists: Lists;
let id: string;
let rows: ReadonlyMap<string, string> = new Map();
showFailures(() => kriter?.page);

beforeAll(async () => {
  kriter = await launchKriter();
  ({ screen } = await copiedRegister(kriter, ['administrator', 'supervisor'], 'justice'));
  ({ lists } = await screen.call('reference.list', {}));
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  id = screen.page.url().split('/record/')[1] ?? '';
});
afterAll(async () => {
  await kriter?.close();
});

/** A first picture where one is asked for. */
const look = async (name: string): Promise<void> => {
  const folder = process.env['KRITER_PICTURES'];
  if (folder !== undefined) await screen.page.screenshot({ path: join(folder, `${name}.png`) });
};

const rowOnScreen = (planned: string): string => rows.get(planned) ?? '';
const defendants = [0, 1, 2].map((at) => `defendant ${at}`);

/** Keys of the identities under the ids of the plan, or those that the rows have in the record. */
const identitiesUnder = (idOf: (planned: string) => string) =>
  Object.fromEntries(
    identities.flatMap((identity, at) =>
      Object.entries(identity).map(([field, value]) => [
        identityKey({ row: idOf(defendants[at] ?? ''), field }),
        value,
      ]),
    ),
  );

/** What only asks for an answer that a later step brings. */
function isDue({ rule, part }: Finding): boolean {
  const waits = caseForm.index.register.rules.find(({ id: known }) => known === rule)?.waits ?? [];
  return rule === 'REQ' || (part !== undefined && waits.includes(part));
}

test('a section in which nothing can stand yet says what it needs, and has the keyboard all the same', async () => {
  const { page, t } = screen;
  const needed = t('records:group.needsOuter', { outer: t(entityTextKey('justice', 'defendant'), { count: 1 }) });
  for (let steps = 0; steps < caseForm.sections.findIndex(({ id: section }) => section === 'identity'); steps += 1)
    await page.keyboard.press('Control+ArrowDown');
  const form = page.getByRole('group', { name: t(sectionTextKey('justice', 'identity')) });
  await form.getByText(needed).waitFor();
  await look('case-00');
  // Nobody opens a vault, for the audit log to keep, before there is anybody to name.
  expect(await form.getByRole('button').count()).toBe(0);
  await expect.poll(() => form.evaluate((element) => element === document.activeElement)).toBe(true);
});

describe('the case is entered by keyboard, and no state on the way breaks a rule', () => {
  const nothing = { values: {}, groups: {} };
  for (const [at, { name, told }] of steps.entries()) {
    test(name, async () => {
      const { page, t } = screen;
      const content = contents[at] ?? nothing;
      const isFirstWithNames = rowsOf(content, 'defendant').length > 0 && !rows.has('defendant 0');
      const identity = isFirstWithNames ? identitiesUnder((planned) => planned) : {};
      const entered = contents[at - 1] ?? nothing;
      rows = await typeRecord({ screen, lists, form: caseForm, content, entered, identity }, rows);
      await look(`case-${String(at + 1).padStart(2, '0')}`);
      await page.keyboard.press('Control+s');
      const stored = async () => (await screen.call('record.open', { id })).content;
      await expect
        .poll(async () => differences(content, await stored(), caseForm, rows), { timeout: 15_000 })
        .toEqual([]);

      const { values, groups } = await stored();
      const statuses = (groups['defendant'] ?? []).map((row) => row.values['def_status']);
      expect({ case_status: values['case_status'], def_status: statuses }).toEqual({
        case_status: told.case_status,
        def_status: told.def_status,
      });
      expect(values['case_closed_on'] ?? null).toBe(told.case_closed_on ?? null);
      const { findings } = await screen.call('record.check', { id });
      const broken = findings.filter((finding) => finding.level === 'hard' && !isDue(finding as Finding));
      expect(broken).toEqual([]);
      // The list of sections marks those in which a hard rule speaks.
      const sections = page.getByRole('navigation', { name: t('records:page.sections') });
      expect(await sections.locator('[title]').count()).toBe(0);
    });
  }

  test('the names stand in the vault, each with its defendant, and give the age at the offence', async () => {
    const identity = await screen.call('identity.open', { recordId: id, reason: null });
    expect(identity.values).toMatchObject(identitiesUnder(rowOnScreen));
    const { content } = await screen.call('record.open', { id });
    // Born in March 1984 and November 1991, in September 2023.
    const ages = defendants.map(
      (planned) =>
        rowsOf(content, 'defendant').find((row) => row.id === rowOnScreen(planned))?.values['def_age_at_offence'],
    );
    expect(ages).toEqual([39, 31, { missing: 'not_applicable' }]);
  });
});

test('the case is completed by a key: it gets its number, and each defendant a code', async () => {
  await screen.page.keyboard.press('Control+Enter');
  const opened = () => screen.call('record.open', { id });
  await expect.poll(async () => (await opened()).meta.state, { timeout: 15_000 }).toBe('complete');
  const { meta, content } = await opened();
  expect(meta.number).toBe(1);
  expect(meta.code).toMatch(/^J-2024-0001-/);
  const codes = rowsOf(content, 'defendant').map(({ values }) => values['person_code']);
  expect(codes).toEqual(['1', '2', '3'].map((no) => expect.stringMatching(new RegExp(`^D-2024-000${no}-`))));
  await screen.page.getByRole('heading', { name: meta.code ?? '', level: 1 }).waitFor();
});

test('it is found by the name of a defendant and by the number of the company', async () => {
  const { page, t } = screen;
  const { meta } = await screen.call('record.open', { id });
  await page.keyboard.press('Escape');
  await page.locator('[role=grid]').waitFor();
  for (const typed of [identities[1].def_last_name, identities[2].def_personal_no]) {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(typed);
    const names = page
      .getByRole('listbox', { name: t('search:results') })
      .getByRole('group', { name: t('search:groups.names') });
    const hit = names.getByRole('option', { name: meta.code ?? '' });
    await hit.waitFor({ timeout: 20_000 });
    await look(`found-${typed}`);
    while ((await hit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await screen.button('records:page.history').waitFor();
    expect(page.url()).toContain(id);
    await page.keyboard.press('Escape');
    await page.locator('[role=grid]').waitFor();
  }
});

test('it is printed in Albanian, each charge under its defendant and each verdict under its charge', async () => {
  const { page, t } = screen;
  const { meta } = await screen.call('record.open', { id });
  await page
    .getByRole('row')
    .filter({ hasText: meta.code ?? '' })
    .getByRole('button')
    .first()
    .click();
  const file = join(mkdtempSync(join(tmpdir(), 'kriter-case-')), 'lenda.pdf');
  await kriter.answerDialogs(file);
  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('records:page.print') }).click();
  await page.getByRole('button', { name: t('records:print.save') }).click();
  await page.getByText(file).waitFor({ timeout: 20_000 });
  const print = sentencesOfPdf(file);
  const called = (entity: string, number: number) => `${t(entityTextKey('justice', entity), { count: 1 })} ${number}`;
  const charge = (defendant: number, number: number) =>
    `${called('defendant', defendant)} · ${called('charge', number)}`;
  /** What stands between one heading and the next. */
  const under = (heading: string, next: string) => {
    const from = print.indexOf(`${heading} J`);
    const to = print.indexOf(next, from + heading.length);
    if (from < 0 || to < 0) throw new Error(`"${heading}" or "${next}" is not printed.`);
    return print.slice(from, to);
  };
  const offence = (code: string) => t(`codes:OFFTYPE.${code}`);
  expect(under(charge(1, 1), charge(1, 2))).toContain(offence('trafficking_base'));
  expect(under(charge(1, 2), charge(2, 1))).toContain(offence('trafficking_of_child'));
  expect(under(charge(2, 1), charge(3, 1))).toContain(offence('trafficking_base'));
  expect(under(charge(3, 1), called('defendant', 1))).toContain(offence('slavery_servitude_forced_labour'));
  const verdict = (number: number) => ` · ${called('verdict', number)}`;
  const other = under(`${charge(1, 2)}${verdict(1)}`, `${charge(1, 2)}${verdict(2)}`);
  expect(other).toContain(t('codes:VERDICT.convicted_other_offence_only'));
  expect(other).toContain(offence('child_abuse_material'));
  expect(under(`${charge(3, 1)}${verdict(1)}`, called('defendant', 1))).toContain(t('codes:VERDICT.acquitted'));
  // Names stay out of a print that was not asked for them.
  for (const identity of identities) for (const name of Object.values(identity)) expect(print).not.toContain(name);
});

describe('it is counted', () => {
  /** Figures of one part of a table of a year by the keys of their line and column. */
  async function figures(table: string, part: string | null, period: string) {
    const { tables } = await screen.call('statistics.table', { id: table, period, view: 'internal' });
    const found = tables.find((each) => each.part === part);
    if (found === undefined) throw new Error(`${table} has no part ${part}; it has ${tables.map((each) => each.part)}`);
    return (row: string, column: string) => {
      const [at, over] = [
        found.rows.findIndex(({ key }) => key === row),
        found.columns.findIndex(({ key }) => key === column),
      ];
      const cell = found.cells[at]?.[over];
      if (cell === undefined) throw new Error(`${table} has no cell ${row}, ${column}.`);
      return cell.count;
    };
  }

  test('K13: two final convictions of trafficking, in years', async () => {
    const at = await figures('K13', null, '2025');
    // Aggregates: 2922 days after the retrial and 1826 on appeal, of 365.25 days a year.
    expect(at('final_aggregate', 'term')).toBe(2);
    expect(at('final_aggregate', 'least')).toBeCloseTo(1826 / 365.25, 1);
    expect(at('final_aggregate', 'most')).toBeCloseTo(8, 1);
    expect(at('final_aggregate', 'mean')).toBeCloseTo(6.5, 1);
    // For trafficking alone: 84 and 60 months.
    expect(at('final_tip', 'mean')).toBeCloseTo(6, 1);
    // In first instance one person, who counts once in the year, with the first of two judgments: 4383 days, 120 months.
    expect(at('first_aggregate', 'term')).toBe(1);
    expect(at('first_aggregate', 'mean')).toBeCloseTo(12, 1);
    expect(at('first_tip', 'mean')).toBeCloseTo(10, 1);
  });

  test('T35: of two persons judged of trafficking in first instance one was convicted', async () => {
    const at = await figures('T35', 'verdicts', '2025');
    expect(at('convicted_tip', 'persons')).toBe(1);
    // Reversed later, but this is what the court of first instance said; the company was charged with something else.
    expect(at('acquitted', 'persons')).toBe(1);
    expect(at('total', 'persons')).toBe(2);
    const arrests = await figures('T35', 'arrests', '2024');
    expect(arrests('convicted_tip', 'persons')).toBe(2);
    expect(arrests('total', 'persons')).toBe(2);
  });

  test('T36: each judgment by the class of its aggregate sentence', async () => {
    const at = await figures('T36', 'terms', '2025');
    expect(at('from_5', 'final_aggregate')).toBe(2);
    expect(at('from_10', 'final_aggregate')).toBe(0);
    // 4383 days before the appeal, 2922 after the retrial.
    expect(at('from_10', 'first_aggregate')).toBe(1);
    expect(at('from_5', 'first_aggregate')).toBe(1);
  });

  test('T40: frozen in one year, confiscated and used for the victims in the next', async () => {
    const before = await figures('T40', 'decisions', '2024');
    expect(before('frozen', 'value')).toBe(9000);
    const at = await figures('T40', 'decisions', '2025');
    expect(at('frozen', 'valued')).toBe(0);
    expect(at('confiscated_final', 'value')).toBe(9000);
    expect(at('used_for_victim_compensation', 'value')).toBe(6000);
    const claims = await figures('T31', null, '2024');
    expect(claims('partly', 'paid')).toBe(6000);
  });
});
