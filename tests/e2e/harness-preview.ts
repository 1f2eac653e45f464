import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FromPreview, ToPreview } from '../../preview/control.ts';
import type { Refusals, RunningProgram, Settings } from './running-program.ts';
import { builtMain } from './runtime.ts';

const host = join(import.meta.dirname, '../../preview/run.ts');
const startsWithinMs = 60_000;

/** Starts the preview host as a process of its own and joins its Chromium through the DevTools protocol. */
export async function launchPreview(settings: Settings): Promise<RunningProgram> {
  const child = fork(host, [builtMain, ...settings.arguments], {
    env: settings.environment,
    // Each program protects the tables of a year or two: optimising the solver for that costs more than it saves.
    execArgv: [...process.execArgv, '--liftoff-only'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const refusals: Refusals = { foreignRequests: [], policyViolations: [] };
  const evaluations = new Map<number, (message: FromPreview & { type: 'evaluated' }) => void>();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));

  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The preview did not start: ${output}`)), startsWithinMs);
    child.on('message', (message: FromPreview) => {
      if (message.type === 'foreign-request') refusals.foreignRequests.push(message.url);
      if (message.type === 'policy-violation')
        refusals.policyViolations.push(`${message.directive}: ${message.blocked}`);
      if (message.type === 'evaluated') evaluations.get(message.id)?.(message);
      if (message.type !== 'ready') return;
      clearTimeout(late);
      resolve(message.debuggingAddress);
    });
    void exited.then((code) => reject(new Error(`The preview ended with ${code}: ${output}`)));
  });
  const died = exited.then((code): never => {
    throw new Error(`The preview ended with ${code}: ${output}`);
  });
  // Nobody may be listening any more when the program ends as it should.
  died.catch(() => undefined);
  const { browser, page } = await Promise.race([joinChromium(address).catch(() => died), died]);

  let lastId = 0;
  return {
    page,
    refusals,
    output: () => output,
    ended: () => exited,
    async evaluateMain(run, argument) {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<FromPreview & { type: 'evaluated' }>((resolve) => evaluations.set(id, resolve));
      child.send({ type: 'evaluate', id, source: run.toString(), argument } satisfies ToPreview);
      const { value, error } = await answer;
      if (error !== undefined) throw new Error(error);
      return value as never;
    },
    async quit() {
      if (child.exitCode === null && child.signalCode === null) await page.close().catch(() => undefined);
      await exited;
      await browser.close().catch(() => undefined);
    },
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      // Chromium loses its pipe with its parent and ends by itself.
      await browser.close().catch(() => undefined);
    },
  };
}

async function joinChromium(address: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.connectOverCDP(address);
  return { browser, page: await programPage(browser) };
}

async function programPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no context.');
  const isProgram = (page: Page) => new URL(page.url()).host.endsWith('.app.invalid');
  for (;;) {
    const page = context.pages().find(isProgram);
    if (page) {
      await page.waitForLoadState('load');
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
