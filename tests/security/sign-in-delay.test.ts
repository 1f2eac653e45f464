import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attemptsFile, createSignInDelay, delayAfter } from '#electron/security/sign-in-delay.ts';
import { administrator, type MadeRegister, makeRegister, supervisor } from '../backup/made-register.ts';

let made: MadeRegister;
let now: number;
const clock = { now: () => new Date(now) };
/** A new one each time, as after a restart. */
const delay = (login: string = administrator.login) => createSignInDelay(made.folder, clock, login);
const fail = (times: number, login?: string): void => {
  for (let count = 0; count < times; count += 1) delay(login).failed();
};
const seconds = (login?: string): number => {
  try {
    delay(login).check();
    return 0;
  } catch (cause) {
    return (cause as { params: { seconds: number } }).params.seconds;
  }
};

beforeAll(async () => {
  made = await makeRegister({ records: 0 });
});
beforeEach(() => {
  now = Date.parse('2026-11-22T08:00:00Z');
  writeFileSync(join(made.folder, attemptsFile), '{"format":"kriter-attempts","version":1,"failures":{}}');
});
afterAll(() => made.remove());

test('three mistakes are free; then the wait doubles up to a quarter of an hour', () => {
  expect([0, 1, 3, 4, 5, 6, 12, 99].map(delayAfter)).toEqual([0, 0, 0, 5, 10, 20, 900, 900]);
  fail(3);
  expect(seconds()).toBe(0);
  fail(1);
  expect(seconds()).toBe(5);
  now += 4_999;
  expect(seconds()).toBe(1);
  now += 1;
  expect(seconds()).toBe(0);
});

test('the delay survives a restart, and setting the clock back does not shorten it', () => {
  fail(6);
  now -= 24 * 3600_000;
  expect(seconds()).toBe(20);
  now += 19_000;
  expect(seconds()).toBe(1);
  now += 1_000;
  expect(seconds()).toBe(0);
});

test('one account does not make the others wait, and a right passphrase starts the count anew', () => {
  fail(8);
  expect(seconds(supervisor.login)).toBe(0);
  expect(delay().succeeded()).toBe(8);
  expect(seconds()).toBe(0);
  expect(delay().succeeded()).toBe(0);
});

test('what was typed into the box for the login is never written down', () => {
  fail(5, 'my-passphrase-in-the-wrong-box');
  expect(readFileSync(join(made.folder, attemptsFile), 'utf8')).not.toContain('wrong-box');
  expect(seconds('another-unknown')).toBe(10);
});

test('a damaged file neither opens the door nor bars it for ever', () => {
  writeFileSync(join(made.folder, attemptsFile), 'damaged');
  expect(seconds()).toBeGreaterThan(0);
  fail(1);
  now += 901_000;
  expect(seconds()).toBe(0);
});
