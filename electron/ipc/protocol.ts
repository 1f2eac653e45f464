/** What main (or the console) and the data worker say to each other; no word of the domain. */
import type { Reply } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { PrintedPages } from './printed-pages.ts';

export type RuntimeName = 'electron' | 'preview' | 'console';

export interface DataWorkerOptions {
  readonly userData: string;
  readonly version: string;
  readonly runtime: RuntimeName;
  /** Kind of the training register to open. */
  readonly demo: RegisterKind | false;
  /** Language of the system as BCP 47 tag; chooses the language of the first start. */
  readonly locale: string;
}

/** Ports of the world around the worker: what it asks, and what comes back. */
export interface Ports {
  readonly print: { readonly args: { readonly html: string }; readonly value: PrintedPages };
  readonly chooseFolder: { readonly args: { readonly purpose: string }; readonly value: string | null };
  readonly chooseFile: { readonly args: { readonly purpose: string }; readonly value: string | null };
  readonly chooseSave: {
    readonly args: { readonly purpose: string; readonly suggestedName: string };
    readonly value: string | null;
  };
  /** One more window at a page of the program; false where there are enough. */
  readonly openWindow: { readonly args: { readonly page: string }; readonly value: boolean };
}
export type PortName = keyof Ports;
export type PortHost = { readonly [P in PortName]: (args: Ports[P]['args']) => Promise<Ports[P]['value']> };

export type RequestMessage = {
  readonly type: 'request';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
};
export type PortReplyMessage =
  | { readonly type: 'port-reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'port-reply'; readonly id: number; readonly ok: false; readonly message: string };
/** Asks the worker to close the register and end by itself. */
export type StopMessage = { readonly type: 'stop' };
export type ToDataWorker = RequestMessage | PortReplyMessage | StopMessage;

export type ReplyMessage = { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> };
export type EventMessage = { readonly type: 'event'; readonly name: string; readonly payload: unknown };
export type PortMessage = {
  [P in PortName]: { readonly type: 'port'; readonly id: number; readonly port: P; readonly args: Ports[P]['args'] };
}[PortName];
export type FromDataWorker = ReplyMessage | EventMessage | PortMessage;
