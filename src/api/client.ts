/** The only door to the data: one request, one reply, by the names and shapes of the contract. */
import type { Input, Output, ProcedureName } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/errors.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';

interface Bridge {
  request(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly kriter: Bridge;
  }
}

/** An expected failure, carried through promises; screens translate its code. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** Asks the data; rejects with CallFailure where the reply is a refusal. */
export async function call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = (await window.kriter.request(name, input)) as Reply<Output<N>>;
  if (!reply.ok) throw new CallFailure(reply.error);
  return reply.value;
}

/** Listens to what the data tells unasked; returns how to stop listening. */
export function listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.kriter.on(name, (payload) => listener(payload as EventPayload<N>));
}
