import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hasElectronRuntime } from './runtime.ts';

const start = join(import.meta.dirname, '../../scripts/start.mjs');
let started: ChildProcess | undefined;
afterEach(() => started?.kill('SIGTERM'));

test.skipIf(hasElectronRuntime())('npm start without a display says that it runs unseen and how to look', async () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const userData = mkdtempSync(join(tmpdir(), 'kriter-start-'));
  const child = spawn(process.execPath, [start], {
    env: { ...environment, KRITER_USER_DATA: userData },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started = child;
  let said = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  await expect.poll(() => said, { timeout: 60_000 }).toContain('npm run tour');
  expect(said).toContain('preview');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(child.exitCode).toBeNull();
});
