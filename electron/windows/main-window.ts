import { BrowserWindow, type Session } from 'electron';
import { appOrigin } from '../boot/app-protocol.ts';

/** Settings every window has: no Node, isolated preload, nothing that fetches or remembers. */
export const safePreferences = (session: Session) => ({
  session,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
  enableWebSQL: false,
});

/** The window of the program, shown when its first page is ready. */
export function createMainWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Kriter',
    backgroundColor: '#f4f5f6',
    webPreferences: { ...safePreferences(session), preload },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

const loads = new WeakMap<BrowserWindow, number>();

/** Replaces whatever the window holds by a fresh document; a load that a newer one overtakes has not failed. */
export async function loadApp(window: BrowserWindow, page = ''): Promise<void> {
  const mine = (loads.get(window) ?? 0) + 1;
  loads.set(window, mine);
  try {
    await window.loadURL(`${appOrigin}/${page === '' ? '' : `#${page}`}`);
  } catch (cause) {
    if (loads.get(window) === mine && !window.isDestroyed()) throw cause;
  }
}

/** Brings the window to the front for somebody who started the program a second time. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
