import type { accountProcedures } from '#shared/contract/account.ts';
import type { HandlersFor } from './handler.ts';

export const accountHandlers: HandlersFor<typeof accountProcedures> = {
  'account.list': (_input, { session, services }) => ({ accounts: services.accounts.list(session) }),
  'account.add': (input, { session, services, note, enter }) =>
    services.accounts.add(session, input, (account) => {
      note({ account });
      enter();
    }),
  'account.set-roles': ({ id, roles }, { session, services, enter }) =>
    services.accounts.setRoles(session, id, roles, enter),
  'account.give-vault-key': ({ id }, { session, services, enter }) =>
    services.accounts.giveVaultKey(session, id, enter),
  'account.reset-passphrase': ({ id, passphrase }, { session, services, enter }) =>
    services.accounts.resetPassphrase(session, id, passphrase, enter),
  'account.revoke': async ({ id }, { session, services, enter }) => {
    await services.accounts.revoke(session, id, enter);
    return {};
  },
};
