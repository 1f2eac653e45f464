/** Functions that the conformance script runs inside the main process; each sees the module `electron` and one argument. */

interface SomeWindow {
  readonly webContents: {
    send(channel: string, message: unknown): void;
    printToPDF(options: object): Promise<Uint8Array>;
  };
  loadURL(address: string): Promise<void>;
  destroy(): void;
}
type Electron = {
  BrowserWindow: { new (options: object): SomeWindow; getAllWindows(): SomeWindow[] };
  session: { fromPartition(name: string): object };
};

export async function openSecondWindow(electron: Electron, { preload: script }: { preload: string }): Promise<void> {
  const session = electron.session.fromPartition('kriter');
  const second = new electron.BrowserWindow({ webPreferences: { preload: script, session, sandbox: true } });
  Object.assign(globalThis, { second });
  await second.loadURL('app://kriter/');
}

export function closeSecondWindow(): void {
  (Reflect.get(globalThis, 'second') as SomeWindow).destroy();
}

export function sendTwice({ BrowserWindow }: Electron, sent: { channel: string; message: unknown }): void {
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.send(sent.channel, sent.message);
  window?.webContents.send(sent.channel, sent.message);
}

export async function printHidden({ BrowserWindow, session }: Electron): Promise<string> {
  const hidden = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('kriter') } });
  await hidden.loadURL('app://kriter/');
  const pdf = await hidden.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
  hidden.destroy();
  return String.fromCharCode(...pdf.slice(0, 8));
}
