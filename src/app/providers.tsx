import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { createQueryClient } from '../api/query.ts';
import { themeOf } from '../ui/theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { LookContext } from './look.ts';

type ProvidersProps = { children: ReactNode; nonce: string };

/** Our own styles take the accent from the theme of the outermost provider, so the kind of register is set up here. */
export function Providers({ children, nonce }: ProvidersProps) {
  const [client] = useState(createQueryClient);
  const [kind, setKind] = useState<RegisterKind | null>(null);
  const theme = useMemo(() => themeOf(kind), [kind]);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <LookContext value={setKind}>
        <QueryClientProvider client={client}>
          <ErrorBoundary>{children}</ErrorBoundary>
        </QueryClientProvider>
      </LookContext>
    </MantineProvider>
  );
}
