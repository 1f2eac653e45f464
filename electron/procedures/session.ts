import type { sessionProcedures } from '#shared/contract/session.ts';
import type { HandlersFor } from './handler.ts';

export const sessionHandlers: HandlersFor<typeof sessionProcedures> = {
  'session.sign-in': async ({ path, login, passphrase }, { services, enter }) => {
    const { sessions, workstation, statistics, names, program } = services;
    const session = await sessions.signIn(path, login, passphrase);
    try {
      enter();
      workstation.remember(path);
    } catch (cause) {
      // Whoever is told that signing in failed must not leave an open register behind.
      await sessions.lock('closed');
      throw cause;
    }
    // A console call asks one thing and ends; whoever sits at the window will want a table or a name some time.
    if (program.runtime !== 'console' && !session.header.unfinished) {
      statistics.prepare(session);
      names.prepare(session.register);
    }
    return sessions.describe();
  },
  'session.describe': (_input, { services }) => ({ session: services.sessions.describeOrNull() }),
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
