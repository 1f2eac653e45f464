import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'kriter-rules-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function cruise(files: Readonly<Record<string, string>>): { readonly code: number | null; readonly rules: string[] } {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const hook = join(root, 'scripts/typescript-6.mjs');
  const words = [
    '--import',
    hook,
    cruiser,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'src',
    'electron',
  ];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
  const found = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return { code: status, rules: found.summary.violations.map(({ rule }) => rule.name) };
}

test('the dependency rules are read from TypeScript and refuse what the design forbids', () => {
  const { rules } = cruise({
    'src/shared/pure.ts': "import 'node:fs'; import 'react';",
    'src/features/one/page.ts': "import '../other/page.ts';",
    'src/features/other/page.ts': 'export {};',
    'src/ui/button.ts': "import '../api/client.ts';",
    'src/api/client.ts': "import '../../electron/services/save.ts';",
    'electron/services/save.ts': "import 'electron'; import '../procedures/save.ts';",
    'electron/procedures/save.ts': "import '../database/open.ts';",
    'electron/database/open.ts': 'export {};',
    'electron/platform/disk.ts': "import '../database/open.ts';",
    'electron/boot/start.ts': "import '../../src/ui/button.ts';",
    'src/features/one/words.ts': "import '#shared/dictionary/registers/victims/register.ts';",
    'src/shared/dictionary/registers/victims/register.ts': "import '../justice/register.ts';",
    'src/shared/dictionary/registers/justice/register.ts': 'export {};',
    'src/shared/training/generate.ts': 'export {};',
    'electron/services/demo.ts': "import '#shared/training/generate.ts';",
  });
  expect([...new Set(rules)].sort()).toEqual([
    'a-kind-is-loaded-not-imported',
    'api',
    'features-do-not-know-each-other',
    'inventing-is-loaded-not-imported',
    'kinds-do-not-know-each-other',
    'main',
    'only-main-has-the-runtime',
    'platform',
    'procedures',
    'procedures-have-no-database',
    'renderer-has-no-main',
    'services',
    'shared-is-pure',
    'ui-only-looks',
  ]);
});

test('imports that the design allows pass', () => {
  const { rules } = cruise({
    'src/shared/pure.ts': "import 'zod';",
    'src/features/one/page.ts': "import 'react'; import '../../ui/button.ts';",
    'src/ui/button.ts': "import 'react'; import '#shared/pure.ts';",
    'electron/services/save.ts': "import 'node:path'; import '../database/open.ts';",
    'electron/database/open.ts': "import 'better-sqlite3'; import '../platform/disk.ts';",
    'electron/platform/disk.ts': "import 'node:fs';",
  });
  expect(rules).toEqual([]);
});
