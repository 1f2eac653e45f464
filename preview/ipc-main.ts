import type Electron from 'electron';

type Handler = (event: Electron.IpcMainInvokeEvent, ...parameters: unknown[]) => unknown;
const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

/** What ipcRenderer.invoke gets back: a value, or the text of what was thrown. */
export async function invokeHandler(
  channel: string,
  event: Electron.IpcMainInvokeEvent,
  parameters: readonly unknown[],
): Promise<{ value?: unknown; error?: string }> {
  const handler = handlers.get(channel);
  if (!handler) return { error: `Error: No handler registered for '${channel}'` };
  try {
    return { value: structuredClone(await handler(event, ...parameters)) };
  } catch (cause) {
    return { error: String(cause) };
  }
}
