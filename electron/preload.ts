import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, requestChannel } from '#shared/channels.ts';

type Listener = (payload: unknown) => void;

contextBridge.exposeInMainWorld('kriter', {
  request: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(requestChannel, { name, input }),
  on: (name: string, listener: Listener): (() => void) => {
    const hear = (_event: unknown, message: { name: string; payload: unknown }): void => {
      if (message.name === name) listener(message.payload);
    };
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.removeListener(eventChannel, hear);
    };
  },
});
