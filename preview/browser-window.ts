import { readFileSync } from 'node:fs';
import type Electron from 'electron';
import type { Page } from 'playwright-core';
import { fromChromium, toChromium } from './address.ts';
import { app, onExit, requestedSwitches } from './app.ts';
import { type OpenChromium, openChromium } from './chromium.ts';
import { Emitter } from './emitter.ts';
import { pageScript } from './page-script.ts';
import type { PreviewSession } from './session.ts';
import { PreviewContents } from './web-contents.ts';

const bindingName = '__kriterPreview';
const titleMark = ' (preview)';
const windows = new Set<PreviewWindow>();
let chromium: Promise<OpenChromium> | undefined;
let firstPageTaken = false;

function sharedChromium(): Promise<OpenChromium> {
  if (!chromium) {
    chromium = openChromium(requestedSwitches());
    onExit(async () => (await chromium)?.close());
  }
  return chromium;
}

/** Where dialogs open their own page. */
export const sharedContext = async () => (await sharedChromium()).context;

class PreviewWindow extends Emitter {
  readonly #page: Promise<Page>;
  readonly #contents: PreviewContents;
  #isDestroyed = false;
  #isReady = false;

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...windows] as unknown as Electron.BrowserWindow[];
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { session, preload } = options.webPreferences ?? {};
    const visible = options.show !== false || preload !== undefined;
    this.#page = this.#open(preload, visible);
    this.#contents = new PreviewContents(this.#page, session as unknown as PreviewSession);
    windows.add(this);
    app.events.emit('web-contents-created', {}, this.#contents);
  }

  async #open(preload: string | undefined, visible: boolean): Promise<Page> {
    const { context } = await sharedChromium();
    const first = context.pages()[0];
    const useFirst = visible && !firstPageTaken && first;
    if (useFirst) firstPageTaken = true;
    const page = useFirst || (await context.newPage());
    const contents = this.#contents;
    await page.exposeBinding(bindingName, ({ frame }, message) => contents.hear(frame, message));
    const source = preload === undefined ? null : readFileSync(preload, 'utf8');
    const parameters = [bindingName, source, '.app.invalid', titleMark].map((value) => JSON.stringify(value));
    await page.addInitScript(`(${pageScript.toString()})(${parameters.join(',')})`);
    await page.route('**/*', (route, request) => contents.guard(route, request));
    page.on('close', () => this.#closed());
    return page;
  }

  get webContents(): Electron.WebContents {
    return this.#contents as unknown as Electron.WebContents;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    // The same address with nothing behind the host reads with a slash in Chromium.
    this.#contents.expect(fromChromium(toChromium(address)));
    await page.goto(toChromium(address), { waitUntil: 'load' });
    if (this.#isReady) return;
    this.#isReady = true;
    this.events.emit('ready-to-show');
  }

  show(): void {
    void this.#page.then((page) => page.bringToFront()).catch(() => undefined);
  }

  focus(): void {
    this.show();
  }

  // Whether its window is minimised, Chromium does not tell.
  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.show();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  close(): void {
    this.destroy();
  }

  destroy(): void {
    void this.#page.then((page) => page.close()).catch(() => undefined);
    this.#closed();
  }

  #closed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this);
    this.events.emit('closed');
    if (windows.size > 0) return;
    if (app.events.listenerCount('window-all-closed') === 0) app.quit();
    else app.events.emit('window-all-closed');
  }
}

type UsedWindow = Pick<
  Electron.BrowserWindow,
  | 'webContents'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'isMinimized'
  | 'restore'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'on'
  | 'once'
>;
export const BrowserWindow = PreviewWindow satisfies (new (
  options?: Electron.BrowserWindowConstructorOptions,
) => UsedWindow) &
  Pick<typeof Electron.BrowserWindow, 'getAllWindows'>;
