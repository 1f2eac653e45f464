import type { accountProcedures } from '#shared/contract/account.ts';
import type { HandlersFor } from './handler.ts';

export const accountHandlers: HandlersFor<typeof accountProcedures> = {
  'account.list': (_input, { session, services }) => ({ accounts: services.accounts.list(session) }),
  'account.add': async (input, { session, services, note }) => {
    const added = await services.accounts.add(session, input);
    note({ account: added.id });
    return added;
  },
  'account.set-roles': ({ id, roles }, { session, services }) => services.accounts.setRoles(session, id, roles),
  'account.give-vault-key': ({ id }, { session, services }) => services.accounts.giveVaultKey(session, id),
  'account.reset-passphrase': ({ id, passphrase }, { session, services }) =>
    services.accounts.resetPassphrase(session, id, passphrase),
  'account.revoke': async ({ id }, { session, services }) => {
    await services.accounts.revoke(session, id);
    return {};
  },
};
