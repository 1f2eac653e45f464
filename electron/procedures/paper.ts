import type { paperProcedures } from '#shared/contract/paper.ts';
import { printBlankForm, printFilledForm } from '../services/reports/paper/print-paper.ts';
import type { HandlersFor } from './handler.ts';

export const paperHandlers: HandlersFor<typeof paperProcedures> = {
  'paper.print-blank': async (input, { session, services, note }) => {
    const printed = await printBlankForm(services, session, input);
    note({ form: printed.form });
    return printed;
  },
  'paper.print-filled': async (input, { session, services, note }) => {
    note({ withIdentity: input.identitySheet === 'filled' });
    // The written reason is what an auditor reads; it is no value of the record.
    if (input.reason !== null) note({ reason: input.reason });
    const printed = await printFilledForm(services, session, input);
    note({ form: printed.form });
    return printed;
  },
};
