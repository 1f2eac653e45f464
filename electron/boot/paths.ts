import { join } from 'node:path';
import { app } from 'electron';

/** Where the built program lies; `main` is the folder of the entry script. */
export interface ProgramFolders {
  readonly renderer: string;
  readonly preload: string;
}

export const programFolders = (main: string): ProgramFolders => ({
  renderer: join(main, '..', 'renderer'),
  preload: join(main, '..', 'preload', 'preload.cjs'),
});

/** Fixes the folder of workstation state before the runtime is ready; the runtime's own files go below it. */
export function settlePaths(chosen: string | undefined): string {
  if (chosen) app.setPath('userData', chosen);
  const userData = app.getPath('userData');
  app.setPath('sessionData', join(userData, 'runtime'));
  return userData;
}
