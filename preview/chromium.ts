import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { chromiumPath } from './chromium-path.ts';
import { report } from './control.ts';

export interface OpenChromium {
  readonly context: BrowserContext;
  readonly headless: boolean;
  close(): Promise<void>;
}

const alwaysSwitches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-spell-checking',
  '--remote-debugging-port=0',
];

/** One Chromium with a fresh profile for all windows of this run; the profile is gone when it closes. */
export async function openChromium(switches: readonly string[]): Promise<OpenChromium> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium was found; `npm start` says what to install.');
  removeOrphans();
  const profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`));
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...alwaysSwitches, '--window-size=1366,768', ...switches, ...(headless ? [] : ['--app=about:blank'])],
  });
  // An empty list means: deny every permission instead of asking.
  await context.grantPermissions([]);
  report({ type: 'ready', debuggingAddress: `http://127.0.0.1:${readPort(profile)}` });
  return {
    context,
    headless,
    async close() {
      await context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const profilePrefix = 'kriter-preview-';

/** A preview that was killed could not remove its profile: the next one does, by the number of the dead process. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^kriter-preview-(\d+)-/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

function readPort(profile: string): string {
  const file = join(profile, 'DevToolsActivePort');
  return existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[0] ?? '') : '';
}
