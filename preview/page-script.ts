/** Runs in every page before its own scripts; its source is sent to Chromium, so it may use nothing from outside. */
export function pageScript(bindingName: string, preload: string | null, appSuffix: string, mark: string): void {
  type Bind = (message: unknown) => Promise<unknown>;
  const world = globalThis as unknown as Record<string | symbol, unknown>;
  const bind = world[bindingName] as Bind | undefined;
  if (!bind) return;
  delete world[bindingName];

  document.addEventListener('securitypolicyviolation', (event) => {
    void bind({
      type: 'violation',
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      page: document.URL,
    });
  });
  // As in Electron: a refused window is null, and the page goes on.
  window.open = (address?: string | URL) => {
    void bind({ type: 'window-open', url: String(address ?? '') });
    return null;
  };
  if (window.top !== window || !location.hostname.endsWith(appSuffix)) return;

  const markTitle = (): void => {
    if (document.title && !document.title.endsWith(mark)) document.title += mark;
  };
  new MutationObserver(markTitle).observe(document, { subtree: true, childList: true, characterData: true });

  const listeners = new Map<string, Set<(...parameters: unknown[]) => void>>();
  Object.defineProperty(world, Symbol.for('kriter.preview.deliver'), {
    value: (channel: string, parameters: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...parameters);
    },
  });
  if (preload === null) return;
  const contextBridge = {
    exposeInMainWorld(key: string, api: object) {
      Object.defineProperty(world, key, { value: Object.freeze(api), enumerable: true });
    },
  };
  const ipcRenderer = {
    async invoke(channel: string, ...parameters: unknown[]) {
      // Electron refuses what cannot be cloned; so does this line.
      const reply = (await bind({ type: 'invoke', channel, parameters: structuredClone(parameters) })) as {
        value?: unknown;
        error?: string;
      };
      if (reply.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
      return reply.value;
    },
    on(channel: string, listener: (...parameters: unknown[]) => void) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return ipcRenderer;
    },
    removeListener(channel: string, listener: (...parameters: unknown[]) => void) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  const require = (name: string): object => {
    if (name !== 'electron') throw new Error(`a sandboxed preload script cannot load ${name}`);
    return { contextBridge, ipcRenderer };
  };
  // DevTools evaluates this text, not the page: the policy of the page does not apply to it.
  new Function('require', 'module', 'exports', preload)(require, { exports: {} }, {});
}
