import { app } from 'electron';

/** False where the program already runs on this workstation account; the first one is then brought to the front. */
export function claimSingleInstance(showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', showWindow);
  return true;
}
