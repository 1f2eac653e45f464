import { _electron } from 'playwright-core';
import type { Refusals, RunningProgram, Settings } from './running-program.ts';
import { builtMain } from './runtime.ts';

const isOwn = (url: string): boolean => /^(app:\/\/kriter\/|data:|blob:app:\/\/kriter\/)/.test(url);

/** Starts the same build on a real Electron runtime through Playwright. */
export async function launchElectron(settings: Settings): Promise<RunningProgram> {
  const noSandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    args: [...noSandbox, builtMain, ...settings.arguments],
    env: { ...settings.environment },
  });
  const refusals: Refusals = { foreignRequests: [], policyViolations: [] };
  let output = '';
  const child = electron.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

  electron.context().on('request', (request) => {
    if (!isOwn(request.url())) refusals.foreignRequests.push(request.url());
  });
  await electron
    .context()
    .exposeFunction('reportViolation', (violation: string) => refusals.policyViolations.push(violation));
  await electron.context().addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const world = window as unknown as { reportViolation(violation: string): void };
      world.reportViolation(`${event.effectiveDirective}: ${event.blockedURI}`);
    });
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState('load');
  return {
    page,
    refusals,
    output: () => output,
    ended: () => exited,
    evaluateMain: (run, argument) => electron.evaluate(run as never, argument) as never,
    async quit() {
      await electron.close();
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
