/**
 * Every call of Electron's API that the program makes, seen from outside, negative cases included. The same script runs
 * on the preview host and, with KRITER_RUNTIME=electron, on a real runtime.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventChannel } from '#shared/channels.ts';
import { type Kriter, launchKriter } from '../e2e/harness.ts';
import { closeSecondWindow, openSecondWindow, printHidden, sendTwice } from './in-main.ts';

/** What the page of the program carries, and what the tests leave in it. */
interface Probed {
  kriter: {
    request(name: unknown, input: unknown): Promise<unknown>;
    on(name: string, hear: (payload: unknown) => void): () => void;
  };
  stale?: boolean;
  evil?: boolean;
  heard?: unknown[];
}
declare const probed: Omit<Window, 'kriter'> & Probed;

const preload = join(import.meta.dirname, '../../out/preload/preload.cjs');
let kriter: Kriter;
let page: Page;

beforeAll(async () => {
  kriter = await launchKriter();
  page = kriter.page;
  await page.evaluate(nameWindow);
});
afterAll(() => kriter?.kill());

/** What the program was refused while `act` ran; the lists are empty again afterwards. */
async function refusedDuring(act: () => Promise<unknown>): Promise<string[]> {
  await act();
  await page.waitForTimeout(200);
  const { foreignRequests, policyViolations } = kriter.refusals;
  return [...foreignRequests.splice(0), ...policyViolations.splice(0)];
}

const describe = (from: Page) => from.evaluate(() => probed.kriter.request('workstation.describe', {}));

test('the window answers over the bridge, and start-up was refused nothing', async () => {
  expect(await describe(page)).toMatchObject({ ok: true });
  expect(kriter.refusals).toEqual({ foreignRequests: [], policyViolations: [] });
  expect(await page.title()).toMatch(/Kriter/);
});

test('the renderer has neither Node nor more of the bridge than two functions', async () => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    bridge: Object.keys(probed.kriter).sort(),
    secure: window.isSecureContext,
  }));
  expect(seen).toEqual({ node: [], bridge: ['on', 'request'], secure: true });
});

test('the page cannot replace the bridge', async () => {
  await page.evaluate(() => {
    try {
      probed.kriter = { request: () => Promise.resolve('forged'), on: () => () => undefined };
    } catch {
      // Strict code is told, sloppy code is not.
    }
  });
  expect(await describe(page)).toMatchObject({ ok: true });
});

test('a message without a name is refused as malformed, an unknown name by the gates', async () => {
  expect(await page.evaluate(() => probed.kriter.request(7, {}))).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  expect(await page.evaluate(() => probed.kriter.request('toString', {}))).toMatchObject({
    ok: false,
    error: { code: 'UNKNOWN_PROCEDURE' },
  });
});

test('an embedded frame has no bridge', async () => {
  const bridge = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const found = typeof (frame.contentWindow as Window | null)?.kriter;
    frame.remove();
    return found;
  });
  expect(bridge).toBe('undefined');
});

test('a second window with the same preload is not heard', async () => {
  const context = page.context();
  const opened = context.waitForEvent('page');
  await kriter.evaluateMain(openSecondWindow, { preload });
  const second = await opened;
  await second.waitForFunction(() => 'kriter' in window);
  await second.evaluate(nameWindow);
  expect(await describe(second)).toEqual({ ok: false, error: { code: 'FORBIDDEN', params: {} } });
  await kriter.evaluateMain(closeSecondWindow, null);
  expect(await describe(page)).toMatchObject({ ok: true });
});

test('fetch, pictures, sockets and beacons to the network never leave', async () => {
  const refused = await refusedDuring(() =>
    page.evaluate(async () => {
      await fetch('https://example.org/').catch(() => undefined);
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      new Image().src = 'https://example.org/picture.png';
      try {
        new WebSocket('wss://example.org/');
      } catch {
        // Chromium may throw at once; the violation counts.
      }
      navigator.sendBeacon('https://example.org/beacon', 'x');
    }),
  );
  expect(refused.length).toBeGreaterThanOrEqual(5);
});

test('script and style that the program did not bring do not run', async () => {
  const refused = await refusedDuring(() =>
    page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.evil = true';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
    }),
  );
  expect(await page.evaluate(() => probed.evil)).toBeUndefined();
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  expect(refused.map((line) => line.split(':')[0])).toEqual(
    expect.arrayContaining(['script-src-elem', 'style-src-elem']),
  );
});

test('eval is refused', async () => {
  // The string is put together in the page, so that no tool evaluates it first.
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const timer = setTimeout(() => resolve('refused'), 300);
        window.addEventListener('message', () => {
          clearTimeout(timer);
          resolve('ran');
        });
        setTimeout('window.postMessage("x")' as never, 0);
      }),
  );
  expect(outcome).toBe('refused');
  kriter.refusals.policyViolations.length = 0;
});

test('navigation away and new windows are refused, and the page stays', async () => {
  await page.evaluate(() => {
    probed.stale = true;
  });
  const before = page.url();
  await refusedDuring(async () => {
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    await page.waitForTimeout(200);
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    });
  });
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => probed.stale)).toBe(true);
  expect(page.context().pages()).toHaveLength(1);
  kriter.refusals.foreignRequests.length = 0;
});

test('permissions are denied without a question', async () => {
  const answers = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
  }));
  expect(answers).toEqual({ notification: 'denied', place: 'denied', camera: 'denied' });
});

test('files outside the program and addresses that do not exist are not served', async () => {
  const load = (path: string) =>
    page.evaluate(
      (source) =>
        new Promise<string>((resolve) => {
          const script = Object.assign(document.createElement('script'), { src: source });
          script.onload = () => resolve('served');
          script.onerror = () => resolve('refused');
          document.body.append(script);
        }),
      path,
    );
  expect(await load('/..%2f..%2fpackage.json')).toBe('refused');
  expect(await load('/print/00000000-0000-4000-8000-000000000000')).toBe('refused');
  expect(await load('/no-such-file.js')).toBe('refused');
  kriter.refusals.policyViolations.length = 0;
});

test('a dialog answers with the path chosen, and null when it is left', async () => {
  await kriter.answerDialogs('/somewhere/chosen', null);
  const choose = () => page.evaluate(() => probed.kriter.request('workstation.choose-folder', { purpose: 'backup' }));
  expect(await choose()).toEqual({ ok: true, value: { path: '/somewhere/chosen' } });
  expect(await choose()).toEqual({ ok: true, value: { path: null } });
});

test('what main tells the window reaches its listeners until they leave', async () => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const leave = probed.kriter.on('records.changed', (payload) => {
      heard.push(payload);
      leave();
    });
    probed.heard = heard;
  });
  const message = { name: 'records.changed', payload: { changeNumber: 7 } };
  await kriter.evaluateMain(sendTwice, { channel: eventChannel, message });
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => probed.heard)).toEqual([{ changeNumber: 7 }]);
});

test('a hidden window prints to PDF and ends without ending the program', async () => {
  const pdf = await kriter.evaluateMain(printHidden, null);
  expect(pdf).toMatch(/^%PDF-1/);
  expect(await describe(page)).toMatchObject({ ok: true });
});

test('a window that loads itself afresh works as before', async () => {
  await page.reload();
  await page.evaluate(nameWindow);
  expect(await page.evaluate(() => probed.stale)).toBeUndefined();
  expect(await describe(page)).toMatchObject({ ok: true });
});

test('nothing of the page is stored on the disk', async () => {
  const stored = existsSync(kriter.userData) ? readdirSync(kriter.userData, { recursive: true }).map(String) : [];
  expect(stored.filter((name) => /Local Storage|IndexedDB|Cookies|Cache_Data/.test(name))).toEqual([]);
});

test('a second start on the same workstation folder ends at once', async () => {
  await expect(launchKriter({ userData: kriter.userData })).rejects.toThrow();
  expect(await describe(page)).toMatchObject({ ok: true });
});

test('the program ends when its window is closed', async () => {
  await kriter.quit();
  expect(await kriter.ended()).toBe(0);
});

/** The window under a name whose type the tests may choose. */
function nameWindow(): void {
  Object.assign(globalThis, { probed: globalThis });
}
