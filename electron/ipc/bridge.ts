import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { eventChannel, requestChannel } from '#shared/channels.ts';
import type { Reply } from '#shared/contract/errors.ts';
import { appOrigin } from '../boot/app-protocol.ts';

export type Forward = (name: string, input: unknown) => Promise<Reply<unknown>>;

const notOurs: Reply<unknown> = { ok: false, error: { code: 'FORBIDDEN', params: {} } };
const malformed: Reply<unknown> = { ok: false, error: { code: 'INVALID_INPUT', params: {} } };

/** The one handler of the bridge: only the main frame of our window, on our own address, is heard. */
export function registerBridge(currentWindow: () => BrowserWindow, forward: Forward): void {
  ipcMain.handle(requestChannel, async (event, message: unknown) => {
    if (!isFromOurWindow(event, currentWindow())) return notOurs;
    if (!isCall(message)) return malformed;
    return forward(message.name, message.input);
  });
}

function isFromOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (window.isDestroyed() || event.sender.id !== window.webContents.id || !frame) return false;
  return frame === window.webContents.mainFrame && frame.url.startsWith(`${appOrigin}/`);
}

const isCall = (message: unknown): message is { name: string; input: unknown } =>
  typeof message === 'object' &&
  message !== null &&
  'name' in message &&
  typeof message.name === 'string' &&
  'input' in message;

/** Tells the window what happened; a window that is gone needs to know nothing. */
export const createEventPublisher =
  (currentWindow: () => BrowserWindow) =>
  (name: string, payload: unknown): void => {
    const window = currentWindow();
    if (!window.isDestroyed()) window.webContents.send(eventChannel, { name, payload });
  };
