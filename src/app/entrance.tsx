import { useState } from 'react';
import type { SessionInfo } from '#shared/contract/session.ts';
import { RestorePage } from '../features/backup/restore-page.tsx';
import { SetupWizard } from '../features/setup/setup-wizard.tsx';
import { RecoveryPage } from '../features/sign-in/recovery-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { EntranceFrame } from './layout/entrance-frame.tsx';
import { useLookOf } from './look.ts';

type EntranceProps = {
  session: SessionInfo | null;
  onSession: (session: SessionInfo) => void;
  /** A register was made and signed in to; the wizard goes on with its recovery sheets. */
  onSetup: (session: SessionInfo) => void;
  onFinished: () => void;
};

type Screen = { name: 'sign-in' } | { name: 'setup' } | { name: 'restore' } | { name: 'recovery'; path: string };

/** Everything that can be done before a register is open. */
export function Entrance({ session, onSession, onSetup, onFinished }: EntranceProps) {
  const [screen, setScreen] = useState<Screen>({ name: 'sign-in' });
  useLookOf(session?.register.kind ?? null);
  const toSignIn = () => setScreen({ name: 'sign-in' });

  if (screen.name === 'setup' || session !== null) {
    return (
      <EntranceFrame>
        <SetupWizard session={session} onCreated={onSetup} onFinished={onFinished} onLeave={toSignIn} />
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame>
      {screen.name === 'sign-in' ? (
        <SignInPage
          onSignedIn={onSession}
          onNewRegister={() => setScreen({ name: 'setup' })}
          onRestore={() => setScreen({ name: 'restore' })}
          onForgotten={(path) => setScreen({ name: 'recovery', path })}
        />
      ) : null}
      {screen.name === 'restore' ? <RestorePage onLeave={toSignIn} /> : null}
      {screen.name === 'recovery' ? <RecoveryPage path={screen.path} onLeave={toSignIn} /> : null}
    </EntranceFrame>
  );
}
