import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { workstationProcedures } from '#shared/contract/workstation.ts';
import type { HandlersFor } from './handler.ts';

export const workstationHandlers: HandlersFor<typeof workstationProcedures> = {
  'workstation.describe': (_input, { services: { workstation, registers, program, demo } }) => ({
    version: program.version,
    runtime: program.runtime,
    language: workstation.language(),
    registers: registers.list(),
    suggestedFolder: join(program.documents, 'Kriter'),
    demo,
  }),
  'workstation.set-language': ({ language }, { services }) => {
    services.workstation.setLanguage(language);
    return {};
  },
  'workstation.add-register': ({ path }, { services: { registers, workstation } }) => {
    const summary = registers.summarise(path);
    // A folder that holds no register must not stay in the list for ever.
    if (summary.problem === 'REGISTER_NOT_FOUND') throw new AppError('REGISTER_NOT_FOUND', { folder: path });
    workstation.remember(path);
    return summary;
  },
  'workstation.forget-register': ({ path }, { services }) => {
    services.workstation.forget(path);
    return {};
  },
  'workstation.open-window': async ({ page }, { services }) => ({ opened: await services.windows.open(page) }),
  'workstation.list-drives': (_input, { services }) => ({ drives: services.drives() }),
  'workstation.choose-folder': async ({ purpose }, { services }) => ({
    path: await services.dialogs.chooseFolder(purpose),
  }),
  'workstation.choose-file': async ({ purpose }, { services }) => ({
    path: await services.dialogs.chooseFile(purpose),
  }),
  'workstation.choose-save': async ({ purpose, suggestedName }, { services }) => ({
    path: await services.dialogs.chooseSave(purpose, suggestedName),
  }),
};
