/** What an account set up for itself, kept in the register. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Output } from '#shared/contract/contract.ts';
import type { PreferenceName } from '#shared/contract/preference.ts';
import { call } from './client.ts';
import { queryKey, useProcedure } from './query.ts';

type Preferences = Output<'preference.get'>;
type Value<N extends PreferenceName> = NonNullable<Preferences['values'][N]>;

const key = queryKey('preference.get', {});

/**
 * Value of a preference (undefined: never set, or not known yet), and a way to change it from its present value. The
 * change shows at once; the promise ends when it is kept.
 */
export function usePreference<N extends PreferenceName>(name: N) {
  const client = useQueryClient();
  const { data, isPending } = useProcedure('preference.get', {});
  const change = useCallback(
    async (next: (now: Value<N> | undefined) => Value<N>): Promise<void> => {
      const before = client.getQueryData<Preferences>(key)?.values;
      const values = { [name]: next(before?.[name] as Value<N> | undefined) };
      client.setQueryData<Preferences>(key, { values: { ...before, ...values } });
      await call('preference.set', { values });
    },
    [client, name],
  );
  return { value: data?.values[name] as Value<N> | undefined, isPending, change } as const;
}
