import { app, type Session, session } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** The one session of all windows: in memory, silent, and with every permission denied. */
export function openHardenedSession(): Session {
  // No `persist:` prefix: nothing of this partition is ever written to disk.
  const hardened = session.fromPartition('kriter', { cache: false });
  harden(hardened);
  // No window uses it, but the runtime makes it, and its spell checker would fetch dictionaries.
  harden(session.defaultSession);
  return hardened;
}

function harden(hardened: Session): void {
  hardened.setSpellCheckerLanguages([]);
  hardened.setSpellCheckerEnabled(false);
  hardened.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  hardened.setPermissionCheckHandler(() => false);
  hardened.setDevicePermissionHandler(() => false);
  hardened.on('will-download', (event) => event.preventDefault());
  hardened.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
}

// data: and blob: never leave the process; images of charts use them.
const isOwn = (url: string): boolean =>
  url.startsWith(`${appOrigin}/`) || url.startsWith('data:') || url.startsWith(`blob:${appOrigin}/`);

/** Whatever web contents appear, they cannot leave the program, open a window or embed another page. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      // The window may load itself afresh; every other way out is shut.
      const isReload = event.isMainFrame && event.url.split('#')[0] === `${appOrigin}/`;
      if (!isReload) event.preventDefault();
    });
  });
}
