/** Composition root of the window and of the console: what is opened, in which order, and what closes it. */
import { app } from 'electron';
import { openAppProtocol, registerAppScheme } from './boot/app-protocol.ts';
import { demoKind } from './boot/demo-kind.ts';
import { guardAllContents, openHardenedSession } from './boot/hardened-session.ts';
import { programFolders, settlePaths } from './boot/paths.ts';
import { silenceNetwork } from './boot/silence-network.ts';
import { claimSingleInstance } from './boot/single-instance.ts';
import { runConsole } from './console/run-console.ts';
import { createEventPublisher, registerBridge } from './ipc/bridge.ts';
import { createConsoleHost, noDialogs } from './ipc/console-host.ts';
import { startDataWorker } from './ipc/data-worker-client.ts';
import { keepDataWorker } from './ipc/data-worker-keeper.ts';
import type { DataWorkerOptions } from './ipc/protocol.ts';
import { createDialogs } from './windows/dialogs.ts';
import { loadApp, showWindow } from './windows/main-window.ts';
import { createMenu } from './windows/menu.ts';
import { createPagePrinter } from './windows/page-printer.ts';
import { createWindowSet, type WindowSet } from './windows/window-set.ts';

const folders = programFolders(import.meta.dirname);
const workerEntry = new URL('./data-worker.js', import.meta.url);
const consoleFlag = process.argv.indexOf('--console');
const userData = settlePaths(process.env.KRITER_USER_DATA);
let windows: WindowSet | undefined;

silenceNetwork();
registerAppScheme();
guardAllContents();

if (consoleFlag >= 0) {
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(openConsole).then(leave, fail);
} else if (claimSingleInstance(() => windows && showWindow(windows.lead()))) {
  void app.whenReady().then(openProgram).catch(fail);
} else {
  app.quit();
}

function workerOptions(runtime: DataWorkerOptions['runtime']): DataWorkerOptions {
  // Not getLocale(): that names a language of Chromium's own menus, and it has none of sq, mk and bs.
  const locale = app.getPreferredSystemLanguages()[0] ?? '';
  return { userData, version: app.getVersion(), runtime, demo: demoKind(process.argv), locale };
}

async function openProgram(): Promise<void> {
  const session = openHardenedSession();
  const documents = openAppProtocol(session, folders.renderer);
  createMenu();
  const opened = createWindowSet(session, folders.preload, () => loadAfresh());
  windows = opened;
  const dialogs = createDialogs(opened.lead);
  const print = createPagePrinter(session, documents);
  const publish = createEventPublisher(opened.all);

  const data = keepDataWorker(workerEntry, workerOptions(process.versions.electron ? 'electron' : 'preview'), {
    print: ({ html }) => print(html),
    chooseFolder: () => dialogs.chooseFolder(),
    chooseFile: ({ purpose }) => dialogs.chooseFile(purpose),
    chooseSave: ({ purpose, suggestedName }) => dialogs.chooseSave(purpose, suggestedName),
    openWindow: ({ page }) => opened.open(page),
  });
  const loadAfresh = (): void => void opened.loadAfresh().catch(fail);
  data.onEvent((name, payload) => {
    publish(name, payload);
    // Nothing of what stood on the screen may outlive the session.
    if (name === 'session.locked') loadAfresh();
  });
  data.onRestart(loadAfresh);
  registerBridge(opened.all, data.request);

  app.on('window-all-closed', () => void data.stop().finally(() => app.exit(0)));
  await loadApp(opened.lead());
}

async function openConsole(): Promise<number> {
  const session = openHardenedSession();
  const print = createPagePrinter(session, openAppProtocol(session, folders.renderer));
  return runConsole(
    createConsoleHost(process.argv.slice(consoleFlag + 1), () =>
      startDataWorker(workerEntry, workerOptions('console'), { print: ({ html }) => print(html), ...noDialogs }),
    ),
  );
}

/** Exits when standard output has taken everything. */
function leave(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => app.exit(code)));
}

function fail(cause: unknown): void {
  console.error('start failed', cause instanceof Error ? cause.message : cause);
  app.exit(1);
}
