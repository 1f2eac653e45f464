import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCodes } from '#shared/contract/errors.ts';

const root = join(import.meta.dirname, '../..');

type Catalogue = { readonly [key: string]: string | Catalogue };

const catalogues = new Map<string, Catalogue>(
  globSync(join(root, 'locales/en/*.json')).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(file, 'utf8')),
  ]),
);

function find(key: string): string | Catalogue | undefined {
  const [namespace = '', path = ''] = key.split(':');
  return path
    .split('.')
    .reduce<string | Catalogue | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      catalogues.get(namespace),
    );
}

/** Keys written out in the code of the window, with the file that asks for them. */
function askedKeys(): { file: string; key: string }[] {
  return globSync(join(root, 'src/**/*.{ts,tsx}')).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    return [...code.matchAll(/\bt\(\s*'([a-zA-Z-]+:[^']+)'/g)].map((match) => ({
      file: basename(file),
      key: match[1] ?? '',
    }));
  });
}

test('every text that the window asks for is in the English catalogue', () => {
  const asked = askedKeys();
  expect(asked.length).toBeGreaterThan(200);
  const missing = asked.filter(({ key }) => typeof find(key) !== 'string' && typeof find(`${key}_other`) !== 'string');
  expect(missing).toEqual([]);
});

test('every expected failure says what happened and what is safe', () => {
  const texts = catalogues.get('errors') ?? {};
  expect(Object.keys(texts).sort()).toEqual([...errorCodes].sort());
  const unsaid = errorCodes.filter((code) => !find(`errors:${code}.what`) || !find(`errors:${code}.safe`));
  expect(unsaid).toEqual([]);
});
