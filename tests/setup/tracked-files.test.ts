/** Nothing in the repository tells on which machine it was made or from where its packages came. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

// Put together from pieces, so that this file does not find itself.
const folders = ['home', 'root', 'Users', 'work', 'workspace', 'mnt', 'srv', 'tmp', 'var/folders'].join('|');
const traces: Readonly<Record<string, RegExp>> = {
  'absolute path': new RegExp(`(?<![\\w.@~*\`)}-])/(?:${folders})/[\\w.-]`),
  'path of a Windows user': /[A-Za-z]:[\\/]+Users[\\/]/,
  'registry host': new RegExp(
    ['//registry', 'npm(?:js|mirror)', '(?:artifactory|nexus|verdaccio|jfrog)'].join('\\.|').concat('\\.'),
  ),
  'registry setting': /^\s*(?:@[\w-]+:)?registry\s*=/m,
  'resolved address': /"resolved": "https?:/,
};

function tracesIn(text: string): string[] {
  const found = Object.entries(traces).filter(([, pattern]) => pattern.test(text));
  const own = [root, homedir()].filter((path) => path.length > '/root'.length && text.includes(path));
  return [...found.map(([name]) => name), ...own.map(() => 'path of this machine')];
}

test('no tracked file names a path of a machine or a host of packages', { timeout: 60_000 }, () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const isText = (content: Buffer): boolean => !content.includes(0);
  const found = files.flatMap((file) => {
    let content: Buffer;
    try {
      content = readFileSync(join(root, file));
    } catch {
      // Deleted and not committed yet.
      return [];
    }
    return isText(content) ? tracesIn(content.toString('utf8')).map((trace) => `${file}: ${trace}`) : [];
  });
  expect(files.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});

test('a path, a host and an address of a package are recognised', () => {
  const slash = '/';
  expect(tracesIn(`read ${slash}home${slash}somebody/register.db`)).toEqual(['absolute path']);
  expect(tracesIn(`"C:\\\\${'Users'}\\\\somebody"`)).toEqual(['path of a Windows user']);
  expect(tracesIn(`https:${slash}/registry${'.'}example/left-pad`)).toEqual(['registry host']);
  expect(tracesIn(`${'regi'}stry=https://packages.example`)).toEqual(['registry setting']);
  expect(tracesIn(`"${'resolved'}": "https://packages.example/a.tgz"`)).toEqual(['resolved address']);
  expect(tracesIn('src/work/list.ts, docs and https://age-encryption.org/v1')).toEqual([]);
});
