import type { sessionProcedures } from '#shared/contract/session.ts';
import { sessionIn } from '../services/training/invented-names.ts';
import type { HandlersFor } from './handler.ts';

/** Tables are worked out when so long after signing in: what is looked at first comes first. */
const settledMs = 2_000;

export const sessionHandlers: HandlersFor<typeof sessionProcedures> = {
  'session.sign-in': async ({ path, login, passphrase }, { services, enter }) => {
    const { sessions, workstation, lists, statistics, names, program } = services;
    const session = await sessions.signIn(path, login, passphrase);
    try {
      enter();
      workstation.remember(path);
    } catch (cause) {
      // Whoever is told that signing in failed must not leave an open register behind.
      await sessions.lock('closed');
      throw cause;
    }
    // A console call asks one thing and ends; whoever sits at the window begins with a list and will want a table.
    if (program.runtime !== 'console' && !session.header.unfinished) {
      // One after the other: on two processors the list would have to wait for figures that nobody asked for yet.
      void lists.prepare(session.register).then(() => {
        const isOpen = () => sessions.current()?.register.database === session.register.database;
        if (!isOpen()) return;
        names.prepare(session.register);
        setTimeout(() => isOpen() && statistics.prepare(session), settledMs).unref();
      });
    }
    return sessionIn(sessions.describe(), workstation.language());
  },
  'session.describe': (_input, { services }) => {
    const session = services.sessions.describeOrNull();
    return { session: session && sessionIn(session, services.workstation.language()) };
  },
  'session.lock': async (_input, { services }) => {
    await services.sessions.lock('manual');
    return {};
  },
  'session.touch': (_input, { services }) => {
    services.sessions.touch();
    return {};
  },
  'session.change-passphrase': async ({ current, next }, { session, services, enter }) => {
    await services.accounts.changeOwnPassphrase(session, current, next, enter);
    return {};
  },
  'passphrase.suggest': (_input, { services }) => ({ passphrase: services.passphrases.suggest() }),
  'passphrase.judge': ({ passphrase, knownWords }, { services }) => services.passphrases.judge(passphrase, knownWords),
};
