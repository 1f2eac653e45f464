import type Electron from 'electron';
import type { Request as PageRequest, Route } from 'playwright-core';
import { fromChromium } from './address.ts';
import { report } from './control.ts';
import { Emitter } from './emitter.ts';

type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** Windows in this partition share its protocol handlers and its request filter; Chromium's profile is temporary. */
class PreviewSession extends Emitter {
  #before: BeforeRequest | null = null;
  readonly #handlers = new Map<string, ProtocolHandler>();

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => {
      this.#before = listener;
    },
  };

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler) => {
      this.#handlers.set(scheme, handler);
    },
  };

  // Chromium was started with every permission denied and without a spell checker: nothing is left to ask.
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}

  /** Answers a request of a window: filtered first, then served by the handler of its scheme, else refused. */
  async answer(route: Route, request: PageRequest): Promise<void> {
    const url = fromChromium(request.url());
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) report({ type: 'foreign-request', url });
    if (!handler || (await this.#isCancelled(url))) return route.abort('blockedbyclient');
    const response = await handler(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #isCancelled(url: string): Promise<boolean> {
    const before = this.#before;
    if (!before) return Promise.resolve(false);
    return new Promise((resolve) => before({ url }, ({ cancel }) => resolve(cancel === true)));
  }
}

export type { PreviewSession };

type UsedSession = Pick<
  Electron.Session,
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
> & {
  readonly protocol: Pick<Electron.Protocol, 'handle'>;
  readonly webRequest: { onBeforeRequest: (listener: BeforeRequest) => void };
};

const partitions = new Map<string, PreviewSession>();

/** The session of a partition, made when it is first asked for. */
export function sessionOf(partition: string): PreviewSession {
  const known = partitions.get(partition) ?? (new PreviewSession() satisfies UsedSession);
  partitions.set(partition, known);
  return known;
}

export const session = {
  fromPartition: (partition: string) => sessionOf(partition) as unknown as Electron.Session,
  defaultSession: sessionOf('') as unknown as Electron.Session,
} satisfies Pick<typeof Electron.session, 'fromPartition' | 'defaultSession'>;

export const protocol = {
  // Nothing to register: the invented https host is a secure, standard origin already.
  registerSchemesAsPrivileged: () => undefined,
} satisfies Pick<typeof Electron.protocol, 'registerSchemesAsPrivileged'>;
