import type { BrowserWindow, Session } from 'electron';
import { createMainWindow, loadApp } from './main-window.ts';

export interface WindowSet {
  /** The window that stays when the register is locked, and over which dialogs open. */
  lead(): BrowserWindow;
  /** Windows that may talk to the data. */
  all(): readonly BrowserWindow[];
  /** Opens one more window at a page of the program; false where there are enough of them. */
  open(page: string): Promise<boolean>;
  /** Nothing of what stood on any screen outlives the session: one window begins anew, the others end. */
  loadAfresh(): Promise<void>;
}

/** More would not help anybody to compare, and each holds what it shows in memory. */
const mostWindows = 4;

/** The windows of the program; the first one is there from the start. */
export function createWindowSet(session: Session, preload: string, onGone: () => void): WindowSet {
  const windows = new Set<BrowserWindow>();
  const add = (): BrowserWindow => {
    const window = createMainWindow(session, preload);
    windows.add(window);
    window.on('closed', () => windows.delete(window));
    window.webContents.on('render-process-gone', onGone);
    return window;
  };
  const first = add();
  const lead = (): BrowserWindow => [...windows][0] ?? first;
  return {
    lead,
    all: () => [...windows],
    async open(page) {
      if (windows.size >= mostWindows) return false;
      await loadApp(add(), page);
      return true;
    },
    async loadAfresh() {
      const stays = lead();
      for (const window of windows) if (window !== stays) window.destroy();
      // On the way out the session ends after its window.
      if (!stays.isDestroyed()) await loadApp(stays);
    },
  };
}
