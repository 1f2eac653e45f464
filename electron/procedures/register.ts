import type { registerProcedures } from '#shared/contract/register.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const registerHandlers: HandlersFor<typeof registerProcedures> = {
  'register.create': async (input, { services: { registers, sessions } }) => {
    const { sheets } = await registers.create(input);
    return { session: sessions.describe(), sheets };
  },
  'recovery.reissue': async (_input, { session, services, note }) => {
    const sheets = await services.recovery.reissue(session);
    note({ sheets: sheets.map(({ sheetId }) => sheetId) });
    return { sheets };
  },
  'recovery.print': async ({ sheet, language, file }, { session, services, note }) => {
    note({ sheet: sheet.sheetId });
    return services.reports.printSheet(session, sheet, language, file);
  },
  'recovery.rehearse': ({ purpose, lines }, { session, services }) =>
    services.recovery.rehearse(session, purpose, lines),
  'recovery.issue-administrator': async (input, { services }) => {
    await services.recovery.issueAdministrator(input);
    return {};
  },
  'settings.get': (_input, { session, services }) => services.settings.read(session.register),
  'settings.set': atomic((input, { session, services, note }) => {
    const { limits, ...others } = input;
    note({
      ...(Object.keys(others).length > 0 && { fields: Object.keys(others) }),
      ...(limits && { limits: Object.entries(limits).map(([name, value]) => `${name}=${value}`) }),
    });
    services.settings.write(session.register, input);
    return {};
  }),
  'register.check': ({ seal }, { session, services }) => services.checks.start(session, seal),
  'training.generate': ({ records, seed }, { session, services }) => services.training.start(session, records, seed),
};
