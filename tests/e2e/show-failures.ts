import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';

const folder = join(import.meta.dirname, '../../out/failures');

/** Keeps a picture of the window as it stood when a test failed, under the name of the test. */
export function showFailures(page: () => Page | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(folder, { recursive: true });
    const name = task.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
    await page()
      ?.screenshot({ path: join(folder, `${name}.png`), timeout: 5000 })
      .catch(() => undefined);
  });
}
