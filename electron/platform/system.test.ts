import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freeBytes, listDrives, readMounts } from './drives.ts';
import { isUnusableFileName, usableFileName } from './file-names.ts';

test.each(['CON', 'nul.pdf', 'com1', 'a:b', 'report.', 'x ', '', 'a\u0007b'])(
  '%j is no file name on Windows',
  (name) => {
    expect(isUnusableFileName(name)).toBe(true);
    expect(isUnusableFileName(usableFileName(name))).toBe(false);
  },
);

test('letters of our languages stay in a file name', () => {
  expect(usableFileName('Tabelë T15 – Ѓорѓи.pdf')).toBe('Tabelë T15 – Ѓорѓи.pdf');
});

test('a stick with a blank in its name is found under its real path', () => {
  const mounts = '/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/zyra/KRITER\\040BACKUP vfat rw 0 0\n';
  expect(readMounts(mounts)).toEqual([{ path: '/media/zyra/KRITER BACKUP', removable: true }]);
});

test('free space is known for a folder that is still to be made', () => {
  expect(freeBytes(join(tmpdir(), 'not', 'made', 'yet'))).toBeGreaterThan(0);
  expect(listDrives().every((drive) => drive.totalBytes > 0)).toBe(true);
});
