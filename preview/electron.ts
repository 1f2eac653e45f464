/** What `import ... from 'electron'` finds in the preview: the part of Electron's API that the program uses. */
import type Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { obeyTest } from './control.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { protocol, session } from './session.ts';

obeyTest({ app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } satisfies Partial<
  Record<keyof typeof Electron, object>
>);

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session };
