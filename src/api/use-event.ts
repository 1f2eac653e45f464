import { useEffect, useEffectEvent } from 'react';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import { listen } from './client.ts';

/** Hears an event of the data as long as the component stands. */
export function useDataEvent<N extends EventName>(name: N, hear: (payload: EventPayload<N>) => void): void {
  const onEvent = useEffectEvent(hear);
  useEffect(() => listen(name, (payload) => onEvent(payload)), [name]);
}
