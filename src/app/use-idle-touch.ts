import { useEffect } from 'react';
import { call } from '../api/client.ts';

const atMostEveryMs = 15_000;

/** Tells the data that somebody is at the keyboard, so that the idle lock does not fall on a person who works. */
export function useIdleTouch(): void {
  useEffect(() => {
    let last = 0;
    const touch = () => {
      const now = performance.now();
      if (now - last < atMostEveryMs) return;
      last = now;
      // A refusal means that the session is over; the gate hears that by its own event.
      call('session.touch', {}).catch(() => undefined);
    };
    const signs = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch);
    };
  }, []);
}
