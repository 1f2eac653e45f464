import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, use, useState } from 'react';
import type { SessionInfo } from '#shared/contract/session.ts';
import { queryKey, useProcedure } from '../api/query.ts';
import { SessionContext } from '../api/session.ts';
import { useDataEvent } from '../api/use-event.ts';
import { useFailureText } from '../api/use-failure-text.ts';
import { FailureNotice } from '../ui/notice.tsx';
import { Entrance } from './entrance.tsx';
import { loadKind } from './load-kind.ts';
import { useLookOf } from './look.ts';
import { createAppRouter } from './router.tsx';
import { useIdleTouch } from './use-idle-touch.ts';

/** What shows records, or counts them. */
const asRecordsChange = [
  'record.list',
  'record.count',
  'figure.count',
  'record.history',
  'task.list',
  'task.count',
  'statistics.table',
  'statistics.trend',
  'design.count',
  'publication.corrections',
  'quality.table',
  'quality.confirmations',
  'course.count',
  'audit.list',
  'retention.due',
  'erasure.list',
  'erasure.finished',
  'reference.uses',
] as const;

/** What shows entries of the lists that the installation keeps. */
const asReferenceChange = ['reference.list', 'reference.history'] as const;

/** The gate: without a session, or before the recovery sheets are typed back, there is nothing but the entrance. */
export function App() {
  const client = useQueryClient();
  const text = useFailureText();
  const described = useProcedure('session.describe', {});

  const enter = (session: SessionInfo | null) => client.setQueryData(queryKey('session.describe', {}), { session });

  useDataEvent('session.locked', () => {
    client.clear();
    enter(null);
  });
  useDataEvent('records.changed', () => {
    for (const read of asRecordsChange) {
      void client.invalidateQueries({ queryKey: queryKey(read) });
    }
  });

  useDataEvent('reference.changed', () => {
    for (const read of asReferenceChange) {
      void client.invalidateQueries({ queryKey: queryKey(read) });
    }
  });

  if (described.isError) return <FailureNotice text={text(described.error)} />;
  if (described.data === undefined) return null;
  const { session } = described.data;
  return <Gate session={session} onEnter={enter} />;
}

type GateProps = { session: SessionInfo | null; onEnter: (session: SessionInfo | null) => void };

function Gate({ session, onEnter }: GateProps) {
  // A wizard that has just finished still shows its last page, although the session is open already.
  const [isEntering, setEntering] = useState(session === null || session.setupPending);
  const client = useQueryClient();

  if (session === null || session.setupPending || isEntering) {
    return (
      <Entrance
        session={session}
        onSession={(opened) => {
          setEntering(opened.setupPending);
          onEnter(opened);
        }}
        onSetup={(opened) => {
          setEntering(true);
          onEnter(opened);
        }}
        onFinished={() => {
          setEntering(false);
          void client.invalidateQueries({ queryKey: queryKey('session.describe') });
        }}
      />
    );
  }
  return (
    <Suspense fallback={null}>
      <SignedIn key={session.register.id} session={session} />
    </Suspense>
  );
}

function SignedIn({ session }: { session: SessionInfo }) {
  use(loadKind(session.register.kind));
  useLookOf(session.register.kind);
  const [router] = useState(createAppRouter);
  useIdleTouch();
  return (
    <SessionContext value={session}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}
