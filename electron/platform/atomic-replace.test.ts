import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atomicReplace } from './atomic-replace.ts';
import { type FileCalls, systemCalls } from './rename.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kriter-Шкодра-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failing = (code: string, times: number): FileCalls => {
  let left = times;
  return {
    platform: 'win32',
    wait: () => undefined,
    rename(from, to) {
      if (left > 0) {
        left -= 1;
        throw Object.assign(new Error(code), { code });
      }
      systemCalls.rename(from, to);
    },
  };
};

test('the new content replaces the old one and leaves no temporary file', () => {
  const file = join(folder, 'header.json');
  writeFileSync(file, 'old');
  atomicReplace(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['header.json']);
});

test('a file that a scanner holds for a moment is replaced all the same', () => {
  const file = join(folder, 'header.json');
  atomicReplace(file, 'new', failing('EBUSY', 3));
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a replacement that fails leaves the old content and no temporary file', () => {
  const file = join(folder, 'header.json');
  writeFileSync(file, 'old');
  expect(() => atomicReplace(file, 'new', failing('EPERM', 100))).toThrow('EPERM');
  expect(() => atomicReplace(file, 'new', failing('ENOSPC', 1))).toThrow('ENOSPC');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['header.json']);
});
