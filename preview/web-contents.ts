import type Electron from 'electron';
import type { Frame, Page, Request as PageRequest, Route } from 'playwright-core';
import { fromChromium } from './address.ts';
import { report } from './control.ts';
import { Emitter } from './emitter.ts';
import { invokeHandler } from './ipc-main.ts';
import type { PreviewSession } from './session.ts';

/** A frame as the sender check sees it: its address is asked for when it is read, and its identity stays. */
class PreviewFrame implements Pick<Electron.WebFrameMain, 'url'> {
  readonly #frame: Frame;
  constructor(frame: Frame) {
    this.#frame = frame;
  }
  get url(): string {
    return fromChromium(this.#frame.url());
  }
}

type FromPage =
  | { readonly type: 'invoke'; readonly channel: string; readonly parameters: readonly unknown[] }
  | { readonly type: 'window-open'; readonly url: string }
  | { readonly type: 'violation'; readonly directive: string; readonly blocked: string; readonly page: string };

let lastId = 0;

type UsedContents = Pick<
  Electron.WebContents,
  'id' | 'mainFrame' | 'setWindowOpenHandler' | 'send' | 'printToPDF' | 'on' | 'once'
>;

export class PreviewContents extends Emitter implements UsedContents {
  readonly id: number;
  readonly #page: Promise<Page>;
  readonly #session: PreviewSession;
  readonly #frames = new WeakMap<Frame, PreviewFrame>();
  #opened: Page | undefined;
  #wanted: string | undefined;
  #openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined;

  constructor(page: Promise<Page>, session: PreviewSession) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#session = session;
    this.#page = page;
    void page.then((opened) => {
      this.#opened = opened;
      // Playwright cannot revive a crashed page: in the preview its window is closed instead.
      opened.on('crash', () => void opened.close());
      opened.on('popup', (popup) => void popup.close());
    });
  }

  get mainFrame(): Electron.WebFrameMain {
    if (!this.#opened) throw new Error('The page is not open yet.');
    return this.frameOf(this.#opened.mainFrame());
  }

  frameOf(frame: Frame): Electron.WebFrameMain {
    const known = this.#frames.get(frame) ?? new PreviewFrame(frame);
    this.#frames.set(frame, known);
    return known as unknown as Electron.WebFrameMain;
  }

  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.#openHandler = handler;
  }

  /** The next navigation to this address was asked for by the program, not by the page. */
  expect(address: string): void {
    this.#wanted = address;
  }

  send(channel: string, ...parameters: unknown[]): void {
    void this.#page
      .then((page) =>
        page.evaluate(
          ([name, values]) => {
            const deliver = (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('kriter.preview.deliver')];
            (deliver as ((channel: string, parameters: unknown[]) => void) | undefined)?.(name, values);
          },
          [channel, parameters] as [string, unknown[]],
        ),
      )
      // Between two documents there is nobody to hear it.
      .catch(() => undefined);
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#page;
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.printToPDF', {
      paperWidth: 8.27,
      paperHeight: 11.69,
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      displayHeaderFooter: options.displayHeaderFooter ?? false,
      generateTaggedPDF: options.generateTaggedPDF ?? false,
      generateDocumentOutline: options.generateDocumentOutline ?? false,
    });
    return Buffer.from(data, 'base64');
  }

  /** A message of the page script. */
  async hear(frame: Frame, message: FromPage): Promise<unknown> {
    if (message.type === 'violation') {
      report({ ...message, type: 'policy-violation', page: fromChromium(message.page) });
      return null;
    }
    if (message.type === 'window-open') {
      this.#openHandler?.({ url: message.url } as Electron.HandlerDetails);
      return null;
    }
    const event = { sender: this, senderFrame: this.frameOf(frame) } as unknown as Electron.IpcMainInvokeEvent;
    return invokeHandler(message.channel, event, message.parameters);
  }

  /** Every request of the page comes through here; a navigation nobody in the program asked for can be prevented. */
  async guard(route: Route, request: PageRequest): Promise<void> {
    if (request.isNavigationRequest()) {
      const url = fromChromium(request.url());
      const isMainFrame = request.frame().parentFrame() === null;
      const isAsked = isMainFrame && this.#wanted === url;
      if (isAsked) this.#wanted = undefined;
      else if (this.emitCancellable('will-frame-navigate', { url, isMainFrame })) {
        if (!url.startsWith('app:')) report({ type: 'foreign-request', url });
        return route.abort('aborted');
      }
    }
    return this.#session.answer(route, request);
  }
}
