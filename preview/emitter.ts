import { EventEmitter } from 'node:events';

// Electron types each event by an overload of its own; here one signature serves them all.
// biome-ignore lint/suspicious/noExplicitAny: parameters differ from event to event.
type Listener = (...parameters: any[]) => void;

/** The part of Electron's event emitters that the program uses; `never` satisfies the overloads' return types. */
export class Emitter {
  readonly events = new EventEmitter();

  on(name: string, listener: Listener): never {
    this.events.on(name, listener);
    return this as never;
  }

  once(name: string, listener: Listener): never {
    this.events.once(name, listener);
    return this as never;
  }

  /** Emits a cancellable event and tells whether a listener cancelled it. */
  emitCancellable(name: string, facts: object = {}): boolean {
    let defaultPrevented = false;
    const event = {
      ...facts,
      preventDefault() {
        defaultPrevented = true;
      },
    };
    this.events.emit(name, event);
    return defaultPrevented;
  }
}
