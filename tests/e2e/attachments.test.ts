/** Documents and pictures on the screen: added through the dialog of the system, looked at, taken out, locked away. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpegHead, pdf, png, scannedPdf } from '../attachments/files.ts';
import { objectionsTo } from './axe.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { login, passphrase } from './made-register.ts';
import { lock, type Screen, signIn } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
const desk = mkdtempSync(join(tmpdir(), 'kriter-desk-'));

beforeAll(async () => {
  kriter = await launchKriter();
  ({ screen } = await copiedRegister(kriter));
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  await openDrawer(0);
});
afterAll(async () => {
  // Fails where anything was asked of a network or the policy was broken by any file shown here.
  await kriter?.close();
  rmSync(desk, { recursive: true, force: true });
});
showFailures(() => kriter?.page);

const openDrawer = async (count: number) => {
  const { page, t, words } = screen;
  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('attachments:button', { number: words.formats.number(count) }) }).click();
  await page.getByRole('dialog', { name: t('attachments:title') }).waitFor();
};

async function choose(name: string, content: Uint8Array, description = ''): Promise<void> {
  writeFileSync(join(desk, name), content);
  await kriter.answerDialogs(join(desk, name));
  await screen.press('attachments:add.choose');
  await screen.field('attachments:add.description').fill(description);
  await screen.press('attachments:add.submit');
}

async function add(name: string, content: Uint8Array, description = ''): Promise<void> {
  await choose(name, content, description);
  await screen.page.getByRole('button', { name: screen.t('attachments:viewNamed', { name }) }).waitFor();
  await screen.sees('attachments:add.done');
}

const viewer = (name: string) => screen.page.getByRole('dialog', { name });

async function view(name: string): Promise<void> {
  await screen.page.getByRole('button', { name: screen.t('attachments:viewNamed', { name }) }).click();
  await viewer(name).waitFor();
}

const closeViewer = async (name: string) => {
  await screen.page.keyboard.press('Escape');
  await viewer(name).waitFor({ state: 'detached' });
  // Escape closed one thing only.
  await screen.page.getByRole('dialog', { name: screen.t('attachments:title') }).waitFor();
};

const drawn = () => screen.page.locator('[data-drawn] canvas').waitFor();

/** Colour of the drawing at a share of its width and height. */
const colourAt = (x: number, y: number) =>
  screen.page.locator('canvas').evaluate(
    (element, at) => {
      const canvas = element as HTMLCanvasElement;
      const point = [Math.floor(canvas.width * at.x), Math.floor(canvas.height * at.y)] as const;
      return [
        ...(canvas
          .getContext('2d')
          ?.getImageData(...point, 1, 1)
          .data.slice(0, 3) ?? []),
      ];
    },
    { x, y },
  );

test('a picture is added through the dialog, listed with its description, and seen on the screen', async () => {
  const { page, t } = screen;
  await add('Pasaporta.png', png(400, 300), 'Faqja e parë');
  await page.getByText('Faqja e parë').waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  await view('Pasaporta.png');
  const picture = page.getByRole('img', { name: t('attachments:viewer.picture', { name: 'Pasaporta.png' }) });
  await expect.poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(400);
  const box = async () => (await picture.boundingBox()) ?? { width: 0, height: 0 };
  expect(await box()).toMatchObject({ width: 400, height: 300 });
  await page.keyboard.press('r');
  await expect.poll(box).toMatchObject({ width: 300, height: 400 });
  await page.keyboard.press('-');
  await expect.poll(box).toMatchObject({ width: 270, height: 360 });
  expect(await objectionsTo(page)).toEqual([]);
  const address = await picture.getAttribute('src');
  expect(address).toMatch(/^blob:/);
  await closeViewer('Pasaporta.png');
  // The picture went with the view.
  const isGone = page.evaluate(
    (blob) =>
      new Promise<boolean>((resolve) => {
        const probe = new Image();
        probe.onload = () => resolve(false);
        probe.onerror = () => resolve(true);
        probe.src = blob ?? '';
      }),
    address,
  );
  expect(await isGone).toBe(true);
});

test('a document is drawn page by page, turned and enlarged by keys, with its text for those who listen', async () => {
  const { page, t } = screen;
  await add('Raport.pdf', pdf([{ text: 'Faqja e pare' }, { text: 'Faqja e dyte', width: 842, height: 595 }]));
  await view('Raport.pdf');
  await drawn();
  expect(await colourAt(0.5, 0.5)).toEqual([230, 242, 255]);
  expect(await colourAt(0.01, 0.01)).toEqual([255, 255, 255]);
  await page.getByRole('img', { name: t('attachments:viewer.page', { page: '1', pages: '2' }) }).waitFor();
  const text = (number: string) =>
    page.getByRole('region', { name: t('attachments:viewer.textOfPage', { page: number }) });
  await expect.poll(() => text('1').textContent()).toBe('Faqja e pare');
  expect(await objectionsTo(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect.poll(() => text('2').textContent()).toBe('Faqja e dyte');
  await drawn();
  const width = () => page.locator('canvas').evaluate((element) => element.getBoundingClientRect().width);
  const wide = await width();
  await page.keyboard.press('r');
  await expect.poll(width).toBeLessThan(wide);
  const narrow = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(narrow);
  // There is no third page.
  await page.keyboard.press('PageDown');
  await screen.sees('attachments:viewer.page', { page: '2', pages: '2' });
  await page.keyboard.press('PageUp');
  await screen.sees('attachments:viewer.page', { page: '1', pages: '2' });
  await closeViewer('Raport.pdf');
});

test('a scan is decoded in a thread that reaches nothing and ends with the view', async () => {
  const { page } = screen;
  await add('Skanim.pdf', scannedPdf());
  await view('Skanim.pdf');
  await drawn();
  expect(await colourAt(0.5, 0.5)).toEqual([0, 0, 0]);
  const thread = page.workers()[0];
  if (thread === undefined) throw new Error('no thread reads the document');
  const attempts = await thread.evaluate(async () => {
    const tried = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'reached',
        () => 'refused',
      );
    // Behind a timer the policy of the thread holds also for what a test evaluates.
    await new Promise((resolve) => setTimeout(resolve, 1));
    return Promise.all([
      tried(fetch('/index.html')),
      tried(fetch('https://example.org/')),
      tried(Promise.resolve().then(() => new Function('return 1')())),
    ]);
  });
  expect(attempts).toEqual(['refused', 'refused', 'refused']);
  await closeViewer('Skanim.pdf');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a hostile document runs nothing, leads nowhere and opens nothing', async () => {
  const { page } = screen;
  const script = '<< /S /JavaScript /JS (app.alert\\("x"\\); this.submitForm\\("https://example.org/"\\)) >>';
  const link =
    '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (https://example.org/) >> >>]';
  const hostile = pdf([{ text: 'Kliko ketu', more: `${link} /AA << /O ${script} >>` }], {
    catalog: `/OpenAction ${script} /Names << /JavaScript << /Names [(a) ${script}] >> >>`,
  });
  await add('Armiqësor.pdf', hostile);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const before = page.url();
  await view('Armiqësor.pdf');
  await drawn();
  expect(await page.getByRole('dialog', { name: 'Armiqësor.pdf' }).getByRole('link').count()).toBe(0);
  await page.locator('canvas').click({ position: { x: 200, y: 100 } });
  await page.waitForTimeout(300);
  expect([page.url(), dialogs, page.context().pages().length]).toEqual([before, [], 1]);
  await closeViewer('Armiqësor.pdf');
});

const unshown: readonly (readonly [name: string, problem: string, content: () => Uint8Array])[] = [
  ['i-dëmtuar.pdf', 'damaged', () => Buffer.from('%PDF-1.7\nnothing of the kind')],
  ['i-dëmtuar.png', 'damaged', () => Buffer.concat([png(4, 4).subarray(0, 30), Buffer.alloc(200, 7)])],
  ['vetëm-fillimi.jpg', 'damaged', () => jpegHead(20, 20)],
  ['bombë.png', 'tooLarge', () => png(4, 4, { width: 60_000, height: 60_000 })],
];

test.each(unshown)('%s says in words that it cannot be shown: %s', async (name, problem, content) => {
  await add(name, content());
  await view(name);
  await screen.sees(`attachments:viewer.problem.${problem}`);
  await closeViewer(name);
});

test('a file of another kind is refused next to its name, and nothing of what was typed is lost', async () => {
  await choose('letër.pdf', Buffer.from('Dear colleague,'), 'Letër');
  await screen.sees('errors:ATTACHMENT_KIND.what');
  expect(await screen.field('attachments:add.description').inputValue()).toBe('Letër');
  await screen.press('common:cancel');
});

test('a copy leaves only after a warning, to the place that was chosen', async () => {
  const { page, t } = screen;
  const name = 'Pasaporta.png';
  await page.getByRole('button', { name: t('attachments:copy.buttonNamed', { name }) }).click();
  await screen.sees('attachments:copy.warning');
  expect(await objectionsTo(page)).toEqual([]);
  const file = join(desk, 'kopje.png');
  await kriter.answerDialogs(file);
  await screen.press('attachments:copy.submit');
  await screen.sees('attachments:copy.done', { file });
  expect(readFileSync(file).equals(png(400, 300))).toBe(true);
});

test('what is removed with a reason can be restored, and the keyboard stays where it was', async () => {
  const { page, t } = screen;
  const name = 'Raport.pdf';
  const button = (key: string) => page.getByRole('button', { name: t(key, { name }), exact: true });
  await button('attachments:remove.buttonNamed').click();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(t('attachments:remove.buttonNamed', { name }));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: t('records:reason.label') }).fill('U shtua gabimisht.');
  await screen.press('attachments:remove.button');
  await button('attachments:restore.buttonNamed').click();
  await page.getByRole('textbox', { name: t('records:reason.label') }).fill('Ishte i duhuri.');
  await screen.press('attachments:restore.button');
  await button('attachments:remove.buttonNamed').waitFor();
});

test('locking while a document is open leaves nothing of it in the window', async () => {
  const { page } = screen;
  await view('Raport.pdf');
  await drawn();
  await lock(screen);
  expect(await page.content()).not.toContain('Raport');
  expect(page.workers()).toHaveLength(0);
  await signIn(screen, login, passphrase);
  await screen.press('records:list.noCode');
  await screen.button('records:page.history').waitFor();
  await openDrawer(8);
});
