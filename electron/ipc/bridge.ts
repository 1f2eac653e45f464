import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { eventChannel, requestChannel } from '#shared/channels.ts';
import type { Reply } from '#shared/contract/errors.ts';
import { appOrigin } from '../boot/app-protocol.ts';

export type Forward = (name: string, input: unknown) => Promise<Reply<unknown>>;

const notOurs: Reply<unknown> = { ok: false, error: { code: 'FORBIDDEN', params: {} } };
const malformed: Reply<unknown> = { ok: false, error: { code: 'INVALID_INPUT', params: {} } };

/** The one handler of the bridge: only the main frame of a window of ours, on our own address, is heard. */
export function registerBridge(ourWindows: () => readonly BrowserWindow[], forward: Forward): void {
  ipcMain.handle(requestChannel, async (event, message: unknown) => {
    if (!ourWindows().some((window) => isFromWindow(event, window))) return notOurs;
    if (!isCall(message)) return malformed;
    return forward(message.name, message.input);
  });
}

function isFromWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
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

/** Tells every window what happened; one that is gone needs to know nothing. */
export const createEventPublisher =
  (ourWindows: () => readonly BrowserWindow[]) =>
  (name: string, payload: unknown): void => {
    for (const window of ourWindows()) {
      if (!window.isDestroyed()) window.webContents.send(eventChannel, { name, payload });
    }
  };
