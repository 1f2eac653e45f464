import { join } from 'node:path';
import type { Kriter } from '../e2e/harness.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function sizeOf(text: string): Size {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  if (width === undefined || height === undefined) throw new Error(`A size is written 1366x768, not ${text}.`);
  return { width: Number(width), height: Number(height) };
}

export type Look = (name: string) => Promise<void>;

/** Takes pictures in every size, numbered in the order of the walk. */
export function camera({ page }: Kriter, folder: string, part: string, sizes: readonly Size[]): Look {
  let number = 0;
  return async (name) => {
    number += 1;
    for (const size of sizes) {
      await page.setViewportSize(size);
      // Layout, virtual rows and charts follow the size.
      await page.waitForTimeout(250);
      const place = sizes.length > 1 ? `-${size.width}` : '';
      await page.screenshot({ path: join(folder, `${part}-${String(number).padStart(2, '0')}-${name}${place}.png`) });
    }
  };
}
