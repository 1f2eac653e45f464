import { Worker } from 'node:worker_threads';
import type { Reply } from '#shared/contract/errors.ts';
import type { DataWorkerOptions, FromDataWorker, PortHost, PortMessage, ToDataWorker } from './protocol.ts';

export interface DataWorkerClient {
  request(name: string, input: unknown): Promise<Reply<unknown>>;
  onEvent(listener: (name: string, payload: unknown) => void): () => void;
  /** Resolves when the worker has ended, wanted or not. */
  readonly ended: Promise<{ readonly wanted: boolean }>;
  stop(): Promise<void>;
}

// The worker closes its register within this time or is ended: WAL keeps what was acknowledged.
const stopWithinMs = 5000;

/** Starts the only thread that holds the database, the session and the keys. */
export function startDataWorker(entry: URL, options: DataWorkerOptions, ports: PortHost): DataWorkerClient {
  const worker = new Worker(entry, { workerData: options, name: 'data' });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Set<(name: string, payload: unknown) => void>();
  let lastId = 0;
  let wanted = false;
  let hasEnded = false;

  const send = (message: ToDataWorker) => worker.postMessage(message);
  worker.on('message', (message: FromDataWorker) => {
    if (message.type === 'reply') {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    } else if (message.type === 'event') {
      for (const listener of listeners) listener(message.name, message.payload);
    } else {
      void answerPort(message, ports).then(send);
    }
  });

  const ended = new Promise<{ wanted: boolean }>((resolve) => {
    // Only the class is logged: a message could quote a value.
    worker.on('error', (cause) => console.error('data worker failed', cause instanceof Error ? cause.name : 'unknown'));
    worker.on('exit', () => {
      hasEnded = true;
      for (const settle of waiting.values()) settle(workerGone);
      waiting.clear();
      resolve({ wanted });
    });
  });

  return {
    request(name, input) {
      if (hasEnded) return Promise.resolve(workerGone);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send({ type: 'request', id, name, input });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended,
    async stop() {
      wanted = true;
      send({ type: 'stop' });
      const timer = setTimeout(() => void worker.terminate(), stopWithinMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

const workerGone: Reply<unknown> = {
  ok: false,
  error: { code: 'INTERNAL', params: {}, incident: 'data-worker-ended' },
};

async function answerPort(message: PortMessage, ports: PortHost): Promise<ToDataWorker> {
  try {
    return { type: 'port-reply', id: message.id, ok: true, value: await callPort(message, ports) };
  } catch (cause) {
    return {
      type: 'port-reply',
      id: message.id,
      ok: false,
      message: cause instanceof Error ? cause.message : 'port failed',
    };
  }
}

function callPort(message: PortMessage, ports: PortHost): Promise<unknown> {
  switch (message.port) {
    case 'print':
      return ports.print(message.args);
    case 'chooseFolder':
      return ports.chooseFolder(message.args);
    case 'chooseFile':
      return ports.chooseFile(message.args);
    case 'openWindow':
      return ports.openWindow(message.args);
    case 'chooseSave':
      return ports.chooseSave(message.args);
  }
}
