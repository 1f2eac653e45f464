import type Electron from 'electron';

/** Chromium's own keys for editing and zooming take the place of the menu. */
export const Menu = {
  buildFromTemplate: () => ({}) as Electron.Menu,
  setApplicationMenu: () => undefined,
} satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
