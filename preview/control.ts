import { runInThisContext } from 'node:vm';

type TestFunction = (electron: object, argument: unknown) => unknown;

/** What a test that started the preview host as a child process hears from it and may ask of it. */
export type FromPreview =
  | { readonly type: 'ready'; readonly debuggingAddress: string }
  | { readonly type: 'foreign-request'; readonly url: string }
  | { readonly type: 'policy-violation'; readonly directive: string; readonly blocked: string; readonly page: string }
  | { readonly type: 'evaluated'; readonly id: number; readonly value?: unknown; readonly error?: string };

export type ToPreview = {
  readonly type: 'evaluate';
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
};

/** Tells the test, where there is one. */
export function report(message: FromPreview): void {
  if (process.connected) process.send?.(message);
}

/** Answers `evaluate` as Playwright's ElectronApplication does: a function of the module and one argument. */
export function obeyTest(electron: object): void {
  process.on('message', (message: ToPreview) => {
    if (message.type !== 'evaluate') return;
    const { id, source, argument } = message;
    Promise.resolve()
      .then(() => (runInThisContext(`(${source})`) as TestFunction)(electron, argument))
      .then((value) => report({ type: 'evaluated', id, value: value ?? null }))
      .catch((cause: unknown) => report({ type: 'evaluated', id, error: String(cause) }));
  });
  // The channel alone must not keep the program alive.
  process.channel?.unref();
}
