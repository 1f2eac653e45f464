import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '../api/query.ts';
import { themeOf } from '../ui/theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';

type ProvidersProps = { children: ReactNode; nonce: string };

export function Providers({ children, nonce }: ProvidersProps) {
  const [client] = useState(createQueryClient);
  return (
    <MantineProvider theme={themeOf('victims')} forceColorScheme="light" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}
