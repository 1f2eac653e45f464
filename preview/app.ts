import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type Electron from 'electron';
import { Emitter } from './emitter.ts';

const switches: string[] = [];
const folders = new Map<string, string>([
  ['home', homedir()],
  ['documents', join(homedir(), 'Documents')],
  ['temp', tmpdir()],
  ['userData', join(homedir(), '.config', 'kriter-preview')],
]);
const closers: (() => Promise<void>)[] = [];
const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;

class PreviewApp extends Emitter {
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
  };

  readonly whenReady = (): Promise<void> => Promise.resolve();
  readonly getVersion = (): string => version;
  readonly getPreferredSystemLanguages = (): string[] => [
    (process.env.LC_ALL ?? process.env.LANG ?? 'en').replace(/[._].*$/, ''),
  ];
  readonly setPath = (name: string, path: string): void => void folders.set(name, path);

  getPath(name: string): string {
    const path = folders.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  /** A file with the number of the process that holds it; the number of a dead process counts for nothing. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'preview-instance');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        process.on('exit', () => rmSync(file, { force: true }));
        process.on('SIGUSR2', () => this.events.emit('second-instance'));
        return true;
      } catch {
        if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
        rmSync(file, { force: true });
      }
    }
    return false;
  }

  quit(): void {
    this.exit(0);
  }

  exit(code = 0): void {
    void Promise.all(closers.map((close) => close())).finally(() => process.exit(code));
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 'SIGUSR2');
  } catch {
    return false;
  }
}

/** Switches the program asked for, for the Chromium that is started later. */
export const requestedSwitches = (): readonly string[] => switches;
/** To be run before the program exits. */
export const onExit = (close: () => Promise<void>): void => void closers.push(close);

export const app = new PreviewApp() satisfies Pick<
  Electron.App,
  | 'whenReady'
  | 'getVersion'
  | 'getPreferredSystemLanguages'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'on'
> & { readonly commandLine: Pick<Electron.CommandLine, 'appendSwitch'> };
