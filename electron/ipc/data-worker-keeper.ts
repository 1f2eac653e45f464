import type { Reply } from '#shared/contract/errors.ts';
import { type DataWorkerClient, startDataWorker } from './data-worker-client.ts';
import type { DataWorkerOptions, PortHost } from './protocol.ts';

export interface KeptDataWorker {
  readonly request: (name: string, input: unknown) => Promise<Reply<unknown>>;
  onEvent(listener: (name: string, payload: unknown) => void): void;
  /** The worker broke and a fresh one has taken its place: whoever was signed in has to do so again. */
  onRestart(listener: () => void): void;
  stop(): Promise<void>;
}

// A worker that breaks again so soon would break for ever.
const soonMs = 10_000;

/** A data worker that is started again when it breaks, except when it broke just after its start. */
export function keepDataWorker(entry: URL, options: DataWorkerOptions, ports: PortHost): KeptDataWorker {
  const eventListeners: ((name: string, payload: unknown) => void)[] = [];
  const restartListeners: (() => void)[] = [];
  let client = start();

  function start(): DataWorkerClient {
    const startedAt = performance.now();
    const started = startDataWorker(entry, options, ports);
    started.onEvent((name, payload) => {
      for (const listener of eventListeners) listener(name, payload);
    });
    void started.ended.then(({ wanted }) => {
      if (wanted || performance.now() - startedAt < soonMs) return;
      client = start();
      for (const listener of restartListeners) listener();
    });
    return started;
  }

  return {
    request: (name, input) => client.request(name, input),
    onEvent: (listener) => eventListeners.push(listener),
    onRestart: (listener) => restartListeners.push(listener),
    stop: () => client.stop(),
  };
}
