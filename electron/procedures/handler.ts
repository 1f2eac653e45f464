/** How a handler of a contract procedure looks: take parsed input, call one service, return the output. */
import type { OutputOf, ParsedInputOf } from '#shared/contract/procedure.ts';
import type { OpenSession, Services } from '../services/services.ts';

/** What an audit entry may tell beside name and outcome: ids, field names, counts; never values. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface CallContext {
  /** The open session; asking for it without one is NOT_SIGNED_IN. */
  readonly session: OpenSession;
  /** For procedures that anyone may call: the session if there is one. */
  readonly maybeSession: OpenSession | null;
  readonly services: Services;
  /** Adds to the audit entry of this call. */
  note(detail: AuditDetail): void;
  /** For handlers that must wait for something: writes the entry of this call in the transaction at hand. */
  enter(): void;
}

export type Handler<I, O> = (input: I, context: CallContext) => O | Promise<O>;

export type HandlersFor<P> = {
  readonly [N in keyof P]: Handler<ParsedInputOf<P[N]>, OutputOf<P[N]>>;
};

const atomicHandlers = new WeakSet<object>();

/** Marks a synchronous writing handler: it runs in one transaction together with its audit entry. */
export function atomic<I, O>(handler: (input: I, context: CallContext) => O): Handler<I, O> {
  atomicHandlers.add(handler);
  return handler;
}

export const isAtomic = (handler: object): boolean => atomicHandlers.has(handler);
